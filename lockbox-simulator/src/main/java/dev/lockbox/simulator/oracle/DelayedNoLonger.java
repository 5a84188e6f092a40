package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Questions delay a decision for no longer than its tenant let them when the last one was asked,
 * however many there are; and an answer never gives more time than there was.
 */
final class DelayedNoLonger implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    return evidence.tenants().stream()
        .flatMap(tenant -> new Walk().brokenBy(evidence.historyOf(tenant)).stream())
        .findFirst();
  }

  /**
   * Until when a request can be decided, by what was told of it.
   *
   * @param before as far as it was told
   */
  static Optional<Instant> decideBy(List<Recorded> before, RequestId request) {
    return before.stream()
        .map(Recorded::event)
        .filter(event -> event.about().equals(Optional.of(request)))
        .flatMap(event -> told(event).stream())
        .reduce((one, later) -> later);
  }

  private static Optional<Instant> told(Event event) {
    return switch (event) {
      case RequestOpened opened -> Optional.of(opened.decideBy());
      case QuestionAsked asked -> asked.decideBy();
      case QuestionAnswered answered -> answered.decideBy();
      default -> Optional.empty();
    };
  }

  /** Along one tenant's history. */
  private static final class Walk {
    private final Map<RequestId, Instant> opened = new HashMap<>();
    private final Map<RequestId, Instant> due = new HashMap<>();
    private Duration most = most(Settings.DEFAULTS);

    private static Duration most(Settings settings) {
      return settings.policy().dialogue().pauseMax();
    }

    Optional<String> brokenBy(List<Recorded> history) {
      for (var recorded : history) {
        if (isTooLong(recorded.event())) {
          return Optional.of("a decision is delayed for too long: " + Plain.text(recorded));
        }
      }
      return Optional.empty();
    }

    private boolean isTooLong(Event event) {
      switch (event) {
        case SettingsChanged changed -> most = most(changed.settings());
        case RequestOpened begun -> {
          opened.put(begun.request(), begun.decideBy());
          due.put(begun.request(), begun.decideBy());
        }
        case QuestionAsked asked when asked.decideBy().isPresent() -> {
          due.put(asked.request(), asked.decideBy().get());
          var begun = opened.get(asked.request());
          return begun == null || asked.decideBy().get().isAfter(begun.plus(most));
        }
        case QuestionAnswered answered when answered.decideBy().isPresent() -> {
          var before = due.put(answered.request(), answered.decideBy().get());
          return before == null || answered.decideBy().get().isAfter(before);
        }
        default -> {}
      }
      return false;
    }
  }
}
