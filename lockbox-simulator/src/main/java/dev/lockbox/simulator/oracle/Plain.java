package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;

/** Events in few words, the same on every machine: no set is printed. */
public final class Plain {
  private Plain() {}

  public static String text(Recorded recorded) {
    var event = recorded.event();
    var what =
        event instanceof CommandRefused no
            ? "%s %s, %s".formatted(no.command(), no.refusal(), no.detail())
            : event.getClass().getSimpleName();
    return "%s (%s, sequence %s, version %s, at %s, because of %s)"
        .formatted(
            what,
            event.about().map(Object::toString).orElseGet(() -> event.tenant().toString()),
            recorded.sequence(),
            recorded.version(),
            event.at(),
            recorded.cause());
  }
}
