package dev.lockbox.testkit.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.testkit.promise.Faults.Fault;
import dev.lockbox.testkit.run.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {

  @Test
  void aRunInWhichNothingWentWrongKeepsEveryPromise() {
    assertThat(Checker.judge(new Story().run())).isEmpty();
  }

  static List<Fault> faults() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultIsFoundAndNamed(Fault fault) {
    var story = new Story();
    fault.spoil().accept(story);
    assertThat(fault.breaks().judge(story.run()))
        .anySatisfy(
            broken -> {
              assertThat(broken.promise()).isEqualTo(fault.breaks().name());
              assertThat(broken.about()).isEqualTo(fault.about());
              assertThat(broken.why()).contains(fault.why());
              assertThat(broken.where()).isNotBlank();
            });
  }

  @Test
  void anAttemptMadeAgainMayHaveBeenDecidedWhenItWasFirstMade() {
    var story = new Story();
    var approval = story.operation("approve-c-revoked");
    var later = story.operation("deny-c-denied").answered();
    story.replace(approval, approval.with(new Outcome.Unknown("the API died")));
    story.operations.add(approval.between(later.plusMillis(100), later.plusMillis(200)));
    assertThat(Checker.judge(story.run())).isEmpty();
  }

  @Test
  void everyPromiseCanBeBroken() {
    var broken = faults().stream().map(fault -> fault.breaks().name()).collect(Collectors.toSet());
    assertThat(broken)
        .containsExactlyInAnyOrderElementsOf(
            Checker.promises().stream().map(Promise::name).toList());
  }
}
