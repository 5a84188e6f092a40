package dev.lockbox.simulator.node;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.roles.Directory;
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
      case Verdict.Attended moved -> names(moved.events());
      case Verdict.RolesMoved moved -> names(moved.events());
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

  /** What a command about the provider's roles meets. */
  static String nameOf(Directory directory, RolesCommand asked) {
    return switch (asked) {
      case RolesCommand.OfRole ofRole -> directory.role(ofRole.role()).getClass().getSimpleName();
      case RolesCommand.OfEngineer theirs -> {
        var engineer = directory.engineer(theirs.engineer());
        var isKnown = engineer.description().isPresent() ? Watcher.KNOWN : Watcher.UNKNOWN;
        yield engineer.roles().isEmpty() ? isKnown : Watcher.MEMBER;
      }
    };
  }

  private static String names(List<? extends Event> events) {
    return events.stream()
        .map(event -> event.getClass().getSimpleName())
        .collect(Collectors.joining(" "));
  }
}
