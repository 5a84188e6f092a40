package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lockbox.adapter.GrantAdapterMain;
import dev.lockbox.adapter.target.ScimServer;
import dev.lockbox.adapter.target.TargetServer;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.load.JitService;
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
  private static final RequestId OTHER = new RequestId(Cluster.CONTOSO.tenant(), "once-more");
  private static final String GROUP = "group-of-logs";

  @Test
  void aTargetFollowsTheLogAndWhatNobodyGrantedIsOnTheRecord(Registry registry) {
    try (var target = TargetServer.start();
        var cluster = Cluster.on(registry).targeting(target.base()).up()) {
      var adapter = cluster.process(MAIN, "grant-adapter");
      approve(cluster, REQUEST);
      await("access to be set up").atMost(SOON).until(() -> target.ids().size() == 1);
      assertThat(target.told(target.ids().getFirst()))
          .hasValueSatisfying(
              one -> {
                assertThat(one.path("engineer").asText()).isEqualTo(EVA.value());
                assertThat(one.path("action").asText()).isEqualTo(JitService.ACTION.value());
              });
      await("the record to say so")
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(events(cluster)).hasAtLeastOneElementOfType(AccessProvisioned.class));

      adapter.kill();
      target.put(
          "by-hand",
          "{\"tenant\": \"contoso\", \"engineer\": \"eva\", "
              + "\"action\": \"secret.view\", \"resource\": \"/keyvaults/prod\"}");
      cluster.approver.revoke(REQUEST, APPROVER, "enough");
      cluster.process(MAIN, "grant-adapter");
      await("access to be taken away").atMost(SOON).until(() -> target.ids().isEmpty());
      awaitFound(cluster);
      cluster.judged();
    }
  }

  /** One membership for two grants; it goes with the last of them, whoever is killed between. */
  @Test
  void aDirectoryFollowsTheLogAndWhomNobodyGrantedIsOnTheRecord(Registry registry) {
    try (var directory = ScimServer.start();
        var cluster = Cluster.on(registry).targeting(directory.base(), GROUP).up()) {
      directory.group(GROUP);
      directory.user("id-of-eva", EVA.value());
      directory.user("id-of-femi", "femi");
      var adapter = cluster.process(MAIN, "grant-adapter");
      approve(cluster, REQUEST);
      approve(cluster, OTHER);
      awaitMembers(directory, Set.of("id-of-eva"));
      await("the record to say so of both")
          .atMost(SOON)
          .untilAsserted(
              () ->
                  assertThat(events(cluster))
                      .filteredOn(AccessProvisioned.class::isInstance)
                      .extracting(event -> ((AccessProvisioned) event).request())
                      .containsExactlyInAnyOrder(REQUEST, OTHER));

      adapter.kill();
      directory.put(GROUP, "id-of-femi");
      cluster.approver.revoke(REQUEST, APPROVER, "enough");
      var second = cluster.process(MAIN, "grant-adapter");
      awaitMembers(directory, Set.of("id-of-eva"));
      awaitFound(cluster);

      second.kill();
      cluster.approver.revoke(OTHER, APPROVER, "enough-too");
      cluster.process(MAIN, "grant-adapter");
      awaitMembers(directory, Set.of());
      cluster.judged();
    }
  }

  private static void approve(Cluster cluster, RequestId request) {
    cluster.jit.open(request, EVA, Optional.empty()).join();
    await("the request to wait").atMost(SOON).until(() -> cluster.auditor.shows(request, APPROVER));
    assertThat(cluster.approver.approve(request, APPROVER, "yes", 1).outcome())
        .isEqualTo(new Accepted(2));
  }

  private static void awaitMembers(ScimServer directory, Set<String> members) {
    await("the group to have whom it should")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(directory.members(GROUP)).isEqualTo(members));
  }

  private static void awaitFound(Cluster cluster) {
    await("what nobody granted to be on the record")
        .atMost(SOON)
        .untilAsserted(() -> assertThat(found(cluster)).contains(Set.of(Finding.NO_REQUEST)));
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
