package dev.lockbox.domain.rules;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.resource.Risk;
import dev.lockbox.domain.rules.AutoRule.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What restricts reaches as far as it can, what allows no further than it says, and no wins. */
class AccessRulesTest {
  private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant SUNDAY_NOON = Instant.parse("2026-03-08T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Sought LOGS =
      sought(List.of("app.logs.read"), List.of("/apps/shop"), Risk.LOW);

  private static final Schedule WEEKEND =
      new Schedule(
          ZoneId.of("UTC"), Set.of(SATURDAY, SUNDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  private static Sought sought(List<String> actions, List<String> resources, Risk risk) {
    return new Sought(
        actions.stream().map(ActionName::new).toList(),
        resources.stream().map(ResourceName::new).toList(),
        HOUR,
        risk,
        Optional.empty(),
        MONDAY_NOON);
  }

  private static Sought because(String reason) {
    return new Sought(
        LOGS.actions(),
        LOGS.resources(),
        HOUR,
        Risk.LOW,
        Optional.of(new Code(reason)),
        MONDAY_NOON);
  }

  private static Sought at(Instant instant) {
    return new Sought(LOGS.actions(), LOGS.resources(), HOUR, Risk.LOW, Optional.empty(), instant);
  }

  private static Match match(List<String> actions, List<String> resources) {
    return new Match(
        actions.stream().map(Glob::new).toList(),
        resources.stream().map(NamePattern::of).toList(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Match match(
      Set<String> reasons,
      Optional<Risk> risk,
      Optional<Duration> accessFor,
      Optional<Schedule> schedule) {
    return new Match(
        List.of(new Glob("*")),
        List.of(NamePattern.of("/*")),
        Set.copyOf(reasons.stream().map(Code::new).toList()),
        risk,
        accessFor,
        schedule);
  }

  private static AccessRules automatic(AutoRule... rules) {
    return new AccessRules(
        List.of(), HighRisk.AS_OTHERS, List.of(), List.of(rules), Optional.empty());
  }

  private static AutoRule approving(String id, Match when) {
    return new AutoRule(new Code(id), Effect.APPROVE, when);
  }

  private static AutoRule denying(String id, Match when) {
    return new AutoRule(new Code(id), Effect.DENY, when);
  }

  private static boolean approves(Match when, Sought sought) {
    return automatic(approving("yes", when)).approving(sought).isPresent();
  }

  private static boolean denies(Match when, Sought sought) {
    return automatic(denying("no", when)).denying(sought).isPresent();
  }

  @Test
  void anApprovalCoversAllThatIsAskedForAndADenialConcernsAnyOfIt() {
    var shops = match(List.of("app.*"), List.of("/apps/shop*"));
    var more = sought(List.of("app.logs.read", "vm.metrics.read"), List.of("/apps/shop"), Risk.LOW);
    var wider = sought(List.of("app.logs.read"), List.of("/apps/shop", "/apps/till"), Risk.LOW);
    var other = sought(List.of("vm.metrics.read"), List.of("/vms/one"), Risk.LOW);

    assertThat(approves(shops, LOGS)).isTrue();
    assertThat(approves(shops, more)).isFalse();
    assertThat(approves(shops, wider)).isFalse();
    assertThat(denies(shops, LOGS)).isTrue();
    assertThat(denies(shops, more)).isTrue();
    assertThat(denies(shops, wider)).isTrue();
    assertThat(denies(shops, other)).isFalse();
  }

  @Test
  void anApprovalReachesDownOnlyAndADenialUpToo() {
    var payments = match(List.of("k8s.*"), List.of("/clusters/*/ns/payments"));
    var pod = sought(List.of("k8s.pod.logs"), List.of("/clusters/a/ns/payments/pods/p"), Risk.LOW);
    var cluster = sought(List.of("k8s.metrics.read"), List.of("/clusters/a"), Risk.LOW);
    assertThat(approves(payments, pod)).isTrue();
    assertThat(approves(payments, cluster)).isFalse();
    assertThat(denies(payments, pod)).isTrue();
    assertThat(denies(payments, cluster)).isTrue();
  }

  @Test
  void anApprovalTakesNamesAsTheyAreWrittenAndADenialInAnyCase() {
    var shops = match(List.of("app.*"), List.of("/apps/shop"));
    var large = sought(List.of("APP.logs.read"), List.of("/APPS/Shop"), Risk.LOW);
    var action = sought(List.of("APP.logs.read"), List.of("/apps/shop"), Risk.LOW);
    assertThat(approves(shops, large)).isFalse();
    assertThat(approves(shops, action)).isFalse();
    assertThat(denies(shops, large)).isTrue();
  }

  @Test
  void aNameThatIsNoPathIsDeniedAndNotApproved() {
    var everything = match(List.of("*"), List.of("/*"));
    var strange = sought(List.of("app.logs.read"), List.of("arn:shop"), Risk.LOW);
    assertThat(approves(everything, strange)).isFalse();
    assertThat(denies(everything, strange)).isTrue();
  }

  @Test
  void highRiskIsApprovedOnlyWhereTheRuleSaysSo() {
    var any = match(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    var high = match(Set.of(), Optional.of(Risk.HIGH), Optional.empty(), Optional.empty());
    var debug = sought(List.of("app.remoteDebug"), List.of("/apps/shop"), Risk.HIGH);
    assertThat(approves(any, debug)).isFalse();
    assertThat(approves(high, debug)).isTrue();
    assertThat(approves(high, LOGS)).isTrue();
    assertThat(denies(any, debug)).isTrue();
    assertThat(denies(high, debug)).isTrue();
    assertThat(denies(high, LOGS)).isFalse();
  }

  @Test
  void anApprovalIsForUpToAsLongAndADenialForLonger() {
    var hour = match(Set.of(), Optional.empty(), Optional.of(HOUR), Optional.empty());
    var less =
        match(Set.of(), Optional.empty(), Optional.of(HOUR.minusMillis(1)), Optional.empty());
    assertThat(approves(hour, LOGS)).isTrue();
    assertThat(denies(hour, LOGS)).isFalse();
    assertThat(approves(less, LOGS)).isFalse();
    assertThat(denies(less, LOGS)).isTrue();
  }

  @Test
  void whoSaysNoReasonIsApprovedForNoneAndDeniedForEach() {
    var outage = match(Set.of("OUTAGE"), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(approves(outage, because("OUTAGE"))).isTrue();
    assertThat(approves(outage, because("UPGRADE"))).isFalse();
    assertThat(approves(outage, LOGS)).isFalse();
    assertThat(denies(outage, because("OUTAGE"))).isTrue();
    assertThat(denies(outage, because("UPGRADE"))).isFalse();
    assertThat(denies(outage, LOGS)).isTrue();
  }

  @Test
  void aRuleMayHoldOnlyWithinHours() {
    var weekend = match(Set.of(), Optional.empty(), Optional.empty(), Optional.of(WEEKEND));
    assertThat(approves(weekend, at(SUNDAY_NOON))).isTrue();
    assertThat(approves(weekend, at(MONDAY_NOON))).isFalse();
    assertThat(denies(weekend, at(SUNDAY_NOON))).isTrue();
    assertThat(denies(weekend, at(MONDAY_NOON))).isFalse();
  }

  @Test
  void noComesBeforeYesWhateverStandsFirst() {
    var logs = match(List.of("app.logs.read"), List.of("/apps"));
    var rules = automatic(approving("logs", logs), denying("shop", Match.ANYTHING));
    assertThat(rules.approving(LOGS)).isEmpty();
    assertThat(rules.denying(LOGS).orElseThrow().id()).isEqualTo(new Code("shop"));
    assertThat(automatic(approving("logs", logs)).approving(LOGS).orElseThrow().id())
        .isEqualTo(new Code("logs"));
    assertThat(automatic(approving("logs", logs)).denying(LOGS)).isEmpty();
    assertThat(automatic(denying("shop", logs)).approving(LOGS)).isEmpty();
  }

  @Test
  void anApprovalSaysWhatItApproves() {
    assertThatThrownBy(() -> approving("all", Match.ANYTHING))
        .hasMessage("rule all approves, so it must name actions and resources");
    assertThatThrownBy(() -> approving("all", match(List.of("*"), List.of())))
        .hasMessageContaining("resources");
    assertThatThrownBy(() -> approving("all", match(List.of(), List.of("/apps"))))
        .hasMessageContaining("actions");
  }

  @Test
  void everyRuleThatConcernsARequestAddsItsConditions() {
    var redact =
        new Conditions(
            Set.of(Obligation.REDACT), Set.of(), Optional.empty(), Optional.empty(), false);
    var rules =
        new AccessRules(
            List.of(),
            new HighRisk(Optional.empty(), true),
            List.of(
                new ConditionRule(new Code("redact"), Match.ANYTHING, redact),
                new ConditionRule(
                    new Code("vms"), match(List.of("vm.*"), List.of()), Conditions.RECORDED),
                new ConditionRule(new Code("apps"), match(List.of(), List.of("/apps")), redact)),
            List.of(),
            Optional.empty());
    assertThat(rules.demandedOf(LOGS))
        .isEqualTo(new Demanded(redact, List.of(new Code("redact"), new Code("apps"))));
    var debug = sought(List.of("vm.remoteShell"), List.of("/vms/one"), Risk.HIGH);
    assertThat(rules.demandedOf(debug))
        .isEqualTo(
            new Demanded(
                redact.and(Conditions.RECORDED), List.of(new Code("redact"), new Code("vms"))));
    assertThat(AccessRules.NONE.demandedOf(debug))
        .isEqualTo(new Demanded(Conditions.NONE, List.of()));
    assertThat(
            new AccessRules(
                    List.of(),
                    new HighRisk(Optional.empty(), true),
                    List.of(),
                    List.of(),
                    Optional.empty())
                .demandedOf(debug))
        .isEqualTo(new Demanded(Conditions.RECORDED, List.of()));
  }

  @Test
  void highRiskLastsNoLongerThanTheShorterOfTheTwo() {
    var brief =
        new AccessRules(
            List.of(),
            new HighRisk(Optional.of(HOUR), false),
            List.of(),
            List.of(),
            Optional.empty());
    assertThat(brief.longestAccess(Risk.HIGH, Duration.ofHours(8))).isEqualTo(HOUR);
    assertThat(brief.longestAccess(Risk.HIGH, Duration.ofMinutes(5)))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(brief.longestAccess(Risk.LOW, Duration.ofHours(8))).isEqualTo(Duration.ofHours(8));
    assertThat(AccessRules.NONE.longestAccess(Risk.HIGH, Duration.ofHours(8)))
        .isEqualTo(Duration.ofHours(8));
  }

  @Test
  void theFirstDenialThatIsMetIsNamed() {
    var source = Denial.of(List.of("*"), "/apps/*/source");
    var secrets = Denial.of(List.of("secret.*"), "/keyvaults/*");
    var rules =
        new AccessRules(
            List.of(source, secrets), HighRisk.AS_OTHERS, List.of(), List.of(), Optional.empty());
    assertThat(rules.firstDenial(LOGS.actions(), LOGS.resources())).contains(source);
    var vault = List.of(new ResourceName("/vms/one"), new ResourceName("/KeyVaults/a/secrets/b"));
    assertThat(rules.firstDenial(List.of(new ActionName("secret.view")), vault)).contains(secrets);
    assertThat(rules.firstDenial(List.of(new ActionName("keyvault.metrics.read")), vault))
        .isEmpty();
  }

  @Test
  void accessBeginsWithinTheHours() {
    var weekends =
        new AccessRules(List.of(), HighRisk.AS_OTHERS, List.of(), List.of(), Optional.of(WEEKEND));
    assertThat(weekends.mayBegin(SUNDAY_NOON)).isTrue();
    assertThat(weekends.mayBegin(MONDAY_NOON)).isFalse();
    assertThat(AccessRules.NONE.mayBegin(MONDAY_NOON)).isTrue();
  }

  @Test
  void eachRuleHasItsOwnId() {
    assertThatThrownBy(
            () -> automatic(denying("one", Match.ANYTHING), denying("one", Match.ANYTHING)))
        .hasMessage("each rule must have its own id, one is twice");
    var demands = new ConditionRule(new Code("one"), Match.ANYTHING, Conditions.RECORDED);
    assertThatThrownBy(
            () ->
                new AccessRules(
                    List.of(),
                    HighRisk.AS_OTHERS,
                    List.of(demands),
                    List.of(denying("one", Match.ANYTHING)),
                    Optional.empty()))
        .hasMessageContaining("its own id");
  }

  @Test
  void thereIsAnEndToThem() {
    var denial = Denial.of(List.of("*"), "/apps");
    assertThatThrownBy(
            () ->
                new AccessRules(
                    Collections.nCopies(AccessRules.DENIED_MAX + 1, denial),
                    HighRisk.AS_OTHERS,
                    List.of(),
                    List.of(),
                    Optional.empty()))
        .hasMessageContaining("denials");
    assertThatThrownBy(
            () -> match(Collections.nCopies(Match.PATTERNS_MAX + 1, "*"), List.of("/apps")))
        .hasMessageContaining("actions of a rule");
    assertThatThrownBy(
            () -> match(List.of("*"), Collections.nCopies(Match.PATTERNS_MAX + 1, "/apps")))
        .hasMessageContaining("resources of a rule");
    assertThatThrownBy(() -> new HighRisk(Optional.of(Duration.ofHours(25)), false))
        .hasMessageContaining("accessFor at high risk");
    assertThatThrownBy(
            () -> match(Set.of(), Optional.empty(), Optional.of(Duration.ZERO), Optional.empty()))
        .hasMessageContaining("accessFor of a rule");
  }
}
