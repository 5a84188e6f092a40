package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.JUST_AFTER_NOON;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.finish;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.resolveTicket;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.scheduled;
import static dev.lockbox.domain.Events.started;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.RevocationCause.TICKET_RESOLVED;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NOT_THE_ENGINEER;
import static dev.lockbox.domain.decision.Refusal.STARTS_TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.entitlement.Holding;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.domain.time.PartitionClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Access that begins later than it is agreed on. */
class ScheduledStartTest {
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Instant EVENING = NOON.plus(EIGHT_HOURS);

  @Test
  void anApprovalOfARequestForLaterGrantsNothingBeforeItsTime() {
    var agreed = waiting().when(approve()).happened(scheduled(NOON, EVENING));
    var state = (Scheduled) agreed.state();
    assertThat(state.startsAt()).isEqualTo(NOON);
    assertThat(state.accessUntil()).isEqualTo(EVENING);
    assertThat(state.deadline()).contains(NOON);
    agreed.when(enforceDeadline(), JUST_BEFORE_NOON).refused(NOT_DUE);
  }

  @Test
  void accessBeginsAtTheTimeThatWasAskedFor() {
    var begun = agreed().when(enforceDeadline(), NOON).happened(started());
    assertThat(((Granted) begun.state()).accessUntil()).isEqualTo(EVENING);
    begun.when(enforceDeadline(), EVENING.minus(TICK)).refused(NOT_DUE);
    begun.when(enforceDeadline(), EVENING).happened(ended());
  }

  /** What is held back begins late, and does not end any later for that. */
  @Test
  void aLateAlarmMakesAccessShorterAndNeverLonger() {
    var late = NOON.plus(Duration.ofHours(7));
    var begun = agreed().when(enforceDeadline(), late).happened(started());
    assertThat(((Granted) begun.state()).accessUntil()).isEqualTo(EVENING);
  }

  @Test
  void accessThatCouldNotBeginInItsTimeNeverDoes() {
    var missed = agreed().when(enforceDeadline(), EVENING).happened(ended());
    var closed = (Closed) missed.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.ENDED);
    assertThat(closed.accessUntil()).isEmpty();
  }

  @Test
  void whatIsAgreedOnlyAfterTheTimeAskedForBeginsAtOnce() {
    waiting().when(approve(), NOON).happened(approved().accessUntil(EVENING));
    waiting().when(approve(), JUST_AFTER_NOON).happened(approved().accessUntil(EVENING.plus(TICK)));
    waiting().when(approve(), JUST_BEFORE_NOON).happened(scheduled(NOON, EVENING));
  }

  @Test
  void aNarrowedApprovalCountsTheShorterTimeFromTheStart() {
    var hour = new Terms(Cast.ACTIONS, Cast.RESOURCES, Duration.ofHours(1));
    waiting()
        .when(approve().onlyFor(Duration.ofHours(1)))
        .happened(
            narrowed(hour).through(approve().onlyFor(Duration.ofHours(1))),
            scheduled(NOON, NOON.plus(Duration.ofHours(1)))
                .through(approve().onlyFor(Duration.ofHours(1))));
  }

  @Test
  void onlyTheLastYesOfAQuorumSchedules() {
    var two = settings(Enrolment.WHOLE_TENANT, 2);
    var opened = given().settingsNow(two).when(forLater(NOON), MORNING).accepted();
    var one = opened.when(approve().ifVersion(3)).accepted();
    assertThat(one.state()).isInstanceOf(AccessRequest.Pending.class);
    var both = one.when(approve().by(BEN).ifVersion(3)).accepted();
    assertThat(both.state()).isInstanceOf(Scheduled.class);
  }

  @Test
  void whatNobodyIsAskedForBeginsLaterToo() {
    var unasked = given().settingsNow(settings(Enrolment.OFF, 1));
    var agreed =
        unasked
            .when(forLater(NOON), MORNING)
            .happened(
                evaluated(EvaluationRules.NONE).through(forLater(NOON)),
                grantedWithoutCustomer().through(forLater(NOON)).at(MORNING),
                scheduled(NOON, EVENING).through(forLater(NOON)).at(MORNING));
    assertThat(agreed.state()).isInstanceOf(Scheduled.class);
    agreed.when(enforceDeadline(), NOON).happened(started());
  }

  @Test
  void everyNoEndsItBeforeItBegins() {
    agreed().when(deny()).happened(revoked(DENIED_AFTER_GRANT));
    agreed().when(revoke()).happened(revoked(REVOKED_BY_APPROVER));
    agreed().when(resolveTicket()).happened(revoked(TICKET_RESOLVED));
    agreed().when(withdraw()).happened(withdrawn());
    var done = agreed().when(finish()).happened(withdrawn().through(finish()));
    var closed = (Closed) done.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(closed.accessUntil()).isEmpty();
    assertThat(closed.deadline()).isEmpty();
    done.when(enforceDeadline(), NOON).refused(NOT_DUE);
  }

  @Test
  void onlyWhoMaySayNoSaysNo() {
    agreed().when(revoke().by(Cast.FEMI)).refused(NOT_AN_APPROVER);
    agreed().when(withdraw().engineer(ANNA)).refused(NOT_THE_ENGINEER);
    agreed().when(finish(ANNA)).refused(NOT_THE_ENGINEER);
  }

  @Test
  void itIsDecidedAlready() {
    agreed().when(approve().by(BEN)).refused(ALREADY_DECIDED);
  }

  /** Nothing was opened for it, so nothing must be closed. */
  @Test
  void nobodyMustCloseWhatNeverBegan() {
    assertThat(PolicySamples.ALL.closing().points()).contains(Cast.GATEWAY);
    var closing = agreed().settingsNow(Settings.DEFAULTS.with(PolicySamples.ALL));
    closing.when(revoke()).happened(revoked(REVOKED_BY_APPROVER));
    closing.when(enforceDeadline(), EVENING).happened(ended());
  }

  @Test
  void nothingBeginsByASuspectClockOrWhileGrantsAreFrozen() {
    for (var moment :
        List.of(
            new Moment(NOON, NOON, true, false),
            Moment.at(NOON).frozen(true),
            new Moment(NOON, NOON, true, true))) {
      agreed().when(enforceDeadline(), moment).refused(NOT_DUE);
    }
    var over = new Moment(EVENING, EVENING, true, true);
    agreed().when(enforceDeadline(), over).happened(ended());
    agreed().when(revoke(), over).happened(revoked(REVOKED_BY_APPROVER));
  }

  @Test
  void nothingIsScheduledByASuspectClockOrWhileGrantsAreFrozen() {
    waiting().when(approve(), new Moment(MORNING, MORNING, true, false)).refused(CLOCK_SUSPECT);
    waiting().when(approve(), Moment.at(MORNING).frozen(true)).refused(GRANTS_FROZEN);
  }

  /** A host's clock that is ahead of the broker's makes nothing begin. */
  @Test
  void itIsTheEarlierTimeByWhichAccessBegins() {
    var ahead =
        PartitionClock.UNSET.tick(new HostId("host-1"), NOON, NOON).at(NOON.minusSeconds(5));
    assertThat(ahead.suspect()).isFalse();
    agreed().when(enforceDeadline(), ahead).refused(NOT_DUE);
  }

  @Test
  void aStartThatIsTooFarAheadIsNotAskedFor() {
    var last = MORNING.plus(Start.AHEAD_MAX);
    given().when(forLater(last.plus(TICK)), MORNING).refused(STARTS_TOO_LATE);
    assertThat(given().when(forLater(last), MORNING).accepted().state())
        .isInstanceOf(AccessRequest.Pending.class);
  }

  @Test
  void sinceWhenItIsHeldIsShown() {
    var begun = (Granted) agreed().when(enforceDeadline(), NOON).happened(started()).state();
    var holding = Holding.of(Cast.REQUEST, begun, false);
    assertThat(holding.from()).isEqualTo(NOON);
    assertThat(holding.until()).isEqualTo(EVENING);
  }

  private static Scenario waiting() {
    return given(
        evaluated(EvaluationRules.NONE).through(forLater(NOON)).at(MORNING), opened().at(MORNING));
  }

  private static Scenario agreed() {
    return given(
        evaluated(EvaluationRules.NONE).through(forLater(NOON)).at(MORNING),
        opened().at(MORNING),
        scheduled(NOON, EVENING));
  }

  private static Commands.Open forLater(Instant start) {
    return open().saying(Said.nothing().startAt(start).details());
  }

  private static Settings settings(Enrolment enrolment, int quorum) {
    return new Settings(
        enrolment,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(new StageRule(Optional.empty(), quorum)),
        List.of());
  }
}
