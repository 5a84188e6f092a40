package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.testkit.run.Outcome.Accepted;
import dev.lockbox.testkit.run.Outcome.Refused;
import java.time.Duration;
import java.util.Optional;

/** A request is granted and its access ends, another expires: the same on any ground. */
final class HappyPath {
  /** What the cluster must run with, so that the end can be waited for. */
  static final AccessLimits SHORT = new AccessLimits(Duration.ofSeconds(6), Duration.ofSeconds(4));

  private static final PersonId EVA = new PersonId("eva");

  private HappyPath() {}

  /** Goes all the way on a cluster that is up, and holds the run to every promise. */
  static void walk(Cluster cluster) {
    var contoso = Cluster.CONTOSO;
    var granted = new RequestId(contoso.tenant(), "granted");
    var ignored = new RequestId(contoso.tenant(), "ignored");
    var traffic = cluster.traffic(1);
    traffic.open(granted, contoso.approvers().getFirst());
    cluster.jit.open(ignored, EVA, Optional.empty()).join();

    var own = cluster.approver.approve(granted, EVA, "let-me-in", 1);
    assertThat(own.outcome()).isEqualTo(new Refused("OWN_REQUEST"));
    var yes = cluster.approver.approve(granted, contoso.approvers().getFirst(), "yes", 1);
    assertThat(yes.outcome()).isEqualTo(new Accepted(2));

    await("the grant and the wait to end by themselves")
        .atMost(Duration.ofSeconds(30))
        .until(() -> cluster.view(contoso).items().stream().allMatch(HappyPath::isOver));
    var late = cluster.approver.approve(ignored, contoso.approvers().getLast(), "late", 1);
    assertThat(late.outcome()).isEqualTo(new Refused("TOO_LATE"));

    var run = cluster.judged();
    assertThat(run.states())
        .extracting(one -> one.message().state())
        .filteredOn(Closed.class::isInstance)
        .extracting(state -> ((Closed) state).outcome())
        .containsExactlyInAnyOrder(Outcome.ENDED, Outcome.EXPIRED);
  }

  private static boolean isOver(JsonNode request) {
    var state = request.path("state").asText();
    return state.equals("ENDED") || state.equals("EXPIRED");
  }
}
