package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantCommand.ReplaceApprovers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.simulator.record.Provided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the oracle makes of the provider's own approvers, by hand. */
class InsideTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration TICK = Duration.ofMillis(1);
  private static final GroupId LEADS = new GroupId("SUPPORT_LEAD");
  private static final PersonId EVA = new PersonId("eva");
  private static final PersonId MONA = new PersonId("mona");
  private static final PersonId LEA = new PersonId("lea");
  private static final PersonId BEN = new PersonId("ben");
  private static final PersonId ANNA = new PersonId("anna");

  private final Story story =
      new Story(
          Provided.by(
              Deployment.DEFAULTS.with(
                  new EvaluationRules(
                      Set.of(),
                      Criteria.DEFAULTS,
                      List.of(
                          InternalRoute.always(new InternalStage(InternalStage.MANAGER, 1)),
                          InternalRoute.always(new InternalStage(LEADS, 2))),
                      AN_HOUR))));

  @BeforeEach
  void aRequestWaitsInside() {
    happened(
        new RegisterTenant(
            CONTOSO,
            by(ANNA, "register"),
            new Membership("Premier", members("anna"), Set.of(), Set.of())),
        1);
    happened(
        new OpenRequest(REQUEST, by(new PersonId("jit"), "open"), asked(), Details.NONE, known()),
        1);
  }

  @Test
  void theStagesArePassedInTheirOrder() {
    assertThat(isTaken(yes(LEA, 1), NOON)).isFalse();
    assertThat(isTaken(yes(MONA, 1), NOON)).isTrue();
    happened(yes(MONA, 1), 1);
    assertThat(isTaken(yes(MONA, 2), NOON)).isFalse();
    assertThat(isTaken(yes(LEA, 2), NOON)).isTrue();
  }

  @Test
  void theLastYesBringsItToTheCustomer() {
    happened(yes(MONA, 1), 1);
    happened(yes(LEA, 2), 1);
    assertThat(story.isInside(REQUEST)).isTrue();
    assertThat(inside(NOON).events(yes(BEN, 3))).isEqualTo(2);
    happened(yes(BEN, 3), 2);
    assertThat(story.isAsked(REQUEST)).isTrue();
    assertThat(story.named(REQUEST)).containsExactly(ANNA);
    assertThat(story.agreed(REQUEST).version()).isEqualTo(5);
  }

  @Test
  void aCustomerSaysNoYesInside() {
    happened(yes(MONA, 1), 1);
    happened(new ReplaceApprovers(CONTOSO, by(ANNA, "replace"), members("anna", "ben")), 1);
    assertThat(isTaken(yes(BEN, 2), NOON)).isFalse();
  }

  @Test
  void whoSaidYesInsideSaysNoneForTheCustomer() {
    happened(yes(MONA, 1), 1);
    happened(yes(BEN, 2), 1);
    happened(new ReplaceApprovers(CONTOSO, by(ANNA, "replace"), members("anna", "ben")), 1);
    happened(yes(LEA, 3), 2);
    assertThat(story.named(REQUEST)).containsExactly(ANNA);
    assertThat(new Rules(story).isEntitled(REQUEST, BEN)).isFalse();
    assertThat(new Rules(story).isEntitled(REQUEST, ANNA)).isTrue();
  }

  @Test
  void aYesIsInTimeBeforeTheDeadlineAndFromWhoStillLeads() {
    happened(yes(MONA, 1), 1);
    var halfPast = NOON.plus(Duration.ofMinutes(30));
    assertThat(isTaken(yes(LEA, 2), halfPast.minus(TICK))).isTrue();
    assertThat(isTaken(yes(LEA, 2), halfPast)).isFalse();
    assertThat(isTaken(yes(BEN, 2), NOON.plus(AN_HOUR).minus(TICK))).isTrue();
    assertThat(isTaken(yes(BEN, 2), NOON.plus(AN_HOUR))).isFalse();
  }

  @Test
  void nothingIsApprovedAtASuspectTimeOrWhileFrozen() {
    assertThat(new Inside(story, new When(NOON, NOON, true)).takesEffect(yes(MONA, 1))).isFalse();
    story.freeze(new QuarantineId("commands/0/1"));
    assertThat(isTaken(yes(MONA, 1), NOON)).isFalse();
  }

  @Test
  void aNoIsTakenOfWhoeverIsNamedAndLaterOfWhoeverSaidYes() {
    assertThat(isTaken(no(LEA), NOON)).isTrue();
    assertThat(isTaken(no(ANNA), NOON)).isFalse();
    happened(yes(MONA, 1), 1);
    happened(yes(LEA, 2), 1);
    happened(yes(BEN, 3), 2);
    assertThat(isTaken(no(LEA), NOON)).isTrue();
    assertThat(isTaken(no(ANNA), NOON)).isFalse();
    happened(no(MONA), 1);
    assertThat(isTaken(no(LEA), NOON)).isFalse();
  }

  private boolean isTaken(EvaluationCommand said, Instant at) {
    return inside(at).takesEffect(said);
  }

  private Inside inside(Instant at) {
    return new Inside(story, new When(at, at, false));
  }

  private void happened(Command command, int events) {
    var when = new When(NOON, NOON, false);
    story.add(new Effect(command, command.content(), when, events, false));
  }

  private static EvaluationCommand yes(PersonId who, long read) {
    return new ApproveInternally(REQUEST, by(who, "yes"), Optional.empty(), read);
  }

  private static EvaluationCommand no(PersonId who) {
    return new DenyInternally(REQUEST, by(who, "no"), Optional.empty());
  }

  /** Lea leads for half an hour only; Eva leads too, and is the engineer. */
  private static Facts known() {
    return new Facts(
        Optional.of(new Code("directory")),
        List.of(),
        Optional.empty(),
        Set.of(),
        Optional.of(MONA),
        Map.of(
            LEADS,
            Map.of(
                LEA,
                NOON.plus(Duration.ofMinutes(30)),
                BEN,
                NOON.plus(Duration.ofDays(1)),
                EVA,
                NOON.plus(Duration.ofDays(1)))));
  }

  private static Asked asked() {
    return new Asked(
        EVA,
        new PersonalText(EVA, "etcd lost its quorum"),
        Optional.empty(),
        List.of(new ActionName("k8s.pod.logs")),
        List.of(new ResourceName("/clusters/aro1/ns/openshift-etcd")),
        Optional.empty());
  }

  private static Set<Member> members(String... names) {
    return Stream.of(names)
        .map(name -> Member.of(name, name + "@customer.example"))
        .collect(Collectors.toSet());
  }

  private static Attempt by(PersonId who, String id) {
    return new Attempt(who, new DecisionId(id));
  }
}
