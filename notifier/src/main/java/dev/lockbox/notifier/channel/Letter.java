package dev.lockbox.notifier.channel;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.identity.RequestId;
import java.util.List;
import java.util.Optional;

/**
 * One event, told to one person; or several of one customer's requests that wait for them.
 *
 * @param id the same for every try
 * @param to where mail reaches them
 * @param matters in the order in which they happened; at least one
 */
public record Letter(MessageId id, String to, List<Matter> matters) {
  /**
   * What happened.
   *
   * @param opening what was asked and settled; empty when the request was never opened, or it is
   *     about none
   */
  public record Matter(Event event, Optional<Opening> opening) {}

  public Letter {
    matters = List.copyOf(matters);
    if (matters.isEmpty()) {
      throw new IllegalArgumentException("a letter tells something: matters must not be empty");
    }
  }

  public Letter(MessageId id, String to, Event event, Optional<Opening> opening) {
    this(id, to, List.of(new Matter(event, opening)));
  }

  /** The only one, or the first. */
  public Event event() {
    return matters.getFirst().event();
  }

  /** Of the only one, or the first. */
  public Optional<Opening> opening() {
    return matters.getFirst().opening();
  }

  /** As if each were told by a letter of its own. */
  List<Letter> each() {
    return matters.stream()
        .map(matter -> new Letter(id, to, matter.event(), matter.opening()))
        .toList();
  }

  /** Without the address, which must not reach a log by being printed. */
  @Override
  public String toString() {
    var about = event().about().map(RequestId::toString).orElse(event().tenant().value());
    return "Letter[%s of %s]".formatted(id, about);
  }
}
