package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.ConditionRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Schedule;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.simulator.oracle.Preset.Wanted;
import dev.lockbox.simulator.record.Plans;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the oracle makes of what a tenant denies, demands and decided beforehand, by hand. */
class PresetTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final ActionName LOGS = new ActionName("k8s.pod.logs");
  private static final ActionName METRICS = new ActionName("k8s.metrics.read");
  private static final ResourceName ETCD = new ResourceName("/clusters/aro1/ns/openshift-etcd");

  @Test
  void whatIsDeniedIsDeniedInAnyCaseAndAboveAndBelow() {
    var denied = Denial.of(List.of("K8S.metrics.*"), "/Clusters/*/ns/openshift-*/pods");
    var preset = preset(List.of(denied), List.of(), List.of());
    assertThat(preset.isDenied(List.of(LOGS, METRICS), List.of(ETCD))).isTrue();
    assertThat(preset.isDenied(List.of(METRICS), List.of(new ResourceName("/clusters")))).isTrue();
    assertThat(preset.isDenied(List.of(LOGS), List.of(ETCD))).isFalse();
    assertThat(preset.isDenied(List.of(METRICS), List.of(new ResourceName("/vaults")))).isFalse();
  }

  @Test
  void aRuleThatDeniesWinsOverOneThatStandsBeforeIt() {
    var approves = rule("yes", AutoRule.Effect.APPROVE, "*", "/clusters", Optional.empty());
    var denies = rule("no", AutoRule.Effect.DENY, "K8S.POD.*", "/clusters/aro1", hours(4));
    var preset = preset(List.of(), List.of(), List.of(approves, denies));
    assertThat(preset.approving(wanted(hours(4)))).contains(approves);
    assertThat(preset.approving(wanted(hours(5)))).isEmpty();
    assertThat(preset.denying(wanted(hours(5)))).contains(denies);
  }

  @Test
  void aRuleApprovesNoMoreThanItSays() {
    var part = rule("part", AutoRule.Effect.APPROVE, "k8s.pod.*", "/clusters", Optional.empty());
    var large = rule("large", AutoRule.Effect.APPROVE, "K8S.*", "/clusters", Optional.empty());
    var below =
        rule("below", AutoRule.Effect.APPROVE, "*", ETCD.value() + "/pods", Optional.empty());
    var brief = rule("brief", AutoRule.Effect.APPROVE, "*", "/clusters", hours(1));
    var preset = preset(List.of(), List.of(), List.of(part, large, below, brief));
    assertThat(preset.approving(wanted(hours(2)))).isEmpty();
    assertThat(preset.approving(wanted(hours(1)))).contains(brief);
  }

  @Test
  void conditionsAddUpAndMayLeaveNoWayIn() {
    var web = demanding("web", Optional.of(Set.of(new Code("WEB"), new Code("CLI"))));
    var cli = demanding("cli", Optional.of(Set.of(new Code("CLI"))));
    var ssh = demanding("ssh", Optional.of(Set.of(new Code("SSH"))));
    var some = preset(List.of(), List.of(web, cli), List.of()).demanded(wanted(hours(1)));
    assertThat(some.channels()).contains(Set.of(new Code("CLI")));
    assertThat(Preset.isNoWayIn(some)).isFalse();
    var none = preset(List.of(), List.of(web, ssh), List.of()).demanded(wanted(hours(1)));
    assertThat(Preset.isNoWayIn(none)).isTrue();
  }

  @Test
  void accessBeginsWithinTheHours() {
    var preset = preset(List.of(), List.of(), List.of());
    assertThat(preset.mayBegin(NOON)).isTrue();
    assertThat(preset.mayBegin(NOON.minusMillis(1))).isFalse();
    assertThat(preset.mayBegin(NOON.plus(Duration.ofDays(1)))).isFalse();
  }

  private static Preset preset(
      List<Denial> denied, List<ConditionRule> conditions, List<AutoRule> automatic) {
    var hours =
        new Schedule(ZoneOffset.UTC, Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.of(13, 0));
    var access =
        new AccessRules(denied, HighRisk.AS_OTHERS, conditions, automatic, Optional.of(hours));
    var policy = Policy.DEFAULT.with(access);
    var settings =
        new Settings(
            Enrolment.WHOLE_TENANT,
            Optional.empty(),
            ApproverMode.SNAPSHOT,
            false,
            false,
            List.of(),
            List.of(StageRule.ANYBODY),
            List.of(),
            policy);
    var anna = Set.of(Member.of("anna", "anna@customer.example"));
    var members = new Membership("Premier", anna, Set.of(), Set.of());
    return new Preset(
        Governance.after(
            List.of(
                effect(new RegisterTenant(CONTOSO, by("register"), members)),
                effect(new ChangeSettings(CONTOSO, by("change"), settings))),
            Plans.ANY));
  }

  private static Effect effect(TenantCommand command) {
    return new Effect(command, command.content(), new When(NOON, NOON, false), 1, false);
  }

  private static Attempt by(String id) {
    return new Attempt(new PersonId("operator"), new DecisionId(id));
  }

  private static AutoRule rule(
      String id,
      AutoRule.Effect effect,
      String actions,
      String resources,
      Optional<Duration> accessFor) {
    return new AutoRule(new Code(id), effect, about(actions, resources, accessFor));
  }

  private static Match about(String actions, String resources, Optional<Duration> accessFor) {
    return new Match(
        List.of(new Glob(actions)),
        List.of(NamePattern.of(resources)),
        Set.of(),
        Optional.empty(),
        accessFor,
        Optional.empty());
  }

  private static ConditionRule demanding(String id, Optional<Set<Code>> channels) {
    var conditions = new Conditions(Set.of(), Set.of(), channels, Optional.empty(), false);
    return new ConditionRule(new Code(id), about("*", "/clusters", Optional.empty()), conditions);
  }

  private static Optional<Duration> hours(int hours) {
    return Optional.of(Duration.ofHours(hours));
  }

  private static Wanted wanted(Optional<Duration> accessFor) {
    return new Wanted(
        List.of(LOGS, METRICS), List.of(ETCD), accessFor.orElseThrow(), Optional.empty(), NOON);
  }
}
