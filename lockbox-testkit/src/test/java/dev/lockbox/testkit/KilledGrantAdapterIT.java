package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockbox.adapter.GrantAdapterMain;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.rig.Registry;
import dev.lockbox.testkit.run.Outcome.Accepted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an approval to a target and back into the record, though the adapter is killed between. */
@ExtendWith(SharedRegistry.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class KilledGrantAdapterIT {
  private static final String MAIN = GrantAdapterMain.class.getName();
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final PersonId EVA = new PersonId("eva");
  private static final PersonId APPROVER = Cluster.CONTOSO.approvers().getFirst();
  private static final RequestId REQUEST = new RequestId(Cluster.CONTOSO.tenant(), "carried-out");

  @Test
  void aTargetFollowsTheLogAndWhatNobodyGrantedIsOnTheRecord(Registry registry) {
    try (var directory = DirectoryServer.start();
        var cluster = Cluster.on(registry).targeting(directory.url()).up()) {
      var adapter = cluster.process(MAIN, "grant-adapter");
      cluster.jit.open(REQUEST, EVA, Optional.empty()).join();
      await("the request to wait")
          .atMost(SOON)
          .until(() -> cluster.auditor.shows(REQUEST, APPROVER));
      assertThat(cluster.approver.approve(REQUEST, APPROVER, "yes", 1).outcome())
          .isEqualTo(new Accepted(2));
      await("access to be set up").atMost(SOON).until(() -> directory.ids().size() == 1);
      assertThat(directory.assignments())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.path("engineer").asText()).isEqualTo(EVA.value());
                assertThat(one.path("action").asText()).isEqualTo("k8s.pod.logs");
              });
      await("the record to say so")
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(events(cluster)).hasAtLeastOneElementOfType(AccessProvisioned.class));

      adapter.kill();
      directory.put(
          "by-hand",
          JsonNodeFactory.instance
              .objectNode()
              .put("tenant", REQUEST.tenant().value())
              .put("engineer", EVA.value())
              .put("action", "secret.view")
              .put("resource", "/keyvaults/prod"));
      cluster.approver.revoke(REQUEST, APPROVER, "enough");
      cluster.process(MAIN, "grant-adapter");
      await("access to be taken away").atMost(SOON).until(() -> directory.ids().isEmpty());
      await("what nobody granted to be on the record")
          .atMost(SOON)
          .untilAsserted(() -> assertThat(found(cluster)).contains(Set.of(Finding.NO_REQUEST)));
      cluster.judged();
    }
  }

  private static List<Set<Finding>> found(Cluster cluster) {
    return events(cluster).stream()
        .filter(UngrantedAccessDetected.class::isInstance)
        .map(event -> ((UngrantedAccessDetected) event).findings())
        .toList();
  }

  private static List<Event> events(Cluster cluster) {
    return cluster.run(Cluster.CUSTOMERS).events().stream()
        .map(logged -> logged.message().event())
        .toList();
  }
}
