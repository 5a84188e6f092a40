package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.api.ApiMain;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.load.Approver;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRegistry.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KilledApiIT {
  private static final String MAIN = ApiMain.class.getName();
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String YES = "the-same-yes";

  /**
   * Both approvals are on the log and unanswered when the API dies. One is repeated before the
   * processor has seen the first, so that two commands carry one attempt; the other afterwards.
   */
  @Test
  void anApprovalThatWasNeverAnsweredCountsOnceHoweverOftenItIsRepeated(Registry registry) {
    try (var cluster = Cluster.on(registry)) {
      var processor = cluster.processor();
      cluster.audit();
      var api = cluster.process(MAIN, "api");
      cluster.enrol(Cluster.CUSTOMERS);
      var contoso = Cluster.CONTOSO;
      var anna = contoso.approvers().getFirst();
      var early = new RequestId(contoso.tenant(), "repeated-early");
      var late = new RequestId(contoso.tenant(), "repeated-late");
      var traffic = cluster.traffic(1);
      traffic.open(early, anna);
      traffic.open(late, anna);

      cluster.stop(processor);
      var before = commands(cluster);
      var once = new Approver(cluster::api, cluster.issuer, cluster.history, Duration.ZERO);
      var firstEarly = aside(() -> once.approve(early, anna, YES, 1));
      var firstLate = aside(() -> once.approve(late, anna, YES, 1));
      awaitCommands(cluster, before + 2);
      api.kill();
      assertThat(firstEarly.join().outcome()).isInstanceOf(Outcome.Unknown.class);
      assertThat(firstLate.join().outcome()).isInstanceOf(Outcome.Unknown.class);

      cluster.process(MAIN, "api");
      var secondEarly = aside(() -> cluster.approver.approve(early, anna, YES, 1));
      awaitCommands(cluster, before + 3);
      cluster.processor();
      assertThat(secondEarly).succeedsWithin(LIMIT);
      assertThat(secondEarly.join().outcome()).isEqualTo(new Outcome.Accepted(2));
      var secondLate = cluster.approver.approve(late, anna, YES, 1);
      assertThat(secondLate.outcome()).isEqualTo(new Outcome.Accepted(2));

      cluster.judged();
    }
  }

  private static void awaitCommands(Cluster cluster, int count) {
    await("%d commands on the log".formatted(count))
        .atMost(LIMIT)
        .until(() -> commands(cluster) >= count);
  }

  /** Without the ticks. */
  private static int commands(Cluster cluster) {
    return cluster.run(List.of()).commands().size();
  }

  private static CompletableFuture<Operation> aside(Supplier<Operation> operation) {
    return CompletableFuture.supplyAsync(operation, task -> Thread.ofVirtual().start(task));
  }
}
