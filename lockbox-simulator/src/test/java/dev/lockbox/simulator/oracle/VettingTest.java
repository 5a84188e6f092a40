package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the oracle makes of the provider's checks, by hand. */
class VettingTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final PersonId EVA = new PersonId("eva");
  private static final ActionName LOGS = new ActionName("k8s.pod.logs");
  private static final GroupId LEADS = new GroupId("SUPPORT_LEAD");

  @Test
  void whereNobodyWantsOrSaysAnythingNobodyLooks() {
    assertThat(Vetting.isMade(open(Facts.NONE), EvaluationRules.NONE, Settings.DEFAULTS)).isFalse();
    assertThat(Vetting.isMade(open(eligible(NOON)), EvaluationRules.NONE, Settings.DEFAULTS))
        .isTrue();
    assertThat(Vetting.isMade(open(Facts.NONE), wanting(CheckName.ROLE), Settings.DEFAULTS))
        .isTrue();
  }

  @Test
  void anEngineerIsEligibleBeforeTheEndAndNotAtIt() {
    var wanted = wanting(CheckName.ELIGIBILITY);
    assertThat(outcome(eligible(NOON.plusMillis(1)), wanted)).isEqualTo(Evaluation.Outcome.PASSED);
    assertThat(outcome(eligible(NOON), wanted)).isEqualTo(Evaluation.Outcome.REJECTED);
    assertThat(outcome(Facts.NONE, wanted)).isEqualTo(Evaluation.Outcome.REJECTED);
  }

  @Test
  void theRoleThatServesBestIsTheOneThatCounts() {
    var wanted = wanting(CheckName.ROLE, CheckName.MAX_DURATION, CheckName.RESOURCE_SCOPE);
    var elsewhere = role("a", "/vaults", EIGHT_HOURS);
    var briefly = role("b", "/clusters/aro1", Duration.ofHours(1));
    var rightly = role("c", "/Clusters/", EIGHT_HOURS);
    assertThat(outcome(holding(elsewhere, briefly), wanted)).isEqualTo(Evaluation.Outcome.REJECTED);
    assertThat(outcome(holding(elsewhere, rightly, briefly), wanted))
        .isEqualTo(Evaluation.Outcome.PASSED);
  }

  @Test
  void whatIsLeftUnsaidLeadsLikeAnything() {
    var wanted =
        inside(
            new InternalRoute(
                Optional.empty(),
                Optional.of(PermissionLevel.ADMIN),
                0,
                Set.of(new Code("INCIDENT")),
                Set.of(new Code("etcd")),
                "/clusters/aro1/ns",
                "k8s",
                List.of(new InternalStage(LEADS, 1))));
    assertThat(outcome(leads("lea"), wanted)).isEqualTo(Evaluation.Outcome.NEEDS_INTERNAL);
  }

  @Test
  void noEngineerIsAmongThoseWhoMaySayYesInside() {
    var wanted = inside(InternalRoute.always(new InternalStage(LEADS, 1)));
    assertThat(outcome(leads("lea", "eva"), wanted)).isEqualTo(Evaluation.Outcome.NEEDS_INTERNAL);
    assertThat(outcome(leads("eva"), wanted)).isEqualTo(Evaluation.Outcome.REJECTED);
    assertThat(outcome(leadsUntil(NOON, "lea"), wanted)).isEqualTo(Evaluation.Outcome.REJECTED);
  }

  private static Evaluation.Outcome outcome(Facts known, EvaluationRules wanted) {
    var when = new When(NOON.minusSeconds(9), NOON, false);
    return new Vetting(open(known), EIGHT_HOURS, wanted, Settings.DEFAULTS, when).outcome();
  }

  private static OpenRequest open(Facts known) {
    var tenant = new TenantId("contoso");
    return new OpenRequest(
        new RequestId(tenant, "req-1"),
        new Attempt(new PersonId("jit"), new DecisionId("open")),
        new Asked(
            EVA,
            new PersonalText(EVA, "reading logs"),
            Optional.empty(),
            List.of(LOGS),
            List.of(new ResourceName("/clusters/aro1")),
            Optional.empty()),
        Details.NONE,
        known);
  }

  private static EvaluationRules wanting(CheckName... names) {
    return new EvaluationRules(Set.of(names), Criteria.DEFAULTS, List.of(), EIGHT_HOURS);
  }

  private static EvaluationRules inside(InternalRoute route) {
    return new EvaluationRules(Set.of(), Criteria.DEFAULTS, List.of(route), EIGHT_HOURS);
  }

  private static Facts eligible(Instant until) {
    return facts(List.of(), Optional.of(until), Map.of());
  }

  private static Facts holding(HeldRole... roles) {
    return facts(List.of(roles), Optional.empty(), Map.of());
  }

  private static Facts leads(String... names) {
    return leadsUntil(NOON.plusSeconds(1), names);
  }

  private static Facts leadsUntil(Instant until, String... names) {
    var people = Stream.of(names).collect(Collectors.toMap(PersonId::new, name -> until));
    return facts(List.of(), Optional.empty(), Map.of(LEADS, people));
  }

  private static Facts facts(
      List<HeldRole> roles, Optional<Instant> until, Map<GroupId, Map<PersonId, Instant>> leads) {
    var source = Optional.of(new Code("directory"));
    return new Facts(source, roles, until, Set.of(), Optional.empty(), leads);
  }

  private static HeldRole role(String id, String scope, Duration accessFor) {
    return new HeldRole(
        new RoleId(id),
        Set.of(LOGS),
        Set.of(new ResourceName(scope)),
        PermissionLevel.READ,
        accessFor,
        NOON.plusSeconds(1),
        Set.of());
  }
}
