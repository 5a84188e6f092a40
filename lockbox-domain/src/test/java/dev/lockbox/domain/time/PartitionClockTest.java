package dev.lockbox.domain.time;

import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.HostId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partition knows of time, told by the broker's stamps and the hosts' ticks alone. */
class PartitionClockTest {
  private static final HostId ONE = new HostId("host-1");
  private static final HostId TWO = new HostId("host-2");
  private static final HostId THREE = new HostId("host-3");
  private static final Duration FOUR_DAYS = Duration.ofDays(4);

  @Test
  void whereNobodyHasEverTickedTheBrokerIsTrusted() {
    assertThat(PartitionClock.UNSET.at(NOON)).isEqualTo(Moment.at(NOON));
  }

  @Test
  void oneHostThatAgreesIsEnough() {
    var clock = PartitionClock.UNSET.tick(ONE, NOON, NOON);
    assertThat(clock.at(NOON.plusSeconds(60)).suspect()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {30_001, -30_001, 172_800_000, Long.MAX_VALUE / 2, Long.MIN_VALUE / 2})
  void oneHostThatDisagreesMakesTheBrokerSuspect(long aheadMillis) {
    var clock = PartitionClock.UNSET.tick(ONE, NOON.plusMillis(aheadMillis), NOON);
    assertThat(clock.at(NOON).suspect()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {30_000, -30_000, 0, 500})
  void aSmallDifferenceIsNone(long aheadMillis) {
    var clock = PartitionClock.UNSET.tick(ONE, NOON.plusMillis(aheadMillis), NOON);
    assertThat(clock.at(NOON).suspect()).isFalse();
  }

  /** T5: what a host's clock shows counts for nothing but the median. */
  @ParameterizedTest
  @ValueSource(longs = {-2, 2})
  void ofTwoHostsOneMayBeDaysWrong(long days) {
    var clock =
        PartitionClock.UNSET
            .tick(ONE, NOON, NOON)
            .tick(TWO, NOON.plus(Duration.ofDays(days)), NOON);
    assertThat(clock.at(NOON)).isEqualTo(Moment.at(NOON));
  }

  @Test
  void ofThreeHostsTwoOutvoteTheBroker() {
    var wrong = NOON.minus(Duration.ofDays(2));
    var clock =
        PartitionClock.UNSET.tick(ONE, NOON, NOON).tick(TWO, wrong, NOON).tick(THREE, wrong, NOON);
    assertThat(clock.at(NOON).suspect()).isTrue();
  }

  @Test
  void twoHostsThatAgreeWithEachOtherOutvoteTheBroker() {
    var ahead = NOON.plus(FOUR_DAYS);
    var clock = PartitionClock.UNSET.tick(ONE, NOON, ahead).tick(TWO, NOON, ahead);
    assertThat(clock.at(ahead).suspect()).isTrue();
  }

  /** T3: the jump makes every tick old at once, so it is seen before the next tick comes. */
  @Test
  void aJumpIsSuspectFromItsFirstRecordOn() {
    var clock = agreeing();
    var jumped = NOON.plus(FOUR_DAYS);
    assertThat(clock.at(jumped).suspect()).isTrue();
    assertThat(clock.tick(ONE, NOON.plusSeconds(5), jumped).at(jumped).suspect()).isTrue();
  }

  /** T3: and nothing of it stays, once the hosts agree again. */
  @Test
  void afterAJumpAndBackTheClockIsSuspectUntilATickAgrees() {
    var jumped = NOON.plus(FOUR_DAYS);
    var back = NOON.plusSeconds(20);
    var clock =
        agreeing().tick(ONE, NOON.plusSeconds(5), jumped).tick(TWO, NOON.plusSeconds(5), jumped);
    clock = clock.after(clock.at(jumped));
    assertThat(clock.at(back).suspect()).isTrue();
    clock = clock.tick(ONE, back, back);
    assertThat(clock.at(back)).isEqualTo(Moment.at(back));
  }

  /** T4: a slower leader undoes nothing. */
  @Test
  void aClockThatFallsBackIsSuspectAndTimeStandsStill() {
    var clock = agreeing();
    var behind = NOON.minus(Duration.ofHours(1));
    assertThat(clock.at(behind)).isEqualTo(new Moment(behind, NOON, true, false));
    var told = clock.tick(ONE, behind, behind).tick(TWO, behind, behind);
    assertThat(told.at(behind).suspect()).as("however many agree").isTrue();
    assertThat(told.trusted()).isEqualTo(NOON);
  }

  @Test
  void aFewSecondsBackAreNotSuspectAndTimeStandsStill() {
    var behind = NOON.minusSeconds(30);
    assertThat(agreeing().at(behind)).isEqualTo(new Moment(behind, NOON, false, false));
    assertThat(agreeing().at(behind.minusMillis(1)).suspect()).isTrue();
  }

  /** T7: the fault model asks for an alarm and for no late grant; fail closed gives both. */
  @Test
  void whenAllTickersAreDeadTheClockIsSuspectAfterAMinute() {
    var clock = agreeing();
    assertThat(clock.at(NOON.plusSeconds(60)).suspect()).isFalse();
    assertThat(clock.at(NOON.plusMillis(60_001)).suspect()).isTrue();
  }

  @Test
  void aStartAfterALongSilenceIsTrustedFromItsFirstTickOn() {
    var later = NOON.plus(Duration.ofDays(30));
    assertThat(agreeing().tick(THREE, later, later).at(later)).isEqualTo(Moment.at(later));
  }

  @Test
  void aSuspectTimeIsNeverTrusted() {
    var jumped = NOON.plus(FOUR_DAYS);
    var clock = agreeing();
    assertThat(clock.after(clock.at(jumped)).trusted()).isEqualTo(NOON);
    var later = NOON.plusSeconds(3);
    assertThat(clock.after(clock.at(later)).trusted()).isEqualTo(later);
  }

  @Test
  void aHostIsRememberedOnceAndOnlyTheLastSoMany() {
    var clock = PartitionClock.UNSET;
    for (var number = 0; number < 2 * PartitionClock.HOSTS_MAX; number++) {
      clock = clock.tick(new HostId("host-" + number), NOON, NOON);
      clock = clock.tick(ONE, NOON, NOON);
    }
    assertThat(clock.hosts()).hasSize(PartitionClock.HOSTS_MAX);
    assertThat(clock.hosts().getLast().host()).isEqualTo(ONE);
    assertThat(clock.hosts()).extracting(HostClock::host).doesNotHaveDuplicates();
  }

  @Test
  void moreHostsThanTheLimitAreRefused() {
    var many = Collections.nCopies(PartitionClock.HOSTS_MAX + 1, new HostClock(ONE, NOON, NOON));
    assertThatThrownBy(() -> new PartitionClock(NOON, many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32");
  }

  /** T10, and whatever else clocks do: where anything may be granted, time only goes forward. */
  @Test
  void effectiveTimeNeverRunsBackwardsWhereAnythingMayBeGranted() {
    var random = new SplittableRandom(7);
    var clock = PartitionClock.UNSET;
    var real = NOON;
    var skewMillis = 0L;
    var last = Instant.MIN;
    for (var step = 0; step < 100_000; step++) {
      real = real.plusMillis(random.nextInt(8_000));
      skewMillis =
          switch (random.nextInt(400)) {
            case 0 -> random.nextLong(-FOUR_DAYS.toMillis(), FOUR_DAYS.toMillis());
            case 1, 2, 3 -> 0;
            default -> skewMillis + random.nextInt(-4, 5);
          };
      var appended = real.plusMillis(skewMillis);
      if (random.nextBoolean()) {
        var host = new HostId("host-" + random.nextInt(3));
        clock = clock.tick(host, real.plusMillis(random.nextInt(-500, 501)), appended);
      } else {
        var moment = clock.at(appended);
        clock = clock.after(moment);
        if (!moment.suspect()) {
          assertThat(moment.effective()).isAfterOrEqualTo(last);
          last = moment.effective();
        }
      }
    }
  }

  private static PartitionClock agreeing() {
    return PartitionClock.UNSET.tick(ONE, NOON, NOON).tick(TWO, NOON, NOON);
  }
}
