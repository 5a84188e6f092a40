package dev.lockbox.notifier.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * What a letter says of access that nobody was asked for. What begins later is not there yet, and
 * is not said to be.
 *
 * @param how it came to be there, in a word or two
 * @param why nobody was asked
 */
record UnaskedWording(Instant until, String how, String why) {
  String happened(Letter letter) {
    var when =
        start(letter)
            .map(start -> "from %s on".formatted(Times.shown(start)))
            .orElseGet(() -> "until " + Times.shown(until));
    return "access %s %s".formatted(how, when);
  }

  String headline(Letter letter, String engineer) {
    var when =
        start(letter)
            .map(start -> "from %s on, and none before".formatted(Times.shown(start)))
            .orElseGet(() -> "until " + Times.shown(until));
    return "%s has access %s. Nobody was asked: %s.".formatted(engineer, when, why);
  }

  private static Optional<Instant> start(Letter letter) {
    return letter
        .opening()
        .flatMap(opened -> opened.details().startAt())
        .filter(letter.event().at()::isBefore);
  }
}
