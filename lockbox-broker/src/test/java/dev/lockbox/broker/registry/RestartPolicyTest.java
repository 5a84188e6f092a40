package dev.lockbox.broker.registry;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

  @Test
  void pausesGrowAndThenThereIsNoMore() {
    var pauses = new ArrayList<Duration>();
    var policy = RestartPolicy.fresh().afterRunning(ZERO);
    for (; policy.pause().isPresent(); policy = policy.afterRunning(ZERO)) {
      pauses.add(policy.pause().get());
    }
    assertThat(pauses).hasSize(RestartPolicy.RESTARTS_MAX).isSorted().doesNotHaveDuplicates();
    assertThat(pauses.getFirst()).isEqualTo(RestartPolicy.FIRST_PAUSE);
  }

  @Test
  void aLongLifeEarnsAllRestartsBack() {
    var exhausted = new RestartPolicy(RestartPolicy.RESTARTS_MAX, RestartPolicy.FIRST_PAUSE);
    var nearly = RestartPolicy.LONG_ENOUGH.minusMillis(1);
    assertThat(exhausted.afterRunning(nearly).pause()).isEmpty();
    assertThat(exhausted.afterRunning(RestartPolicy.LONG_ENOUGH).pause())
        .contains(RestartPolicy.FIRST_PAUSE);
  }
}
