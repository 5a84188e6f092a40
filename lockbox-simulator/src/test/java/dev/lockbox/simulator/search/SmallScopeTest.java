package dev.lockbox.simulator.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.simulator.bugs.BugBank;
import dev.lockbox.simulator.variant.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallScopeTest {
  @Test
  void everythingWithinThreeStepsIsAsTheOracleSays() {
    var result = SmallScope.search(Variant.SOUND, 3, () -> false);
    assertThat(result.broken()).isEmpty();
    assertThat(result.depth()).isEqualTo(3);
    assertThat(result.situations()).isGreaterThan(500);
    assertThat(result.steps()).isGreaterThan(result.situations());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approves-at-the-deadline",
        "rings-early",
        "engineer-approves",
        "denied-is-not-final",
        "approves-twice",
        "a-millisecond-more",
        "repeats-not-recognised"
      })
  void aDefectOfTheRulesIsFoundWithinThreeSteps(String name) {
    var bug = BugBank.all().stream().filter(one -> one.name().equals(name)).findFirst();
    var result = SmallScope.search(bug.orElseThrow().variant(), 3, () -> false);
    assertThat(result.broken()).isPresent();
  }
}
