package dev.lockbox.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.simulator.variant.Variant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunTest {
  private static List<String> trace(long seed) {
    var lines = new ArrayList<String>();
    var result = Run.told(Generator.history(seed), Variant.SOUND, lines::add);
    assertThat(result.broken()).as("seed %d", seed).isEmpty();
    return lines;
  }

  @Test
  void theSameSeedIsTheSameRun() {
    for (var seed = 0; seed < 100; seed++) {
      assertThat(trace(seed)).isEqualTo(trace(seed)).hasSizeGreaterThan(30);
    }
  }

  @Test
  void anotherSeedIsAnotherRun() {
    assertThat(trace(1)).isNotEqualTo(trace(2));
  }
}
