package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a request must be reviewed, nobody's yes to it is told but of whoever had said, so long
 * before and of the terms that stood, that they review it themselves.
 */
final class ReviewedBeforehand implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return evidence.tenants().stream()
        .flatMap(tenant -> new Walk().brokenBy(evidence.historyOf(tenant)).stream())
        .findFirst();
  }

  /** Along one tenant's history. */
  private static final class Walk {
    private final Map<RequestId, Duration> dwells = new HashMap<>();
    private final Map<RequestId, Map<PersonId, Instant>> begun = new HashMap<>();

    Optional<String> brokenBy(List<Recorded> history) {
      for (var recorded : history) {
        if (isUnread(recorded.event())) {
          return Optional.of("somebody said yes unread: " + Plain.text(recorded));
        }
      }
      return Optional.empty();
    }

    /** Of a yes to less, only its own is left that was read before. */
    private boolean isUnread(Event event) {
      switch (event) {
        case ReviewRequired required -> dwells.put(required.request(), required.dwell());
        case ReviewBegun one ->
            begun
                .computeIfAbsent(one.request(), none -> new HashMap<>())
                .put(one.by().actor(), one.at());
        case OfferAccepted accepted -> begun.remove(accepted.request());
        case RequestNarrowed narrowed ->
            begun
                .getOrDefault(narrowed.request(), new HashMap<>())
                .keySet()
                .removeIf(other -> !other.equals(narrowed.by().actor()));
        case ApprovalGiven given -> {
          return isUnread(given.request(), given.by(), given.at());
        }
        case PracticeCompleted done -> {
          return isUnread(done.request(), done.by(), done.at());
        }
        default -> {
          return Grant.of(event)
              .filter(grant -> isUnread(grant.request(), grant.by(), grant.at()))
              .isPresent();
        }
      }
      return false;
    }

    private boolean isUnread(RequestId request, Provenance by, Instant at) {
      if (!dwells.containsKey(request)) {
        return false;
      }
      var since = begun.getOrDefault(request, Map.of()).get(by.actor());
      return since == null || at.isBefore(since.plus(dwells.get(request)));
    }
  }
}
