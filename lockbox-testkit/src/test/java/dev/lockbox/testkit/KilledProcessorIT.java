package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.ProcessorMain;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.rig.StallWatch;
import dev.lockbox.testkit.run.Operation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRegistry.class)
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class KilledProcessorIT {
  private static final String MAIN = ProcessorMain.class.getName();
  private static final int LIVES = 150;
  private static final int AT_ONCE = 10;

  /** The transaction's own limit, and the two seconds or ten until the broker looks for it. */
  private static final Duration STALL_MAX = Duration.ofSeconds(25);

  @Test
  void twoShareTheWorkAndEachIsKilledUnderLoad(Registry registry) {
    try (var cluster = Cluster.on(registry)) {
      var first = cluster.launch(MAIN, "processor-1");
      var second = cluster.launch(MAIN, "processor-2");
      cluster.startApi();
      cluster.audit();
      cluster.awaitWell(first);
      cluster.awaitWell(second);
      cluster.enrol(Cluster.CUSTOMERS);
      try (var stalls =
          StallWatch.over(cluster.ground.client(), List.of(Topics.COMMANDS, Topics.EVENTS))) {
        var traffic = cluster.traffic(Seeds.next("killed processors"));
        var done = traffic.start(LIVES, AT_ONCE);
        Cluster.awaitLived(traffic, LIVES / 5, done);
        first.kill();
        Cluster.awaitLived(traffic, 2 * LIVES / 5, done);
        cluster.awaitWell(cluster.launch(MAIN, "processor-1"));
        Cluster.awaitLived(traffic, 3 * LIVES / 5, done);
        second.kill();
        assertThat(done).succeedsWithin(Cluster.DONE_WITHIN);
        cluster.judged();
        report(stalls, cluster.history.operations());
        assertThat(stalls.longest(Topics.COMMANDS)).isLessThan(STALL_MAX);
        assertThat(stalls.longest(Topics.EVENTS)).isLessThan(STALL_MAX);
      }
    }
  }

  private static void report(StallWatch stalls, List<Operation> operations) {
    var slowest =
        operations.stream()
            .map(one -> Duration.between(one.invoked(), one.answered()))
            .max(Duration::compareTo)
            .orElseThrow();
    System.out.printf(
        "killed processors: readers of commands held back %d ms at most, of events %d ms;"
            + " slowest answer %d ms%n",
        stalls.longest(Topics.COMMANDS).toMillis(),
        stalls.longest(Topics.EVENTS).toMillis(),
        slowest.toMillis());
  }
}
