package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.GATEWAY;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.Commands.acknowledgeClosing;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Commands.finish;
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
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.Practising.practiceOpened;
import static dev.lockbox.domain.Practising.practised;
import static dev.lockbox.domain.Readings.REMIND_AFTER;
import static dev.lockbox.domain.Readings.read;
import static dev.lockbox.domain.Readings.readingRequired;
import static dev.lockbox.domain.Readings.recordRead;
import static dev.lockbox.domain.Readings.recordUnread;
import static dev.lockbox.domain.Readings.reminding;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.RevocationCause.TICKET_RESOLVED;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_READ;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_READ;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NOT_OF_THE_CUSTOMER;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.decision.Refusal.REQUEST_FAULTED;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reminder of what was done and nobody read (FEATURES row 98). */
class ReadingTest {
  private static final Instant REMIND_AT = NOON.plus(REMIND_AFTER);

  private static Scenario granted() {
    return given(opened(), approved().accessUntil(NOON)).settingsNow(reminding());
  }

  /** Its time was up at noon, and somebody is to read what was done. */
  private static Scenario over() {
    return granted().when(enforceDeadline(), NOON).happened(readingRequired(REMIND_AT), ended());
  }

  private static Asking as(PersonId person) {
    var said = (ConfirmRead) read().by(person).build(Samples.unsaid(3));
    return Asking.toRead(said, Optional.of(Samples.MEMBERSHIP));
  }

  @Test
  void whatNobodyHasReadInTimeIsToldOnce() {
    assertThat(over().state().deadline()).contains(REMIND_AT);
    var told = over().when(enforceDeadline(), REMIND_AT).happened(recordUnread());
    assertThat(told.state()).isInstanceOf(Closed.class);
    assertThat(told.state().deadline()).isEmpty();
    told.when(enforceDeadline(), REMIND_AT.plus(REMIND_AFTER)).refused(NOT_DUE);
  }

  @Test
  void nobodyIsRemindedBeforeItIsTime() {
    over().when(enforceDeadline(), REMIND_AT.minus(TICK)).refused(NOT_DUE);
  }

  @Test
  void theTimeForReadingIsOverByTheLatestThatItMayBe() {
    over()
        .when(enforceDeadline(), new Moment(REMIND_AT.minusSeconds(9), REMIND_AT, false, false))
        .happened(recordUnread().at(REMIND_AT.minusSeconds(9)));
  }

  @Test
  void theyAreRemindedWhateverTheClockSaysAndThoughGrantsAreFrozen() {
    over()
        .when(enforceDeadline(), new Moment(REMIND_AT, REMIND_AT, true, true))
        .happened(recordUnread());
    over().when(read(), new Moment(NOON, NOON, true, true)).happened(recordRead());
  }

  @Test
  void whatWasReadIsRemindedOfToNobody() {
    var read = over().when(read(), REMIND_AT.minus(TICK)).happened(recordRead());
    assertThat(((Closed) read.state()).lookback().readBy()).contains(ANNA);
    assertThat(read.state().deadline()).isEmpty();
    read.when(enforceDeadline(), REMIND_AT).refused(NOT_DUE);
  }

  @Test
  void whatNobodyReadInTimeMayBeReadLater() {
    over()
        .when(enforceDeadline(), REMIND_AT)
        .happened(recordUnread())
        .when(read())
        .happened(recordRead())
        .when(enforceDeadline())
        .refused(NOT_DUE);
  }

  @Test
  void oneWhoReadItIsEnough() {
    over()
        .when(read())
        .happened(recordRead())
        .when(read().by(BEN))
        .refused(ALREADY_READ)
        .when(read().as("again"))
        .refused(ALREADY_READ);
  }

  @Test
  void sayingTwiceThatOneReadItIsReadingOnce() {
    over()
        .when(read().as("seen"), NOON)
        .happened(recordRead().as("seen"))
        .when(read().as("seen"))
        .repeated(5);
  }

  @Test
  void howeverItEndsItIsToBeRead() {
    var at = NOON.minusSeconds(60);
    var due = at.plus(REMIND_AFTER);
    granted()
        .when(revoke(), at)
        .happened(readingRequired(due).through(revoke()), revoked(REVOKED_BY_APPROVER));
    granted()
        .when(deny(), at)
        .happened(readingRequired(due).through(deny()), revoked(DENIED_AFTER_GRANT));
    granted()
        .when(resolveTicket(), at)
        .happened(readingRequired(due).through(resolveTicket()), revoked(TICKET_RESOLVED));
    granted().when(withdraw(), at).happened(readingRequired(due).through(withdraw()), withdrawn());
    granted().when(finish(), at).happened(readingRequired(due).through(finish()), finished());
  }

  @Test
  void alsoWhatTheCustomerWasNotAskedAboutIsToBeRead() {
    given(grantedWithoutCustomer())
        .settingsNow(reminding())
        .when(finish(), NOON)
        .happened(readingRequired(REMIND_AT).through(finish()), finished());
  }

  @Test
  void whereNobodyWantsItNobodyIsRemindedAndItMayBeRead() {
    var over =
        given(opened(), approved().accessUntil(NOON))
            .when(enforceDeadline(), NOON)
            .happened(ended());
    assertThat(over.state().deadline()).isEmpty();
    over.when(read()).happened(recordRead());
    granted().tenantUnknown().when(enforceDeadline(), NOON).happened(ended());
  }

  @Test
  void otherRulesAfterwardsMoveNoReminder() {
    over()
        .settingsNow(Settings.DEFAULTS)
        .when(enforceDeadline(), REMIND_AT)
        .happened(recordUnread());
    given(opened(), approved().accessUntil(NOON), ended().at(NOON))
        .settingsNow(reminding())
        .when(enforceDeadline(), REMIND_AT)
        .refused(NOT_DUE);
  }

  @Test
  void whatWasNeverGrantedOrIsNotOverHasNothingToRead() {
    given().when(read()).refused(NO_SUCH_REQUEST);
    given(opened()).when(read()).refused(NOTHING_TO_READ);
    given(opened(), approved()).when(read()).refused(NOTHING_TO_READ);
    given(opened(), denied()).when(read()).refused(NOTHING_TO_READ);
    given(withdrawn()).when(read()).refused(NOTHING_TO_READ);
    given(practiceOpened(), practised()).when(read()).refused(NOTHING_TO_READ);
    given(opened(), approved(), faulted()).when(read()).refused(REQUEST_FAULTED);
    given(opened()).settingsNow(reminding()).when(deny()).happened(denied());
    over().tenantUnknown().when(read()).refused(UNKNOWN_TENANT);
  }

  @Test
  void whoAdministersAuditsOrDecidesReadsIt() {
    for (var person : Set.of(CARLA, DORA)) {
      over().when(read().by(person)).refused(NOT_OF_THE_CUSTOMER);
      over().askingAlready(as(person)).when(read().by(person)).happened(recordRead().by(person));
    }
    over().when(read().by(BEN)).happened(recordRead().by(BEN));
    over().approversNow(BEN).settingsNow(reminding()).when(read()).happened(recordRead());
    var said = (ConfirmRead) read().by(CARLA).build(Samples.unsaid(3));
    assertThat(Asking.toRead(said, Optional.empty())).isEqualTo(Asking.NOTHING_ELSE);
    assertThat(as(ANNA)).isEqualTo(Asking.NOTHING_ELSE);
  }

  @Test
  void noEngineerReadsForTheCustomerWhatTheyDidThemselves() {
    over().when(read().by(EVA)).refused(OWN_REQUEST);
    over()
        .askingAlready(new Asking(0, Denials.NONE, false, true))
        .when(read().by(EVA))
        .refused(OWN_REQUEST);
  }

  @Test
  void whatIsNotClosedYetIsReadToo() {
    var closing =
        Policies.settingsHaving(
            ReadingRules.of(REMIND_AFTER),
            new ClosingRules(Set.of(GATEWAY), Duration.ofMinutes(2)));
    var due = NOON.plus(Duration.ofMinutes(2));
    var ending =
        granted()
            .settingsNow(closing)
            .when(enforceDeadline(), NOON)
            .happened(closingRequired(due, GATEWAY), readingRequired(REMIND_AT), ended());
    assertThat(ending.state().deadline()).contains(due);
    ending
        .when(read(), NOON)
        .happened(recordRead())
        .when(acknowledgeClosing(), NOON)
        .happened(closingAcknowledged(Duration.ZERO))
        .when(enforceDeadline(), REMIND_AT)
        .refused(NOT_DUE);
    var failed = ending.when(enforceDeadline(), due).happened(closingFailed(GATEWAY));
    assertThat(failed.state().deadline()).contains(REMIND_AT);
    failed
        .when(enforceDeadline(), REMIND_AT)
        .happened(recordUnread())
        .when(acknowledgeClosing(), REMIND_AT)
        .happened(closingAcknowledged(REMIND_AFTER))
        .when(read())
        .happened(recordRead());
    ending
        .when(acknowledgeClosing(), NOON)
        .happened(closingAcknowledged(Duration.ZERO))
        .when(enforceDeadline(), REMIND_AT)
        .happened(recordUnread());
  }

  @Test
  void theTimeForReadingIsBounded() {
    for (var one :
        Set.of(
            Duration.ZERO,
            Duration.ofHours(1).minusMillis(1),
            Duration.ofDays(30).plusMillis(1),
            Duration.ofHours(2).plusNanos(1))) {
      assertThatThrownBy(() -> ReadingRules.of(one)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(ReadingRules.of(Duration.ofHours(1)).remindAfter()).contains(Duration.ofHours(1));
  }

  @Test
  void nothingIsMadeOfWhatWasNeverDone() {
    var unread = new Lookback(Optional.of(NOON), Optional.empty());
    assertThatThrownBy(
            () ->
                new Closed(
                    Outcome.DENIED,
                    Optional.empty(),
                    NOON,
                    Optional.empty(),
                    Optional.empty(),
                    unread,
                    Trail.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Lookback(Optional.of(NOON), Optional.of(ANNA)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
