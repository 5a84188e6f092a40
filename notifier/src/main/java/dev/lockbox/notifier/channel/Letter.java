package dev.lockbox.notifier.channel;

import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestEvent;
import java.util.Optional;

/**
 * One event, told to one person.
 *
 * @param id the same for every try
 * @param to where mail reaches them
 * @param opening what was asked and settled; empty when the request was never opened
 */
public record Letter(MessageId id, String to, RequestEvent event, Optional<Opening> opening) {

  /** Without the address, which must not reach a log by being printed. */
  @Override
  public String toString() {
    return "Letter[%s of %s]".formatted(id, event.request());
  }
}
