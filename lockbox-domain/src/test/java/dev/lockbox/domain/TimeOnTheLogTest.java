package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.JUST_AFTER_NOON;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.resolveTicket;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.domain.time.PartitionClock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What a moment of the log lets anybody do: a yes needs a good one, a no never does. */
class TimeOnTheLogTest {
  private static final HostId HOST = new HostId("host-1");
  private static final Moment SUSPECT = new Moment(NOON, NOON, true, false);
  private static final Moment FROZEN = Moment.at(NOON).frozen(true);

  /** Five seconds before the broker's clock says noon, a host's clock said noon. */
  private static final Moment AHEAD =
      PartitionClock.UNSET.tick(HOST, NOON, NOON).at(NOON.minusSeconds(5));

  @Test
  void nothingIsGrantedByASuspectClock() {
    given(opened()).when(approve(), SUSPECT).refused(CLOCK_SUSPECT);
  }

  @Test
  void nothingIsGrantedWhileGrantsAreFrozen() {
    given(opened()).when(approve(), FROZEN).refused(GRANTS_FROZEN);
  }

  @Test
  void whoMayNotApproveIsToldSoWhateverTheClock() {
    given(opened()).when(approve().by(Cast.EVA), SUSPECT).refused(OWN_REQUEST);
    given().when(approve(), FROZEN).refused(NO_SUCH_REQUEST);
  }

  @Test
  void aSuspectClockMakesNoApprovalLate() {
    given(opened().decideBy(NOON)).when(approve(), SUSPECT).refused(CLOCK_SUSPECT);
    given(opened().decideBy(NOON)).when(approve(), FROZEN).refused(TOO_LATE);
  }

  @Test
  void aNoIsTakenWhateverTheClockAndWhateverIsFrozen() {
    for (var moment : new Moment[] {SUSPECT, FROZEN, SUSPECT.frozen(true)}) {
      given(opened()).when(deny(), moment).happened(denied());
      given(opened(), approved())
          .when(deny().by(BEN), moment)
          .happened(revoked(RevocationCause.DENIED_AFTER_GRANT).by(BEN));
      given(opened(), approved())
          .when(revoke(), moment)
          .happened(revoked(RevocationCause.REVOKED_BY_APPROVER));
      given(opened()).when(withdraw(), moment).happened(withdrawn());
      given(opened()).when(resolveTicket(), moment).happened(cancelled());
    }
  }

  @Test
  void openingGrantsNothingAndIsTakenWhateverTheClock() {
    given().when(open(), SUSPECT.frozen(true)).happened(opened());
  }

  @Test
  void timeRunsOutAlsoByASuspectClock() {
    given(opened().decideBy(NOON)).when(enforceDeadline(), SUSPECT).happened(expired());
    given(opened(), approved().accessUntil(NOON))
        .when(enforceDeadline(), SUSPECT)
        .happened(ended());
  }

  @Test
  void aRepeatedAttemptGetsItsFirstVerdictAlsoAtASuspectMoment() {
    given(opened(), approved().as("yes"))
        .when(approve().as("yes").ifVersion(1), SUSPECT)
        .repeated(2);
  }

  @Test
  void deadlinesAreJudgedByTheLaterTimeAndAccessIsCountedFromTheEarlier() {
    assertThat(AHEAD.suspect()).isFalse();
    given(opened().decideBy(NOON)).when(approve(), AHEAD).refused(TOO_LATE);
    given(opened().decideBy(NOON)).when(enforceDeadline(), AHEAD).happened(expired());
    given(opened().decideBy(JUST_AFTER_NOON)).when(enforceDeadline(), AHEAD).refused(NOT_DUE);
    given(opened().decideBy(JUST_AFTER_NOON))
        .when(approve(), AHEAD)
        .happened(approved().accessUntil(AHEAD.appended().plus(Duration.ofHours(8))));
  }

  /** T1: tick and decision in either order, about the deadline; the same verdict every time. */
  @Test
  void anApprovalAboutTheDeadlineIsJudgedTheSameInWhateverOrderTicksCome() {
    var scenario = given(opened().decideBy(NOON));
    for (var seed = 0; seed < 100_000; seed++) {
      var random = new SplittableRandom(seed);
      var at = NOON.plusMillis(random.nextInt(-1, 2));
      var tick = at.minusMillis(random.nextInt(0, 2_000));
      var clock = PartitionClock.UNSET.tick(HOST, MORNING, MORNING);
      clock = clock.tick(HOST, tick, tick);
      var first = granted(scenario, clock.at(at));
      assertThat(first).isEqualTo(at.isBefore(NOON));
      assertThat(granted(scenario, clock.at(at))).isEqualTo(first);
      assertThat(granted(scenario, clock.tick(HOST, at, at).at(at))).isEqualTo(first);
    }
  }

  private static boolean granted(Scenario scenario, Moment at) {
    return at.isPast(NOON)
        ? scenario.when(approve(), at).refused(TOO_LATE).state() instanceof Granted
        : scenario.when(approve(), at).happened(approved()).state() instanceof Granted;
  }

  /** T2: first in the order of the log, expiry is final. */
  @Test
  void anApprovalBehindTheExpiryIsTooLateWheneverItWasAppended() {
    given(opened().decideBy(NOON), expired().at(NOON))
        .when(approve(), new Moment(JUST_BEFORE_NOON, NOON, false, false))
        .refused(TOO_LATE);
  }

  /** T3, from the jump to the day after. */
  @Test
  void aJumpOfFourDaysAndBackGrantsNothing() {
    var jump = Duration.ofDays(4);
    var scenario = given(opened().at(MORNING).decideBy(MORNING.plus(jump)));
    var clock = PartitionClock.UNSET.tick(HOST, NOON, NOON);
    scenario.when(approve(), clock.at(NOON.plus(jump))).refused(CLOCK_SUSPECT);
    clock = clock.tick(HOST, NOON.plusSeconds(5), NOON.plusSeconds(5).plus(jump));
    scenario.when(approve(), clock.at(NOON.plusSeconds(6).plus(jump))).refused(CLOCK_SUSPECT);
    scenario.when(approve(), clock.at(NOON.plusSeconds(9))).refused(CLOCK_SUSPECT);
    clock = clock.tick(HOST, NOON.plusSeconds(10), NOON.plusSeconds(10));
    var yes = NOON.plusSeconds(11);
    scenario
        .when(approve(), clock.at(yes))
        .happened(approved().accessUntil(yes.plus(Duration.ofHours(8))));
  }

  /** T3: what ended early is over for good, also four days later by a clock that is right. */
  @Test
  void whatAJumpEndedEarlyIsOverForGood() {
    var jump = Duration.ofDays(4);
    var ahead = PartitionClock.UNSET.tick(HOST, NOON, NOON).at(NOON.plus(jump));
    var later = Moment.at(NOON.plus(jump).plusSeconds(1));
    given(opened().decideBy(NOON.plus(jump)))
        .when(enforceDeadline(), ahead)
        .happened(expired())
        .when(approve(), later)
        .refused(TOO_LATE);
    given(opened(), approved().accessUntil(NOON.plus(Duration.ofHours(8))))
        .when(enforceDeadline(), ahead)
        .happened(ended())
        .when(approve().by(BEN), later)
        .refused(ALREADY_DECIDED);
  }

  /** T4: what was over by the trusted time stays over by a slower leader's. */
  @Test
  void aSlowerLeaderUndoesNoExpiry() {
    var clock = PartitionClock.UNSET.tick(HOST, NOON, NOON);
    var behind = clock.at(NOON.minus(Duration.ofHours(1)));
    given(opened().decideBy(NOON)).when(approve(), behind).refused(CLOCK_SUSPECT);
    given(opened().decideBy(NOON)).when(enforceDeadline(), behind).happened(expired());
  }

  /** T7: nobody has ticked for an hour. */
  @Test
  void withDeadTickersDeadlinesHoldAndNothingIsGranted() {
    Instant hourLater = NOON.plus(Duration.ofHours(1));
    var moment = PartitionClock.UNSET.tick(HOST, NOON, NOON).at(hourLater);
    given(opened().decideBy(hourLater)).when(enforceDeadline(), moment).happened(expired());
    given(opened()).when(approve(), moment).refused(CLOCK_SUSPECT);
    given(opened().decideBy(hourLater)).when(approve(), moment).refused(CLOCK_SUSPECT);
    given(opened()).when(deny(), moment).happened(denied());
    given(opened(), approved().accessUntil(hourLater))
        .when(enforceDeadline(), moment)
        .happened(ended());
  }
}
