package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.COOLING_DOWN;
import static dev.lockbox.domain.decision.Refusal.TOO_MANY_OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.CoolDown;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Pace;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How fast one engineer may ask (A17). */
class PaceTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Pace TWO = new Pace(Optional.of(2), Optional.empty());
  private static final Pace THREE_IN_AN_HOUR =
      new Pace(Optional.empty(), Optional.of(new CoolDown(3, HOUR, DAY)));

  @Test
  void asManyAsMayWaitAreTaken() {
    with(TWO).askingAlready(waiting(1)).when(open()).happened(opened());
  }

  @Test
  void oneMoreThanMayWaitIsRefused() {
    with(TWO).askingAlready(waiting(2)).when(open()).refused(TOO_MANY_OPEN);
    with(TWO).askingAlready(waiting(3)).when(open()).refused(TOO_MANY_OPEN);
  }

  @Test
  void whileNothingIsSetEngineersAskAsFastAsTheyLike() {
    var much = new Asking(1000, denied(times(NOON, NOON, NOON, NOON)));
    given().askingAlready(much).when(open(), NOON).happened(opened());
  }

  @Test
  void whoWasDeniedOftenWaits() {
    var often = denied(times(NOON.minus(HOUR), NOON.minus(TICK), NOON));
    var asking = with(THREE_IN_AN_HOUR).askingAlready(new Asking(0, often));
    asking.when(open(), NOON).refused(COOLING_DOWN);
    asking.when(open(), NOON.plus(DAY).minus(TICK)).refused(COOLING_DOWN);
    asking.when(open(), NOON.plus(DAY)).happened(opened());
  }

  @Test
  void whoWasDeniedLessOftenDoesNot() {
    with(THREE_IN_AN_HOUR)
        .askingAlready(new Asking(0, denied(times(NOON, NOON))))
        .when(open(), NOON)
        .happened(opened());
  }

  @Test
  void denialsFarApartHaveNoConsequence() {
    var rarely = denied(times(NOON.minus(HOUR).minus(TICK), NOON, NOON));
    with(THREE_IN_AN_HOUR)
        .askingAlready(new Asking(0, rarely))
        .when(open(), NOON)
        .happened(opened());
  }

  @Test
  void waitingGoesOnThoughALaterDenialStandsAlone() {
    var often = denied(times(NOON, NOON, NOON, NOON.plus(HOUR).plus(TICK)));
    var asking = with(THREE_IN_AN_HOUR).askingAlready(new Asking(0, often));
    asking.when(open(), NOON.plus(DAY).minus(TICK)).refused(COOLING_DOWN);
    asking.when(open(), NOON.plus(DAY)).happened(opened());
  }

  @Test
  void aFurtherDenialLetsThemWaitLonger() {
    var often = denied(times(NOON, NOON, NOON, NOON.plus(HOUR)));
    var asking = with(THREE_IN_AN_HOUR).askingAlready(new Asking(0, often));
    asking.when(open(), NOON.plus(DAY)).refused(COOLING_DOWN);
    asking.when(open(), NOON.plus(HOUR).plus(DAY)).happened(opened());
  }

  @Test
  void whatIsNotBehindTheLockboxIsRefusedToo() {
    var setting =
        new Settings(
                new Enrolment(Enrolment.Scope.NOTHING, Set.of()),
                Optional.empty(),
                ApproverMode.SNAPSHOT,
                false,
                false,
                List.of(),
                List.of(StageRule.ANYBODY),
                List.of())
            .with(Policies.having(TWO));
    given().settingsNow(setting).askingAlready(waiting(2)).when(open()).refused(TOO_MANY_OPEN);
  }

  @Test
  void whatWasTakenIsAnsweredAsItWasHoweverManyWaitByNow() {
    with(TWO)
        .when(open().as("once"))
        .accepted()
        .askingAlready(new Asking(9, denied(times(NOON, NOON, NOON))))
        .when(open().as("once"))
        .repeated(1);
  }

  @Test
  void onlyWhatWaitsForSomebodyWaits() {
    assertThat(Samples.states().stream().filter(Asking::isWaiting))
        .isNotEmpty()
        .allMatch(
            state ->
                state instanceof AccessRequest.Pending || state instanceof AccessRequest.Evaluated);
    assertThat(Samples.states().stream().filter(state -> !Asking.isWaiting(state)))
        .noneMatch(AccessRequest.Pending.class::isInstance)
        .noneMatch(AccessRequest.Evaluated.class::isInstance);
  }

  @Test
  void aDenialIsWhatAPersonOfTheCustomerDeniesBeforeAGrantOrAfterIt() {
    var denials =
        requestEvents().filter(Denials::isOne).map(event -> event.getClass().getSimpleName());
    assertThat(denials).contains("RequestDenied").isSubsetOf("RequestDenied", "RequestRevoked");
    assertThat(Denials.isOne(event(Events.revoked(RevocationCause.DENIED_AFTER_GRANT)))).isTrue();
    assertThat(Denials.isOne(event(Events.revoked(RevocationCause.REVOKED_BY_APPROVER)))).isFalse();
    assertThat(Denials.isOne(event(Events.revoked(RevocationCause.TICKET_RESOLVED)))).isFalse();
  }

  @Test
  void denialsAreKeptInOrderAndTheLatestOfThem() {
    var denial = event(Events.denied());
    var all = Denials.NONE;
    for (var i = 0; i < Denials.KEPT_MAX + 1; i++) {
      all = all.after(denial);
    }
    assertThat(all.at()).hasSize(Denials.KEPT_MAX).containsOnly(denial.at());
    var before = denied(times(denial.at().plus(TICK)));
    assertThat(before.after(denial).at()).containsExactly(denial.at(), denial.at().plus(TICK));
    assertThat(before.after(event(Events.expired()))).isEqualTo(before);
    assertThatThrownBy(() -> new Denials(List.of(NOON, NOON.minus(TICK))))
        .hasMessageContaining("in order");
    var many = IntStream.rangeClosed(0, Denials.KEPT_MAX).mapToObj(NOON::plusMillis).toList();
    assertThatThrownBy(() -> new Denials(many)).hasMessageContaining("at most 100");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Pace.OPEN_MAX + 1})
  void howManyMayWaitHasBounds(int many) {
    assertThatThrownBy(() -> new Pace(Optional.of(many), Optional.empty()))
        .hasMessageContaining("from 1 to 256");
    assertThat(new Pace(Optional.of(Pace.OPEN_MAX), Optional.empty()).isFull(255)).isFalse();
  }

  @Test
  void whatDenialsLeadToHasBounds() {
    for (var denials : List.of(0, CoolDown.DENIALS_MAX + 1)) {
      assertThatThrownBy(() -> new CoolDown(denials, HOUR, DAY)).hasMessageContaining("denials");
    }
    for (var wrong :
        List.of(Duration.ZERO, HOUR.negated(), CoolDown.LONGEST.plusMillis(1), HOUR.plusNanos(1))) {
      assertThatThrownBy(() -> new CoolDown(1, wrong, DAY)).hasMessageContaining("within");
      assertThatThrownBy(() -> new CoolDown(1, HOUR, wrong)).hasMessageContaining("lasts");
    }
    assertThat(new CoolDown(CoolDown.DENIALS_MAX, CoolDown.LONGEST, CoolDown.LONGEST).denials())
        .isEqualTo(10);
  }

  private static Scenario with(Pace pace) {
    return given().settingsNow(Policies.settingsHaving(pace));
  }

  private static Asking waiting(int many) {
    return new Asking(many, Denials.NONE);
  }

  private static Denials denied(List<Instant> at) {
    return new Denials(at);
  }

  private static List<Instant> times(Instant... at) {
    return List.of(at);
  }

  private static RequestEvent event(EventBuilder<?> told) {
    return told.build(Unsaid.FIRST);
  }

  private static Stream<RequestEvent> requestEvents() {
    return Samples.events().stream()
        .map(Recorded::event)
        .filter(RequestEvent.class::isInstance)
        .map(RequestEvent.class::cast);
  }
}
