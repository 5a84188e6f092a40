package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.WIDER_THAN_ASKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long access lasts where no time is asked for, and how long it may be asked for. */
class AccessCapTest {
  private static final Duration FOUR = Duration.ofHours(4);
  private static final Duration TWELVE = Duration.ofHours(12);
  private static final Duration TICK = Duration.ofMillis(1);
  private static final AccessLimits LIMITS = new AccessLimits(Duration.ofDays(4), FOUR);

  private static Settings settings(Policy.Part... parts) {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.of(LIMITS),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(StageRule.ANYBODY),
        List.of(),
        Policies.having(parts));
  }

  private static Scenario upToTwelve() {
    return given().settingsNow(settings(AccessCap.of(TWELVE)));
  }

  @Test
  void whoSaysNoTimeHasWhatIsUsual() {
    var granted =
        upToTwelve()
            .when(open(), MORNING)
            .happened(opened().accessFor(FOUR))
            .when(approve(), MORNING)
            .happened(approved().at(MORNING).accessUntil(MORNING.plus(FOUR)))
            .state();
    assertThat(granted.deadline()).contains(MORNING.plus(FOUR));
  }

  @Test
  void upToTheMostMayBeAskedFor() {
    for (var asked : List.of(TICK, FOUR.plus(TICK), TWELVE)) {
      var open = open().accessFor(asked);
      upToTwelve().when(open).happened(opened().through(open).accessFor(asked));
    }
    upToTwelve().when(open().accessFor(TWELVE.plus(TICK))).refused(ACCESS_TOO_LONG);
  }

  @Test
  void withoutAnythingElseTheUsualIsTheMost() {
    given()
        .settingsNow(settings())
        .when(open().accessFor(FOUR.plus(TICK)))
        .refused(ACCESS_TOO_LONG);
  }

  @Test
  void aYesGrantsNoMoreThanWasAskedForThoughMoreMightHaveBeen() {
    upToTwelve()
        .when(open())
        .happened(opened().accessFor(FOUR))
        .when(approve().onlyFor(FOUR.plus(TICK)))
        .refused(WIDER_THAN_ASKED);
  }

  @Test
  void theDeploymentsHoldsForWhoSetNothing() {
    var theirs = given().deploymentNow(LIMITS, AccessCap.of(TWELVE));
    theirs
        .when(open())
        .happened(opened().accessFor(FOUR).decideBy(MORNING.plus(Duration.ofDays(4))));
    var most = open().accessFor(TWELVE);
    theirs.when(most).happened(opened().through(most).accessFor(TWELVE));
    theirs.when(open().accessFor(TWELVE.plus(TICK))).refused(ACCESS_TOO_LONG);
  }

  @Test
  void whoSetsHowLongAccessLastsSetsHowLongItMayBeAskedForToo() {
    given()
        .settingsNow(settings())
        .deploymentNow(AccessLimits.DEFAULTS, AccessCap.of(TWELVE))
        .when(open().accessFor(FOUR.plus(TICK)))
        .refused(ACCESS_TOO_LONG);
  }

  @Test
  void atHighRiskTheShorterOfAllHoldsForBoth() {
    var hour = Duration.ofHours(1);
    var debug = open().to(new ActionName("app.remoteDebug")).on(new ResourceName("/apps/shop"));
    var brief =
        new AccessRules(
            List.of(),
            new HighRisk(Optional.of(hour), false),
            List.of(),
            List.of(),
            Optional.empty());
    var scenario = given().settingsNow(settings(AccessCap.of(TWELVE), brief));
    scenario.when(debug).happened(opened().through(debug).accessFor(hour));
    scenario
        .when(
            open()
                .to(new ActionName("app.remoteDebug"))
                .on(new ResourceName("/apps/shop"))
                .accessFor(hour.plus(TICK)))
        .refused(ACCESS_TOO_LONG);
  }

  @Test
  void theMostIsNoLessThanTheUsualAndNoMoreThanADay() {
    assertThatThrownBy(() -> settings(AccessCap.of(FOUR.minus(TICK))))
        .hasMessageContaining("accessMax must be at least accessFor, which is PT4H");
    assertThat(settings(AccessCap.of(FOUR)).policy().cap().over(LIMITS)).isEqualTo(FOUR);
    assertThat(AccessCap.of(Duration.ofDays(1)).over(LIMITS)).isEqualTo(Duration.ofDays(1));
    assertThatThrownBy(() -> AccessCap.of(Duration.ofDays(1).plus(TICK)))
        .hasMessageContaining("accessMax must be from PT1S to PT24H");
    assertThatThrownBy(() -> Deployment.DEFAULTS.with(AccessLimits.DEFAULTS, AccessCap.of(FOUR)))
        .hasMessageContaining("accessMax must be at least accessFor, which is PT8H");
  }

  @Test
  void itIsSetOnlyBesideHowLongAccessLasts() {
    assertThatThrownBy(() -> Policies.settingsHaving(AccessCap.of(TWELVE)))
        .hasMessageContaining("accessMax must not be set where limits are not");
  }
}
