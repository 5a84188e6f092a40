package dev.lockbox.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long is usual (FEATURES row 94). */
class UsualTest {
  private static Usual granted(int... minutes) {
    var usual = Usual.NOTHING;
    for (var one : minutes) {
      usual = usual.and(Duration.ofMinutes(one), false);
    }
    return usual;
  }

  @Test
  void fewerThanAHandfulMakeNothingUsual() {
    assertThat(granted(30, 30, 30, 30).median()).isEmpty();
    assertThat(granted(30, 30, 30, 30).ninetieth()).isEmpty();
    assertThat(granted(30, 30, 30, 30).count()).isEqualTo(4);
    assertThat(granted(30, 30, 30, 30, 30).median()).contains(Duration.ofMinutes(30));
  }

  @Test
  void halfWereGrantedForTheMedianAtMostAndNineOfTenForTheNinetieth() {
    var usual = granted(480, 30, 60, 30, 60, 60, 30, 120, 60, 30);
    assertThat(usual.median()).contains(Duration.ofMinutes(60));
    assertThat(usual.ninetieth()).contains(Duration.ofMinutes(120));
  }

  /** As whoever has them all in a list would say. */
  @Test
  void itIsWhatAListWouldTell() {
    var random = new SplittableRandom(94);
    for (var round = 0; round < 200; round++) {
      var all = random.ints(random.nextInt(5, 60), 1, 1441).toArray();
      var usual = granted(all);
      var sorted = IntStream.of(all).sorted().toArray();
      assertThat(usual.median()).contains(at(sorted, 50));
      assertThat(usual.ninetieth()).contains(at(sorted, 90));
      assertThat(usual.count()).isEqualTo(all.length);
    }
  }

  /** The nearest rank. */
  private static Duration at(int[] sorted, int percent) {
    return Duration.ofMinutes(sorted[(sorted.length * percent + 99) / 100 - 1]);
  }

  @Test
  void whatWasNarrowedIsCounted() {
    var usual = granted(30, 30).and(Duration.ofMinutes(10), true);
    assertThat(usual.narrowed()).isEqualTo(1);
    assertThat(usual.count()).isEqualTo(3);
  }

  @Test
  void begunMinutesAreCountedWholeAndADayIsTheMost() {
    assertThat(Usual.NOTHING.and(Duration.ofSeconds(1), false).granted()).containsOnlyKeys(1);
    assertThat(Usual.NOTHING.and(Duration.ofSeconds(61), false).granted()).containsOnlyKeys(2);
    assertThat(Usual.NOTHING.and(Duration.ofHours(24), false).granted()).containsOnlyKeys(1440);
    assertThat(Usual.NOTHING.and(Duration.ofDays(9), false).granted()).containsOnlyKeys(1440);
  }

  /** However many requests there are, it is no larger than a day has minutes. */
  @Test
  void itsSizeDoesNotGrowWithWhatItKnows() {
    var usual = granted(IntStream.range(0, 5_000).map(one -> one % 1440 + 1).toArray());
    assertThat(usual.count()).isEqualTo(5_000);
    assertThat(usual.granted()).hasSize(1440);
  }

  @Test
  void nothingElseCanBeUsual() {
    for (var minutes : Arrays.asList(0, -1, 1441)) {
      var granted = new TreeMap<Integer, Long>();
      granted.put(minutes, 1L);
      assertThatThrownBy(() -> new Usual(granted, 0)).hasMessageContaining("minutes");
    }
    assertThatThrownBy(() -> new Usual(new TreeMap<>(), 1)).hasMessageContaining("narrowed");
    assertThatThrownBy(() -> new Usual(new TreeMap<>(), -1)).hasMessageContaining("narrowed");
  }
}
