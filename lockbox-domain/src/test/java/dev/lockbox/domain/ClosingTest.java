package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BASTION;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.GATEWAY;
import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.LONG_AFTER_NOON;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.acknowledgeClosing;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.finish;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.resolveTicket;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.closingAcknowledged;
import static dev.lockbox.domain.Events.closingFailed;
import static dev.lockbox.domain.Events.closingRequired;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.finished;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.RevocationCause.TICKET_RESOLVED;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.ALREADY_OPENED;
import static dev.lockbox.domain.decision.Refusal.CLOSING_NOT_AWAITED;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.REQUEST_FAULTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever opened something for a grant must say that it is closed. */
class ClosingTest {
  private static final Duration WITHIN = Duration.ofMinutes(2);
  private static final Instant DUE = NOON.plus(WITHIN);
  private static final Settings BOTH = closing(GATEWAY, BASTION);

  @Test
  void aGrantWhoseTimeIsUpWaitsForThoseWhoMustClose() {
    var closing =
        granted(BOTH)
            .when(enforceDeadline(), NOON)
            .happened(closingRequired(DUE, GATEWAY, BASTION), ended());
    var state = (Closing) closing.state();
    assertThat(state.end().outcome()).isEqualTo(Outcome.ENDED);
    assertThat(state.end().accessUntil()).contains(NOON);
    assertThat(state.deadline()).contains(DUE);
    assertThat(state.due().points()).containsExactlyInAnyOrder(GATEWAY, BASTION);
  }

  @Test
  void soDoesOneThatEndsBeforeItsTimeHoweverItDoes() {
    var granted = granted(BOTH);
    var due = JUST_BEFORE_NOON.plus(WITHIN);
    granted
        .when(revoke(), JUST_BEFORE_NOON)
        .happened(
            closingRequired(due, GATEWAY, BASTION).through(revoke()), revoked(REVOKED_BY_APPROVER));
    granted
        .when(deny(), JUST_BEFORE_NOON)
        .happened(
            closingRequired(due, GATEWAY, BASTION).through(deny()), revoked(DENIED_AFTER_GRANT));
    granted
        .when(resolveTicket(), JUST_BEFORE_NOON)
        .happened(
            closingRequired(due, GATEWAY, BASTION).through(resolveTicket()),
            revoked(TICKET_RESOLVED));
    granted
        .when(withdraw(), JUST_BEFORE_NOON)
        .happened(closingRequired(due, GATEWAY, BASTION).through(withdraw()), withdrawn());
    granted
        .when(finish(), JUST_BEFORE_NOON)
        .happened(closingRequired(due, GATEWAY, BASTION).through(finish()), finished());
  }

  @Test
  void itIsClosedWhenTheLastOfThemSaysSo() {
    var one =
        ending()
            .when(acknowledgeClosing(BASTION).as("b"), NOON.plusSeconds(1))
            .happened(
                closingAcknowledged(Duration.ofSeconds(1))
                    .through(acknowledgeClosing(BASTION).as("b")));
    assertThat(one.state()).isInstanceOf(Closing.class);
    var all =
        one.when(acknowledgeClosing(), NOON.plusSeconds(4))
            .happened(closingAcknowledged(Duration.ofSeconds(4)));
    var closed = (Closed) all.state();
    assertThat(closed.outcome()).isEqualTo(Outcome.ENDED);
    assertThat(closed.closedAt()).isEqualTo(NOON);
    assertThat(closed.accessUntil()).contains(NOON);
    assertThat(closed.deadline()).isEmpty();
  }

  @Test
  void howLateItIsIsCountedFromTheEndOfAccess() {
    given(
            opened(),
            approved().accessUntil(NOON),
            closingRequired(DUE, GATEWAY).at(NOON.plusSeconds(5)),
            ended().at(NOON.plusSeconds(5)))
        .when(acknowledgeClosing(), NOON.plusSeconds(6))
        .happened(closingAcknowledged(Duration.ofSeconds(6)));
    ending()
        .when(acknowledgeClosing(), JUST_BEFORE_NOON)
        .happened(closingAcknowledged(Duration.ZERO));
  }

  @Test
  void whoHasNotSaidSoInTimeHasFailedToClose() {
    var late =
        ending()
            .when(acknowledgeClosing(), NOON.plusSeconds(1))
            .happened(closingAcknowledged(Duration.ofSeconds(1)))
            .when(enforceDeadline(), DUE)
            .happened(closingFailed(BASTION));
    assertThat(((Closing) late.state()).isOverdue()).isTrue();
    assertThat(late.state().deadline()).isEmpty();
    late.when(enforceDeadline(), LONG_AFTER_NOON).refused(NOT_DUE);
  }

  @Test
  void whoSaysSoTooLateIsHeardAllTheSame() {
    var late = ending().when(enforceDeadline(), DUE).happened(closingFailed(GATEWAY, BASTION));
    var one =
        late.when(acknowledgeClosing(), DUE.plusSeconds(1))
            .happened(closingAcknowledged(WITHIN.plusSeconds(1)));
    assertThat(((Closing) one.state()).isOverdue()).isTrue();
    one.when(acknowledgeClosing(BASTION).as("b"), DUE.plusSeconds(2))
        .happened(
            closingAcknowledged(WITHIN.plusSeconds(2))
                .through(acknowledgeClosing(BASTION).as("b")));
  }

  @Test
  void itIsNotTooLateBeforeItsTime() {
    ending().when(enforceDeadline(), DUE.minusMillis(1)).refused(NOT_DUE);
  }

  @Test
  void onlyWhoIsWaitedForIsHeardAndOnlyOnce() {
    var elsewhere = new PointId("elsewhere");
    ending().when(acknowledgeClosing(elsewhere)).refused(CLOSING_NOT_AWAITED);
    ending()
        .when(acknowledgeClosing(), NOON.plusSeconds(1))
        .happened(closingAcknowledged(Duration.ofSeconds(1)))
        .when(acknowledgeClosing().as("again"))
        .refused(CLOSING_NOT_AWAITED);
    given().when(acknowledgeClosing()).refused(NO_SUCH_REQUEST);
    given(opened()).when(acknowledgeClosing()).refused(CLOSING_NOT_AWAITED);
    given(opened(), approved()).when(acknowledgeClosing()).refused(CLOSING_NOT_AWAITED);
    given(opened(), denied()).when(acknowledgeClosing()).refused(CLOSING_NOT_AWAITED);
    given(opened(), faulted()).when(acknowledgeClosing()).refused(REQUEST_FAULTED);
  }

  @Test
  void thereIsNoWayBackIn() {
    var closing = ending();
    closing.when(approve().by(BEN)).refused(ALREADY_DECIDED);
    closing.when(open().as("again")).refused(ALREADY_OPENED);
    closing.when(revoke()).refused(ALREADY_DECIDED);
    closing.when(deny()).refused(ALREADY_DECIDED);
    closing.when(withdraw()).refused(ALREADY_DECIDED);
    closing.when(finish()).refused(ALREADY_DECIDED);
    closing.when(resolveTicket()).refused(ALREADY_DECIDED);
  }

  @Test
  void aNoIsTakenAndClosingDemandedWhateverTheClockSaysAndThoughGrantsAreFrozen() {
    var suspect = new Moment(JUST_BEFORE_NOON, JUST_BEFORE_NOON, true, true);
    var due = JUST_BEFORE_NOON.plus(WITHIN);
    granted(BOTH)
        .when(revoke(), suspect)
        .happened(
            closingRequired(due, GATEWAY, BASTION).through(revoke()), revoked(REVOKED_BY_APPROVER));
    ending()
        .when(acknowledgeClosing(), new Moment(NOON, NOON, true, true))
        .happened(closingAcknowledged(Duration.ZERO));
  }

  @Test
  void whereNobodyMustCloseTheGrantIsJustOver() {
    granted(Settings.DEFAULTS).when(enforceDeadline(), NOON).happened(ended());
    granted(BOTH).tenantUnknown().when(enforceDeadline(), NOON).happened(ended());
  }

  @Test
  void whereNothingWasOpenNobodyMustClose() {
    given(opened()).settingsNow(BOTH).when(deny()).happened(denied());
    given().settingsNow(BOTH).when(withdraw()).happened(withdrawn());
  }

  @Test
  void sayingNoTwiceIsSayingItOnceAndNamesTheVersionItLedTo() {
    granted(BOTH)
        .when(revoke().as("enough"), NOON)
        .happened(
            closingRequired(DUE, GATEWAY, BASTION).through(revoke().as("enough")),
            revoked(REVOKED_BY_APPROVER).as("enough"))
        .when(revoke().as("enough"))
        .repeated(4);
  }

  @Test
  void theRulesAreBounded() {
    var many =
        IntStream.rangeClosed(0, ClosingRules.POINTS_MAX)
            .mapToObj(number -> new PointId("point-" + number))
            .toList();
    assertRefused(() -> new ClosingRules(Set.copyOf(many), WITHIN));
    for (var within :
        List.of(
            Duration.ofMillis(999),
            ClosingRules.WITHIN_MAX.plusMillis(1),
            Duration.ofSeconds(2).plusNanos(1))) {
      assertRefused(() -> new ClosingRules(Set.of(GATEWAY), within));
    }
    assertThat(new ClosingRules(Set.of(GATEWAY), ClosingRules.WITHIN_MAX).points())
        .containsExactly(GATEWAY);
    assertRefused(() -> new ClosingDue(Set.of(), NOON));
  }

  private static void assertRefused(Runnable made) {
    assertThatThrownBy(made::run).isInstanceOf(IllegalArgumentException.class);
  }

  private static Scenario granted(Settings settings) {
    return given(opened(), approved().by(ANNA).accessUntil(NOON)).settingsNow(settings);
  }

  private static Scenario ending() {
    return granted(BOTH)
        .when(enforceDeadline(), NOON)
        .happened(closingRequired(DUE, GATEWAY, BASTION), ended());
  }

  private static Settings closing(PointId... points) {
    return Policies.settingsHaving(new ClosingRules(Set.of(points), WITHIN));
  }
}
