package dev.lockbox.domain.histories;

import dev.lockbox.domain.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/** Append times: mostly forward, often right at a deadline, now and then backwards. */
final class RandomClock {
  private final RandomGenerator random;
  private Instant now = Cast.MORNING;

  RandomClock(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param deadlines of all that is open
   */
  Instant next(List<Instant> deadlines) {
    now =
        switch (random.nextInt(12)) {
          case 0, 1 -> now;
          case 2, 3, 4 -> now.plus(upTo(Duration.ofMinutes(5)));
          case 5 -> now.plus(upTo(Duration.ofHours(10)));
          case 6 -> now.plus(upTo(Duration.ofDays(2)));
          case 7 -> now.minus(upTo(Duration.ofSeconds(10)));
          case 8 -> now.minus(upTo(Duration.ofHours(6)));
          default -> deadlines.isEmpty() ? now.plus(Cast.TICK) : aboutOneOf(deadlines);
        };
    return now;
  }

  private Instant aboutOneOf(List<Instant> deadlines) {
    return deadlines.get(random.nextInt(deadlines.size())).plusMillis(random.nextInt(-1, 2));
  }

  private Duration upTo(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }
}
