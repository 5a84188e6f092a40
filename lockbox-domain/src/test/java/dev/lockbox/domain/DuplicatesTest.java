package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.LONG_AFTER_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.resolveTicket;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Commands.withdraw;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.cancelled;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.faulted;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.Events.withdrawn;
import static dev.lockbox.domain.RevocationCause.DENIED_AFTER_GRANT;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.ALREADY_OPENED;
import static dev.lockbox.domain.decision.Refusal.DECISION_ID_REUSED;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DuplicatesTest {
  @Test
  void aRepeatedAttemptGetsItsFirstVerdictAgain() {
    given(opened().as("o")).when(open().as("o")).repeated(1);
    given(opened(), approved().as("yes")).when(approve().as("yes").ifVersion(1)).repeated(2);
    given(opened(), denied().as("no")).when(deny().as("no")).repeated(2);
    given(withdrawn().as("w")).when(withdraw().as("w")).repeated(1);
    given(cancelled().as("t")).when(resolveTicket().as("t")).repeated(1);
  }

  @Test
  void theFirstVerdictIsGivenAgainHoweverFarThingsHaveMovedOn() {
    var over =
        given(
            opened().as("o"),
            approved().as("yes"),
            revoked(DENIED_AFTER_GRANT).by(BEN).as("no").at(NOON));
    over.when(open().as("o"), LONG_AFTER_NOON).repeated(1);
    over.when(approve().as("yes").ifVersion(1), LONG_AFTER_NOON).repeated(2);
    over.when(deny().by(BEN).as("no"), MORNING).repeated(3);
  }

  @Test
  void theFirstVerdictIsGivenAgainThoughTheActorHasLeft() {
    given(opened(), approved().as("yes"))
        .approversNow(BEN)
        .when(approve().as("yes").ifVersion(1))
        .repeated(2);
  }

  @Test
  void whatADeadlineOrAFaultDidForgetsNoAttempt() {
    given(opened().as("o"), approved().as("yes"), ended())
        .when(approve().as("yes").ifVersion(1))
        .repeated(2);
    given(opened().as("o"), faulted()).when(open().as("o")).repeated(1);
  }

  @Test
  void anIdIsNotUsedForSomethingElse() {
    given(opened().as("o"))
        .when(open().as("o").justification("another"))
        .refused(DECISION_ID_REUSED);
    given(opened().as("o"))
        .when(open().as("o").accessFor(Duration.ofHours(1)))
        .refused(DECISION_ID_REUSED);
    given(opened(), approved().as("x"))
        .when(approve().as("x").ifVersion(1).because(REASON))
        .refused(DECISION_ID_REUSED);
    given(opened(), approved().as("x")).when(deny().as("x")).refused(DECISION_ID_REUSED);
    given(opened(), approved().as("x")).when(revoke().as("x")).refused(DECISION_ID_REUSED);
    given(opened(), withdrawn().as("x"))
        .when(withdraw().as("x").engineer(FEMI))
        .refused(DECISION_ID_REUSED);
  }

  @Test
  void anIdIsTheActorsOwn() {
    given(opened(), approved().by(ANNA).as("1"))
        .when(deny().by(BEN).as("1"))
        .happened(revoked(DENIED_AFTER_GRANT).by(BEN).as("1"));
  }

  @Test
  void anotherProducerDoesNotOpenTheSameRequest() {
    given(opened().as("o")).when(open().by(FEMI).as("o")).refused(ALREADY_OPENED);
  }

  @Test
  void theSameYesUnderANewIdIsAnotherAttempt() {
    given(opened(), approved().as("yes")).when(approve().as("again")).refused(ALREADY_DECIDED);
  }

  @Test
  void aRefusedAttemptIsNotRememberedAndIsDecidedAfresh() {
    given(opened())
        .when(approve().as("x").ifVersion(7))
        .refused(STALE_VERSION)
        .when(approve().as("x").ifVersion(1))
        .happened(approved().as("x").through(approve().as("x").ifVersion(1)));
    given(opened())
        .approversNow(BEN)
        .when(approve().as("x"))
        .refused(NOT_AN_APPROVER)
        .approversNow(ANNA, BEN)
        .when(approve().as("x"))
        .happened(approved().as("x"));
  }

  @Test
  void anIdThatWasRefusedMayBeUsedForSomethingElse() {
    given(opened().decideBy(NOON))
        .when(approve().as("x"), NOON)
        .refused(TOO_LATE)
        .when(deny().as("x"), NOON)
        .happened(denied().as("x"));
  }
}
