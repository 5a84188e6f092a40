package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Stage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the provider's own approvers were to be asked, the customer is, and access is granted, only
 * behind their yes: of as many different people as each stage needs, named in it, in time, none of
 * them the engineer; and who said yes there says none for the customer.
 */
final class ApprovedInsideFirst implements Invariant {
  /** What waits inside, and who said yes to it in which stage. */
  private static final class Waiting {
    private final RequestEvaluated evaluated;
    private final Map<Integer, Set<PersonId>> yesses = new HashMap<>();

    Waiting(RequestEvaluated evaluated) {
      this.evaluated = evaluated;
    }

    boolean mustWait() {
      for (var place = 0; place < evaluated.internalStages().size(); place++) {
        var said = yesses.getOrDefault(place, Set.of());
        if (said.size() < evaluated.internalStages().get(place).quorum()) {
          return true;
        }
      }
      return false;
    }

    boolean hasYesOf(PersonId person) {
      return yesses.values().stream().anyMatch(people -> people.contains(person));
    }

    /** Whether it stands in its place. */
    boolean takes(PersonId person, int place, Event event) {
      var stages = evaluated.internalStages();
      var isFitting =
          place < stages.size()
              && isNext(place)
              && isOf(stages.get(place), person)
              && event.at().isBefore(evaluated.decideBy());
      yesses.computeIfAbsent(place, none -> new HashSet<>()).add(person);
      return isFitting;
    }

    private boolean isNext(int place) {
      for (var earlier = 0; earlier < place; earlier++) {
        var said = yesses.getOrDefault(earlier, Set.of());
        if (said.size() < evaluated.internalStages().get(earlier).quorum()) {
          return false;
        }
      }
      return true;
    }

    private boolean isOf(Stage stage, PersonId person) {
      return stage.approvers().contains(person) && !person.equals(evaluated.asked().engineer());
    }
  }

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var waiting = new HashMap<RequestId, Waiting>();
    for (var event : evidence.recorded().map(Recorded::event).toList()) {
      if (event instanceof RequestEvaluated evaluated && !evaluated.internalStages().isEmpty()) {
        waiting.put(evaluated.request(), new Waiting(evaluated));
      } else if (event instanceof RequestEvent happened
          && waiting.containsKey(happened.request())
          && isOutOfTurn(waiting.get(happened.request()), happened)) {
        return Optional.of(
            "%s of %s, which needs the provider's own approvers first"
                .formatted(event.getClass().getSimpleName(), happened.request()));
      }
    }
    return Optional.empty();
  }

  private static boolean isOutOfTurn(Waiting waiting, RequestEvent event) {
    return switch (event) {
      case InternalApprovalGiven given -> !waiting.takes(given.by().actor(), given.stage(), given);
      case InternalApprovalGranted granted ->
          !waiting.takes(granted.by().actor(), granted.stage(), granted);
      case RequestOpened opened -> waiting.mustWait();
      case GrantedByRule granted -> waiting.mustWait();
      case GrantedWithoutCustomer granted -> waiting.mustWait();
      case ApprovalGiven given -> waiting.hasYesOf(given.by().actor());
      default -> isGrantByAnInsider(waiting, event);
    };
  }

  /** What begins later although nobody was asked is told behind its grant, as the insider's. */
  private static boolean isGrantByAnInsider(Waiting waiting, RequestEvent event) {
    return event instanceof RequestEvent.RequestApproved approved
        && (waiting.mustWait() || waiting.hasYesOf(approved.by().actor()));
  }
}
