package dev.lockbox.notifier.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Instants and durations for people. A reader may be anywhere, so everything is in UTC. */
final class Times {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** Cut to the second: a deadline never looks later than it is. */
  static String shown(Instant instant) {
    return SECONDS.format(instant);
  }

  /** Cut to the second, for example {@code 1 h 30 min}; {@code 0 s} for less. */
  static String shown(Duration duration) {
    var parts =
        Stream.of(
                part(duration.toHours(), "h"),
                part(duration.toMinutesPart(), "min"),
                part(duration.toSecondsPart(), "s"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return parts.isEmpty() ? "0 s" : parts;
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + " " + unit;
  }
}
