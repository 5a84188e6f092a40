package dev.lockbox.domain.rerun;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JUST_AFTER_NOON;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Policies.settingsHaving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Commands;
import dev.lockbox.domain.Evaluations;
import dev.lockbox.domain.Events;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rerun.Reception.CustomerAsked;
import dev.lockbox.domain.rerun.Reception.Granted;
import dev.lockbox.domain.rerun.Reception.ProviderAsked;
import dev.lockbox.domain.rerun.Reception.Refused;
import dev.lockbox.domain.rerun.Reception.TurnedDown;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.AutoRule.Effect;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.tenant.Changes;
import dev.lockbox.domain.tenant.Tenant.Registered;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What would have come of past requests under other rules. */
class RerunTest {
  private static final Duration FOUR_DAYS = Duration.ofDays(4);
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final RequestId NEXT = new RequestId(CONTOSO, "req-1002");

  private static final CustomerAsked ANNA_OR_BEN =
      new CustomerAsked(
          List.of(new Stage(Optional.empty(), Set.of(ANNA, BEN), 1)),
          ApproverMode.SNAPSHOT,
          FOUR_DAYS,
          EIGHT_HOURS,
          Conditions.NONE);

  private static final Match ETCD_LOGS =
      new Match(
          List.of(new Glob("k8s.pod.logs")),
          List.of(NamePattern.of("/clusters/*/ns/openshift-*")),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static Rerun under(Settings proposed) {
    return under(proposed, Deployment.DEFAULTS);
  }

  private static Rerun under(Settings proposed, Deployment deployment) {
    var people =
        new Membership(
            "support",
            Set.of(
                Member.of("anna", "anna@contoso.example"), Member.of("ben", "ben@contoso.example")),
            Set.of(Member.of("carla", "carla@contoso.example")),
            Set.of());
    var tenant =
        new Registered(people, Settings.DEFAULTS, Optional.empty(), Changes.NONE, Trail.EMPTY);
    return new Rerun(tenant, proposed, deployment);
  }

  private static Settings deciding(Effect effect) {
    var rule = new AutoRule(new Code("logs"), effect, ETCD_LOGS);
    return settingsHaving(
        new AccessRules(List.of(), HighRisk.AS_OTHERS, List.of(), List.of(rule), Optional.empty()));
  }

  private static OpenRequest asking(Commands.Open open) {
    return (OpenRequest) open.build(0);
  }

  private static Comparison only(Rerun rerun) {
    return rerun.asked(asking(open()), NOON).orElseThrow();
  }

  @Test
  void whatTheRulesDoNotTouchIsReceivedTheSame() {
    var same = only(under(settingsHaving(new Pace(Optional.of(7), Optional.empty()))));
    assertThat(same.standing()).isEqualTo(ANNA_OR_BEN);
    assertThat(same.isChanged()).isFalse();
    assertThat(same.engineer()).isEqualTo(EVA);
    assertThat(same.askedAt()).isEqualTo(NOON);
  }

  @Test
  void whatARuleWouldGrantIsNewlyGranted() {
    var changed = only(under(deciding(Effect.APPROVE)));
    assertThat(changed.standing()).isEqualTo(ANNA_OR_BEN);
    assertThat(changed.proposed())
        .isEqualTo(new Granted("rule logs", EIGHT_HOURS, Conditions.NONE));
    assertThat(changed.isNewlyGranted()).isTrue();
  }

  @Test
  void whatARuleWouldDenyIsTurnedDown() {
    var changed = only(under(deciding(Effect.DENY)));
    assertThat(changed.proposed()).isEqualTo(new TurnedDown("rule logs"));
    assertThat(changed.isNewlyGranted()).isFalse();
  }

  @Test
  void whatIsTakenOutOfTheLockboxIsNewlyGranted() {
    var changed = only(under(Settings.DEFAULTS.with(Enrolment.OFF)));
    assertThat(changed.proposed())
        .isEqualTo(new Granted("NOT_ENROLLED", EIGHT_HOURS, Conditions.NONE));
    assertThat(changed.isNewlyGranted()).isTrue();
  }

  @Test
  void whatAGuardRailIsAboutIsAskedStill() {
    var rail = new GuardRail(new Code("etcd"), Set.of(), ETCD_LOGS.resources());
    var railed = settingsHaving(new GuardRails(List.of(rail))).with(Enrolment.OFF);
    assertThat(only(under(railed)).isChanged()).isFalse();
    var everybodys = Deployment.DEFAULTS.with(new GuardRails(List.of(rail)));
    assertThat(only(under(Settings.DEFAULTS.with(Enrolment.OFF), everybodys)).isChanged())
        .isFalse();
  }

  @Test
  void accessThatIsGrantedForLaterIsGrantedToo() {
    var later = asking(open().saying(Said.nothing().startAt(NOON.plus(EIGHT_HOURS)).details()));
    assertThat(under(deciding(Effect.APPROVE)).asked(later, NOON).orElseThrow().proposed())
        .isEqualTo(new Granted("rule logs", EIGHT_HOURS, Conditions.NONE));
  }

  @Test
  void whatWouldNotBeTakenNamesTheRefusal() {
    var rerun = under(settingsHaving(new Pace(Optional.of(1), Optional.empty())));
    assertThat(rerun.asked(asking(open().as("open")), NOON).orElseThrow().isChanged()).isFalse();
    rerun.happened(Events.opened().build(0, NOON));
    var second = rerun.asked(asking(open().of(NEXT).as("open")), JUST_AFTER_NOON).orElseThrow();
    assertThat(second.standing()).isEqualTo(ANNA_OR_BEN);
    assertThat(second.proposed()).isEqualTo(new Refused(Refusal.TOO_MANY_OPEN));
  }

  @Test
  void whatWasDecidedByThenWaitsNoMoreAndADenialIsRemembered() {
    var rerun =
        under(
            settingsHaving(
                new Pace(
                    Optional.of(1),
                    Optional.of(new CoolDown(1, Duration.ofHours(1), Duration.ofDays(1))))));
    rerun.happened(Events.opened().build(0, NOON));
    rerun.happened(Events.denied().build(1, NOON));
    var second = rerun.asked(asking(open().of(NEXT)), JUST_AFTER_NOON).orElseThrow();
    assertThat(second.standing()).isEqualTo(ANNA_OR_BEN);
    assertThat(second.proposed()).isEqualTo(new Refused(Refusal.COOLING_DOWN));
  }

  @Test
  void whatTheProviderChecksIsCheckedBothTimesWithWhatWasKnownThen() {
    var wanted = Deployment.DEFAULTS.with(Evaluations.ALL_REQUIRED);
    var found = under(deciding(Effect.APPROVE), wanted).asked(asking(open()), NOON).orElseThrow();
    assertThat(found.isChanged()).isFalse();
    assertThat(found.standing()).isInstanceOf(TurnedDown.class);
    assertThat(((TurnedDown) found.standing()).because()).startsWith("checks ").contains("TICKET");
  }

  @Test
  void whereTheProvidersPeopleComeFirstTheyAreAskedBothTimes() {
    var wanted = Deployment.DEFAULTS.with(Evaluations.TWO_INTERNAL_STAGES);
    var found =
        under(deciding(Effect.APPROVE), wanted)
            .asked(asking(open().knowing(Evaluations.FACTS)), NOON)
            .orElseThrow();
    assertThat(found.isChanged()).isFalse();
    assertThat(found.standing()).isInstanceOf(ProviderAsked.class);
  }

  @Test
  void whatARequestFollowsIsLookedUpInThePast() {
    var follows = new Previous(Previous.Kind.EXTENSION, Events.opened().build(0, NOON).request());
    var extension = asking(open().of(NEXT).saying(Said.nothing().previous(follows).details()));
    var known = under(Settings.DEFAULTS);
    known.happened(Events.opened().build(0, NOON));
    known.happened(Events.approved().build(1, NOON));
    assertThat(known.asked(extension, JUST_AFTER_NOON).orElseThrow().standing())
        .isEqualTo(ANNA_OR_BEN);
    assertThat(under(Settings.DEFAULTS).asked(extension, JUST_AFTER_NOON).orElseThrow().standing())
        .isEqualTo(new TurnedDown("checks PREVIOUS"));
  }

  @Test
  void whatWasAskedForBeforeIsComparedOnce() {
    var rerun = under(Settings.DEFAULTS);
    assertThat(rerun.asked(asking(open().as("once")), NOON)).isPresent();
    assertThat(rerun.asked(asking(open().as("once")), JUST_AFTER_NOON)).isEmpty();
    rerun.happened(Events.opened().build(0, NOON));
    assertThat(rerun.asked(asking(open().as("twice")), JUST_AFTER_NOON)).isEmpty();
  }

  @Test
  void whoChangedTheRulesIsGrantedNothingByThem() {
    var tenant =
        new Registered(
            new Membership(
                "support", Set.of(Member.of("anna", "anna@contoso.example")), Set.of(), Set.of()),
            Settings.DEFAULTS,
            Optional.empty(),
            new Changes(new LinkedHashMap<>(Map.of(EVA, NOON)), Map.of()),
            Trail.EMPTY);
    var found =
        new Rerun(tenant, deciding(Effect.APPROVE), Deployment.DEFAULTS)
            .asked(asking(open()), NOON)
            .orElseThrow();
    assertThat(found.isChanged()).isFalse();
  }
}
