package dev.lockbox.simulator.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.simulator.bugs.Bug;
import dev.lockbox.simulator.bugs.BugBank;
import dev.lockbox.simulator.node.Watcher;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.variant.Variant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"engineer-approves", "zombies-not-fenced", "wall-clock-read", "memory-too-short"})
  void nothingCanBeSparedOfAShrunkHistory(String name) {
    var variant = variant(name);
    var failing =
        LongStream.iterate(1, seed -> seed + 1)
            .mapToObj(Generator::history)
            .filter(history -> broken(history, variant).isPresent())
            .findFirst()
            .orElseThrow();
    var broken = broken(failing, variant).orElseThrow();

    var shrunk = Shrinker.shrunk(failing, variant, broken);

    assertThat(shrunk.length()).isLessThan(12).isLessThan(failing.length());
    assertThat(broken(shrunk, variant)).map(Broken::invariant).contains(broken.invariant());
    for (var left = 0; left < shrunk.length(); left++) {
      var fewer = new ArrayList<>(shrunk.operations());
      fewer.remove(left);
      assertThat(broken(shrunk.with(fewer), variant).map(Broken::invariant))
          .as("without step %d", left)
          .isNotEqualTo(Optional.of(broken.invariant()));
    }
  }

  private static Optional<Broken> broken(History history, Variant variant) {
    return Run.of(history, variant, Watcher.NOBODY).broken();
  }

  private static Variant variant(String name) {
    return BugBank.all().stream()
        .filter(bug -> bug.name().equals(name))
        .map(Bug::variant)
        .findFirst()
        .orElseThrow();
  }
}
