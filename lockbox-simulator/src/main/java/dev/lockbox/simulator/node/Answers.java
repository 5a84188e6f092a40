package dev.lockbox.simulator.node;

import dev.lockbox.domain.Event;
import java.util.List;
import java.util.stream.Collectors;

/** What verdicts and states are called in the coverage and in a trace. */
final class Answers {
  private Answers() {}

  static String nameOf(Verdict verdict) {
    return switch (verdict) {
      case Verdict.RequestMoved moved ->
          moved.ended().map(ended -> names(ended.events()) + " ").orElse("")
              + names(moved.events());
      case Verdict.TenantMoved moved -> names(moved.events());
      case Verdict.ExclusionMoved moved -> names(List.of(moved.event()));
      case Verdict.GrantsMoved moved -> names(List.of(moved.event()));
      case Verdict.SessionsMoved moved -> names(moved.events());
      case Verdict.Faulted faulted -> names(List.of(faulted.event()));
      case Verdict.SaidNo no -> no.event().refusal().name();
      case Verdict.Repeated again -> "Repeated";
      case Verdict.AlarmRefused alarm -> alarm.refusal().name();
    };
  }

  static String nameOf(Kept kept) {
    return switch (kept) {
      case Kept.Readable readable -> readable.state().getClass().getSimpleName();
      case Kept.Garbled garbled -> "Garbled";
    };
  }

  private static String names(List<? extends Event> events) {
    return events.stream()
        .map(event -> event.getClass().getSimpleName())
        .collect(Collectors.joining(" "));
  }
}
