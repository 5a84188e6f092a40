package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.time.PartitionClock;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The oracle's reading of the ticks, and the core's: written apart, and they must agree. */
class LogTimeTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final int LOGS = 2_000;
  private static final int RECORDS = 40;

  @Test
  void aLogWithoutTicksIsTrustedAsLongAsItsTimeRunsForwards() {
    var time = new LogTime();
    time.wrote(time.at(NOON));
    assertThat(time.at(NOON.plusSeconds(86_400)).suspect()).isFalse();
    assertThat(time.at(NOON.minusSeconds(30)).suspect()).isFalse();
    assertThat(time.at(NOON.minusSeconds(31)).suspect()).isTrue();
    assertThat(time.at(NOON.minusSeconds(31)).effective()).isEqualTo(NOON);
  }

  @Test
  void theCoreSaysTheSameOfAnyLog() {
    var random = new SplittableRandom(4711);
    for (var log = 0; log < LOGS; log++) {
      thenTheyAgree(random.split());
    }
  }

  private static void thenTheyAgree(SplittableRandom random) {
    var oracle = new LogTime();
    var core = PartitionClock.UNSET;
    var at = NOON;
    for (var record = 0; record < RECORDS; record++) {
      at = at.plusSeconds(random.nextInt(4) == 0 ? far(random) : random.nextInt(-40, 70));
      if (random.nextBoolean()) {
        var host = new HostId("host-" + random.nextInt(4));
        var shown = at.plusSeconds(random.nextInt(3) == 0 ? far(random) : random.nextInt(-35, 36));
        oracle.ticked(host, shown, at);
        core = core.tick(host, shown, at);
      } else {
        var expected = core.at(at);
        var found = oracle.at(at);
        assertThat(found.suspect()).isEqualTo(expected.suspect());
        assertThat(found.effective()).isEqualTo(expected.effective());
        if (random.nextBoolean()) {
          oracle.wrote(found);
          core = core.after(expected);
        }
      }
    }
  }

  private static int far(SplittableRandom random) {
    return random.nextInt(-400_000, 400_000);
  }
}
