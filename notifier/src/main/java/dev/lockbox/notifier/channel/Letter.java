package dev.lockbox.notifier.channel;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.identity.RequestId;
import java.util.Optional;

/**
 * One event, told to one person.
 *
 * @param id the same for every try
 * @param to where mail reaches them
 * @param opening what was asked and settled; empty when the request was never opened, or it is
 *     about none
 */
public record Letter(MessageId id, String to, Event event, Optional<Opening> opening) {

  /** Without the address, which must not reach a log by being printed. */
  @Override
  public String toString() {
    var about = event.about().map(RequestId::toString).orElse(event.tenant().value());
    return "Letter[%s of %s]".formatted(id, about);
  }
}
