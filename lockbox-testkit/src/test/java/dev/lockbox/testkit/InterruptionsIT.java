package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.ApiService;
import dev.lockbox.audit.AuditService;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.processor.ProcessorService;
import dev.lockbox.testkit.load.Garbage;
import dev.lockbox.testkit.rig.Link;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome;
import dev.lockbox.testkit.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One lockbox, all in this JVM, disturbed in one way after the other. Every test judges the whole
 * history so far, so that what one of them broke is found however late it shows.
 */
@ExtendWith(SharedRegistry.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterruptionsIT {
  private static final int LIVES = 60;
  private static final int AT_ONCE = 8;

  private Link registry;
  private Cluster cluster;
  private ProcessorService processor;
  private ApiService api;
  private AuditService audit;

  @BeforeAll
  void up(Registry shared) {
    registry = Link.to(shared.url());
    cluster = Cluster.on(shared, registry);
    processor = cluster.processor();
    api = cluster.startApi();
    audit = cluster.audit();
    cluster.enrol(Cluster.CUSTOMERS);
  }

  @AfterAll
  void down() {
    cluster.close();
    registry.close();
  }

  @Test
  void everyServiceIsRestartedInTheMiddle() {
    var traffic = cluster.traffic(Seeds.next("restarts"));
    var done = traffic.start(LIVES, AT_ONCE);
    Cluster.awaitLived(traffic, LIVES / 5, done);
    cluster.stop(processor);
    processor = cluster.processor();
    Cluster.awaitLived(traffic, 2 * LIVES / 5, done);
    cluster.stop(api);
    api = cluster.startApi();
    Cluster.awaitLived(traffic, 3 * LIVES / 5, done);
    cluster.stop(audit);
    audit = cluster.audit();
    finish(done);
    cluster.judged();
  }

  @Test
  void theRegistryIsGoneAndNobodyNeedsIt() {
    finish(cluster.traffic(Seeds.next("before the registry is gone")).start(LIVES / 3, AT_ONCE));
    registry.cut();
    try {
      finish(cluster.traffic(Seeds.next("without registry")).start(LIVES / 3, AT_ONCE));
      cluster.stop(processor);
      processor = cluster.processor();
      finish(cluster.traffic(Seeds.next("restarted without")).start(LIVES / 3, AT_ONCE));
      cluster.judged();
    } finally {
      registry.mend();
    }
  }

  @Test
  void offsetsAreResetToTheBeginningAndNothingHappensAgain() {
    finish(cluster.traffic(Seeds.next("before the reset")).start(LIVES / 2, AT_ONCE));
    var before = cluster.judged();
    cluster.stop(processor);
    cluster.stop(audit);
    var groups = new Groups(cluster.ground.client());
    groups.resetToEarliest("lockbox-processor");
    groups.resetToEarliest("lockbox-audit");
    processor = cluster.processor();
    audit = cluster.audit();
    groups.awaitCaughtUp("lockbox-processor");
    groups.awaitCaughtUp("lockbox-audit");
    var after = cluster.judged();
    assertThat(after.commands()).isEqualTo(before.commands());
    assertThat(after.events()).isEqualTo(before.events());
    assertThat(after.states()).isEqualTo(before.states());
    assertThat(after.audit()).isEqualTo(before.audit());
    assertThat(after.quarantine()).isEqualTo(before.quarantine());
    finish(cluster.traffic(Seeds.next("after the reset")).start(LIVES / 3, AT_ONCE));
    cluster.judged();
  }

  @Test
  void garbageIsSetAsideAndNothingStops() {
    var seed = Seeds.next("garbage");
    var before = cluster.run(List.of()).quarantine().size();
    var traffic = cluster.traffic(seed);
    var done = traffic.start(LIVES, AT_ONCE);
    var garbage = new Garbage(cluster.formats, cluster.signers.jitService(), seed);
    var spilt = 0;
    for (var third = 1; third <= 3; third++) {
      Cluster.awaitLived(traffic, third * LIVES / 4, done);
      spilt += garbage.spill(cluster.ground.client(), Cluster.CONTOSO, Cluster.FABRIKAM);
    }
    finish(done);
    var quarantine = cluster.judged().quarantine();
    assertThat(quarantine).hasSize(before + spilt);
    assertThat(quarantine)
        .extracting(one -> one.message().cause())
        .doesNotContainNull()
        .extracting(Enum::name)
        .contains(
            "EMPTY",
            "WRONG_MAGIC",
            "UNKNOWN_SCHEMA",
            "UNDECODABLE",
            "UNKNOWN_TYPE",
            "WRONG_ADDRESS",
            "WRONG_PARTITION");
    assertThat(quarantine).extracting(one -> one.message()).doesNotHaveDuplicates();
  }

  @Test
  void aDenialRacesAnApprovalAndBothAreToldTheTruth() {
    var traffic = cluster.traffic(Seeds.next("races"));
    var pairs = new ArrayList<CompletableFuture<List<Operation>>>();
    for (var number = 0; number < LIVES; number++) {
      var customer = Cluster.CUSTOMERS.get(number % Cluster.CUSTOMERS.size());
      var request =
          new RequestId(customer.tenant(), "contested-" + customer.tenant() + "-" + number);
      pairs.add(
          CompletableFuture.supplyAsync(
              () -> {
                traffic.open(request, customer.approvers().getFirst());
                return traffic.contest(
                    request, customer.approvers().getFirst(), customer.approvers().getLast());
              },
              task -> Thread.ofVirtual().start(task)));
    }
    finish(CompletableFuture.allOf(pairs.toArray(CompletableFuture[]::new)));
    var run = cluster.judged();
    for (var pair : pairs) {
      var no = pair.join().getLast();
      assertThat(no.outcome()).as(no.told()).isInstanceOf(Outcome.Accepted.class);
      assertThat(stateOf(run, no.request())).isInstanceOf(AccessRequest.Closed.class);
    }
  }

  private static AccessRequest stateOf(Run run, RequestId request) {
    return run.states().stream()
        .filter(one -> one.message().request().equals(request))
        .reduce((older, newer) -> newer)
        .orElseThrow()
        .message()
        .state();
  }

  private static void finish(CompletableFuture<Void> done) {
    assertThat(done).succeedsWithin(Cluster.DONE_WITHIN);
  }
}
