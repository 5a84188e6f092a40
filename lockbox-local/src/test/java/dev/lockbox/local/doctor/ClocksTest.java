package dev.lockbox.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.time.HostClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ticks say of hosts' clocks. */
class ClocksTest {
  private static final Instant NOW = Cast.NOON;

  private static HostClock tick(String host, Duration ago, Duration ahead) {
    var appended = NOW.minus(ago);
    return new HostClock(new HostId(host), appended.plus(ahead), appended);
  }

  private static Symptom of(HostClock... ticks) {
    return Clocks.symptom(List.of(ticks), NOW);
  }

  @Test
  void clocksThatAgreeAreWell() {
    var found =
        of(
            tick("processor-1", Duration.ofSeconds(3), Duration.ofMillis(12)),
            tick("api-1", Duration.ofSeconds(20), Duration.ofMillis(-4)));
    assertThat(found.isWell()).isTrue();
    assertThat(found.words()).isEqualTo("beside the broker's: api-1 -4 ms, processor-1 +12 ms");
  }

  @Test
  void oneThatIsFarOffIsBad() {
    var found =
        of(
            tick("processor-1", Duration.ZERO, Duration.ofSeconds(15).plusMillis(1)),
            tick("api-1", Duration.ZERO, Duration.ZERO));
    assertThat(found.isWell()).isFalse();
    assertThat(of(tick("api-1", Duration.ZERO, Duration.ofSeconds(-15))).isWell()).isTrue();
    assertThat(of(tick("api-1", Duration.ZERO, Duration.ofSeconds(-16))).isWell()).isFalse();
  }

  @Test
  void onlyTheLastTickOfAHostCounts() {
    var wrong = tick("api-1", Duration.ofSeconds(9), Duration.ofHours(1));
    var right = tick("api-1", Duration.ofSeconds(4), Duration.ZERO);
    assertThat(of(wrong, right).isWell()).isTrue();
    assertThat(of(right, wrong).isWell()).isTrue();
  }

  @Test
  void whereNobodyTickedOfLateNothingIsGranted() {
    assertThat(of().isWell()).isFalse();
    assertThat(of(tick("api-1", Duration.ofSeconds(20).plusMillis(1), Duration.ZERO)).words())
        .isEqualTo("no host has told its clock for 20 s: nothing is granted");
  }
}
