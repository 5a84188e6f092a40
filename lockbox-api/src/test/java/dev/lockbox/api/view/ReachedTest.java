package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReachedTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private final Reached reached = new Reached();

  @Test
  void completesOnceTheSequenceIsFolded() {
    var waiting = reached.await(CONTOSO, 5, LONG, () -> 4);
    reached.reached(FABRIKAM, 9);
    reached.reached(CONTOSO, 4);
    assertThat(waiting).isNotDone();
    reached.reached(CONTOSO, 6);
    assertThat(waiting).isCompletedWithValue(true);
    assertThat(reached.waiting()).isZero();
  }

  @Test
  void whatIsFoldedAlreadyIsNotWaitedFor() {
    assertThat(reached.await(CONTOSO, 5, LONG, () -> 5)).isCompletedWithValue(true);
    assertThat(reached.waiting()).isZero();
  }

  @Test
  void givesUpAfterAWhileAndLeavesNothingBehind() {
    var waiting = reached.await(CONTOSO, 5, Duration.ofMillis(1), () -> 0);
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> reached.waiting() == 0);
  }
}
