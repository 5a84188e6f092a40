package dev.lockbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.simulator.history.Generator;
import dev.lockbox.simulator.history.Run;
import dev.lockbox.simulator.variant.Variant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What chance hardly ever brings about comes in two hundred histories. */
class RareCombinationsTest {
  private static final int HISTORIES = 200;
  private static final Coverage COVERAGE = new Coverage();

  @BeforeAll
  static void twoHundredHistoriesInWhichEveryPromiseIsKept() {
    for (var seed = 0; seed < HISTORIES; seed++) {
      var result = Run.of(Generator.history(seed), Variant.SOUND, COVERAGE);
      assertThat(result.broken()).as("history %s", seed).isEmpty();
    }
  }

  @Test
  void everythingIsAskedOfWhatIsFaultedAndOfWhatMustBeClosed() {
    for (var command : Kinds.of(RequestCommand.class)) {
      assertThat(COVERAGE.of("Faulted", command)).as(command).isPositive();
      assertThat(COVERAGE.of("Closing", command)).as(command).isPositive();
    }
  }

  @Test
  void whatHardlyEverStandsInTheWayDoes() {
    assertThat(COVERAGE.answers().keySet())
        .flatMap(answer -> Arrays.asList(answer.split(" ")))
        .contains(
            Refusal.TOO_MANY_MEMBERSHIPS.name(),
            Refusal.MEMBERSHIP_TOO_LONG.name(),
            Refusal.PLAN_NOT_ELIGIBLE.name(),
            Refusal.TARGET_NOT_ALLOWED.name(),
            Refusal.MFA_REQUIRED.name(),
            Refusal.CREDENTIAL_NOT_ALLOWED.name(),
            Refusal.OUTSIDE_HOURS.name(),
            Refusal.COOLING_DOWN.name(),
            Refusal.NO_WAY_IN_LEFT.name());
  }
}
