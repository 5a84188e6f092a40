package dev.lockbox.notifier.channel;

import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import java.time.Instant;
import java.util.Optional;

/**
 * What a letter says of access that nobody was asked for and that begins later: it is not there.
 */
final class LaterWording {
  private LaterWording() {}

  static Optional<String> happened(Letter letter, RequestEvent event) {
    return why(event)
        .flatMap(why -> start(letter, event))
        .map(start -> "access without approval from %s on".formatted(Times.shown(start)));
  }

  static Optional<String> headline(Letter letter, RequestEvent event, String engineer) {
    return why(event)
        .flatMap(
            why ->
                start(letter, event)
                    .map(
                        start ->
                            "%s has access from %s on, and none before. Nobody was asked: %s."
                                .formatted(engineer, Times.shown(start), why)));
  }

  /** Empty where somebody was asked. */
  private static Optional<String> why(RequestEvent event) {
    if (event instanceof GrantedWithoutCustomer granted) {
      return Optional.of(Wording.because(granted.cause()));
    }
    return event instanceof GrantedByRule granted
        ? Optional.of(RulesWording.because(granted))
        : Optional.empty();
  }

  private static Optional<Instant> start(Letter letter, RequestEvent event) {
    return letter
        .opening()
        .flatMap(opened -> opened.details().startAt())
        .filter(event.at()::isBefore);
  }
}
