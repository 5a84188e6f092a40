package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.evaluation.Requester;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.simulator.record.Provided;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the oracle makes of a request that is said to follow another, by hand. */
class FollowingTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final When WHEN = new When(NOON, NOON, false);
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final RequestId FIRST = new RequestId(CONTOSO, "req-1");
  private static final RequestId SECOND = new RequestId(CONTOSO, "req-2");
  private static final PersonId ANNA = new PersonId("anna");
  private static final PersonId EVA = new PersonId("eva");
  private static final PersonId EMIL = new PersonId("emil");
  private static final ActionName LOGS = new ActionName("k8s.pod.logs");
  private static final ActionName METRICS = new ActionName("k8s.metrics.read");
  private static final ResourceName ETCD = new ResourceName("/clusters/aro1/ns/openshift-etcd");

  private final Story story = new Story(Provided.by(Deployment.DEFAULTS));
  private int attempts;

  @BeforeEach
  void evaAskedForSomething() {
    var anna = Set.of(Member.of("anna", "anna@customer.example"));
    happened(
        new RegisterTenant(CONTOSO, by(ANNA), new Membership("Premier", anna, anna, Set.of())));
    happened(open(FIRST, EVA, Details.NONE, Facts.NONE));
  }

  @Test
  void theSameIsAskedForAgainByTheSameAndHandedOverToAnother() {
    assertThat(course(EVA, Previous.Kind.AGAIN)).isEqualTo(Course.ASKED);
    assertThat(course(EMIL, Previous.Kind.AGAIN)).isEqualTo(Course.TURNED_DOWN);
    assertThat(course(EVA, Previous.Kind.HAND_OVER)).isEqualTo(Course.TURNED_DOWN);
    assertThat(course(EMIL, Previous.Kind.HAND_OVER)).isEqualTo(Course.ASKED);
  }

  @Test
  void onlyAGrantIsExtendedAndStillThoughItIsOver() {
    assertThat(course(EVA, Previous.Kind.EXTENSION)).isEqualTo(Course.TURNED_DOWN);
    happened(new Approve(FIRST, by(ANNA), Optional.empty(), 1, Optional.empty()));
    assertThat(course(EVA, Previous.Kind.EXTENSION)).isEqualTo(Course.ASKED);
    assertThat(course(EMIL, Previous.Kind.EXTENSION)).isEqualTo(Course.TURNED_DOWN);
    happened(new Revoke(FIRST, by(ANNA), Optional.empty()));
    assertThat(course(EVA, Previous.Kind.EXTENSION)).isEqualTo(Course.ASKED);
  }

  @Test
  void nothingIsExtendedThatWasNotGranted() {
    var logsOnly = new Narrowing(Optional.of(List.of(LOGS)), Optional.empty(), Optional.empty());
    happened(new Approve(FIRST, by(ANNA), Optional.empty(), 1, Optional.of(logsOnly)));
    assertThat(course(EVA, Previous.Kind.EXTENSION)).isEqualTo(Course.TURNED_DOWN);
  }

  @Test
  void whatIsClaimedOfItCountsForNothing() {
    var claimed = new Before(EVA, true, Set.of(LOGS, METRICS), Set.of(ETCD));
    var open =
        open(SECOND, EVA, behind(Previous.Kind.EXTENSION), Facts.NONE.after(Optional.of(claimed)));
    assertThat(story.opening(open, WHEN).course()).isEqualTo(Course.TURNED_DOWN);
  }

  private Course course(PersonId engineer, Previous.Kind kind) {
    return story.opening(open(SECOND, engineer, behind(kind), Facts.NONE), WHEN).course();
  }

  private static Details behind(Previous.Kind kind) {
    return new Details(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Requester.UNSAID,
        Optional.empty(),
        Set.of(),
        Optional.of(new Previous(kind, FIRST)),
        Optional.empty(),
        false,
        List.of());
  }

  private OpenRequest open(RequestId request, PersonId engineer, Details said, Facts known) {
    return new OpenRequest(
        request,
        by(new PersonId("jit")),
        new Asked(
            engineer,
            new PersonalText(engineer, "etcd lost its quorum"),
            Optional.empty(),
            List.of(LOGS, METRICS),
            List.of(ETCD),
            Optional.empty()),
        said,
        known);
  }

  private void happened(Command command) {
    story.add(new Effect(command, command.content(), WHEN, 1, false));
  }

  /** Each time another one. */
  private Attempt by(PersonId who) {
    return new Attempt(who, new DecisionId("attempt-" + ++attempts));
  }
}
