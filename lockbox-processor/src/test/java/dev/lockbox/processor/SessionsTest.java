package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engineers' sessions, from the topic of gateways to the record. */
class SessionsTest {
  private static final EngineerId EVA_AT_CONTOSO = new EngineerId(CONTOSO, EVA);
  private static final PersonId GATEWAY = new PersonId("gateway-1");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private Rig rig;

  @BeforeEach
  void aGrant(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("granted"));
    rig.append(Say.approve("granted", ANNA, "yes", 1));
    rig.recorded();
    rig.states();
    rig.appended();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whatAGatewayTellsBecomesOneCommandPerRecord() {
    rig.tell(start("s1"));
    assertThat(rig.appended())
        .singleElement()
        .satisfies(
            logged -> {
              assertThat(logged.command()).isEqualTo(start("s1"));
              assertThat(logged.id().value()).isEqualTo("activity-0-0");
            });
  }

  @Test
  void whatAGatewayTellsThatNobodyCanReadIsQuarantinedAndFreezesNobody() {
    rig.tellRaw(new byte[] {1}, new byte[] {1, 2, 3});
    assertThat(rig.quarantined())
        .singleElement()
        .satisfies(one -> assertThat(one.topic()).isEqualTo(Topics.ACTIVITY.name()));
    assertThat(rig.events()).isEmpty();
  }

  @Test
  void whatIsFoundAtATargetIsOnTheRecordOfItsRequestWhichKeepsItsVersion() {
    rig.append(
        new ReportUngranted(
            EVA_AT_CONTOSO,
            new Attempt(new PersonId("directory-1"), new DecisionId("found-1")),
            Optional.of(Say.request("granted")),
            ACTIONS.getFirst(),
            RESOURCES.getFirst(),
            Set.of(Finding.NOT_GRANTED)));
    assertThat(rig.recorded())
        .singleElement()
        .satisfies(
            recorded -> {
              assertThat(recorded.event()).isInstanceOf(UngrantedAccessDetected.class);
              assertThat(recorded.event().about()).contains(Say.request("granted"));
              assertThat(recorded.version()).isEqualTo(2);
            });
    assertThat(rig.states()).isEmpty();
  }

  @Test
  void aSessionBeginsAndTheRequestKeepsItsVersion() {
    rig.append(start("s1"));
    assertThat(rig.recorded())
        .singleElement()
        .satisfies(
            recorded -> {
              assertThat(recorded.event()).isInstanceOf(SessionStarted.class);
              assertThat(recorded.sequence()).isEqualTo(4);
              assertThat(recorded.version()).isEqualTo(2);
              assertThat(recorded.rulesVersion()).isEqualTo(OptionalLong.of(1));
            });
    assertThat(rig.states()).isEmpty();
  }

  @Test
  void aRefusedSessionIsOnTheRecordOfItsRequest() {
    rig.append(start("s1"));
    rig.append(start("s2"));
    var refused = (CommandRefused) rig.events().getLast();
    assertThat(refused.refusal()).isEqualTo(Refusal.SESSION_LIMIT);
    assertThat(refused.about()).contains(Say.request("granted"));
  }

  @Test
  void anIdleSessionIsRungAndEnded() {
    rig.append(start("s1"));
    rig.pass(QUARTER);
    assertThat(rig.rung())
        .extracting(LoggedCommand::command)
        .containsExactly(new EnforceSessions(EVA_AT_CONTOSO));
    var ended = (SessionEnded) rig.events().getLast();
    assertThat(ended.cause()).isEqualTo(SessionEnd.IDLE);
    rig.pass(QUARTER);
    assertThat(rig.rung()).isEmpty();
  }

  @Test
  void anIdleSessionEndsThoughItsRequestCannotBeReadAnyMore() {
    rig.append(start("s1"));
    rig.<String, byte[]>store(Stores.REQUESTS)
        .put(Say.request("granted").toString(), new byte[] {1, 2, 3});
    rig.pass(QUARTER);
    assertThat(rig.recorded())
        .last()
        .satisfies(
            recorded -> {
              assertThat(recorded.event()).isInstanceOf(SessionEnded.class);
              assertThat(recorded.version()).isZero();
            });
  }

  @Test
  void anOpenSessionIsRungAfterARestart() {
    rig.append(start("s1"));
    rig = rig.restarted();
    rig.recorded();
    rig.pass(QUARTER);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            SessionEnded.class, ended -> assertThat(ended.cause()).isEqualTo(SessionEnd.IDLE));
  }

  @Test
  void whatWasToldBeforeWritesNothingAgain() {
    rig.append(start("s1"));
    rig = rig.restartedFromTheEarliest();
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("granted"));
    rig.append(Say.approve("granted", ANNA, "yes", 1));
    rig.append(start("s1"));
    assertThat(rig.recorded()).isEmpty();
    assertThat(rig.changes(Stores.SESSIONS)).isEmpty();
  }

  @Test
  void aSessionEndsInTheRecordInWhichItsGrantEnds() {
    rig.append(start("s1"));
    rig.append(did("s1", "a1"));
    rig.recorded();
    var revoke = rig.append(Say.deny("granted", ANNA, "no"));
    var recorded = rig.recorded();
    assertThat(recorded)
        .extracting(one -> one.event().getClass().getSimpleName())
        .containsExactly("SessionEnded", "UseSummarised", "RequestRevoked");
    assertThat(recorded).extracting(Recorded::cause).containsOnly(revoke);
    assertThat(recorded).extracting(Recorded::sequence).containsExactly(6L, 7L, 8L);
    assertThat(recorded).extracting(Recorded::version).containsExactly(2L, 2L, 3L);
    assertThat(((SessionEnded) recorded.getFirst().event()).cause())
        .isEqualTo(SessionEnd.GRANT_ENDED);
    var summary = (UseSummarised) recorded.get(1).event();
    assertThat(summary.usage().performed()).containsKey(ACTIONS.getFirst());
    assertThat(recorded.getLast().event()).isInstanceOf(RequestRevoked.class);
  }

  @Test
  void aGrantsOwnEndEndsItsSessionsOnce() {
    rig.append(start("s1"));
    rig.recorded();
    for (var minutes = 0; minutes < Duration.ofHours(8).toMinutes(); minutes += 10) {
      rig.append(moves("s1", "m" + minutes));
      rig.pass(Duration.ofMinutes(10));
    }
    List<? extends Event> events = rig.events();
    assertThat(events.stream().filter(SessionEnded.class::isInstance)).hasSize(1);
    assertThat(events.stream().filter(UseSummarised.class::isInstance)).hasSize(1);
    assertThat(events.getLast().getClass().getSimpleName()).isIn("AccessEnded", "UseSummarised");
  }

  @Test
  void whatIsDoneOutsideOfAGrantIsTakenDown() {
    rig.append(did("never-started", "a1"));
    var performed = (ActionPerformed) rig.events().getLast();
    assertThat(performed.findings()).isNotEmpty();
  }

  @Test
  void aGatewayThatAsksIsAnsweredInTheHistoryOfTheRequest() {
    rig.append(start("s1"));
    rig.recorded();
    rig.append(asks("s1", "a1"));
    assertThat(rig.recorded())
        .singleElement()
        .satisfies(
            recorded -> {
              assertThat(recorded.event()).isInstanceOf(ActionAuthorised.class);
              assertThat(recorded.event().about()).contains(Say.request("granted"));
              assertThat(recorded.version()).isEqualTo(2);
            });
    rig.append(asks("s1", "a1"));
    assertThat(rig.events()).isEmpty();
    rig.append(asks("s2", "a2"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(ActionDenied.class);
    assertThat(rig.states()).isEmpty();
  }

  @Test
  void whatAGatewayAsksOnTheTopicBecomesACommand() {
    rig.tell(asks("s1", "a1"));
    assertThat(rig.appended()).extracting(LoggedCommand::command).containsExactly(asks("s1", "a1"));
  }

  private static AuthoriseAction asks(String session, String id) {
    return new AuthoriseAction(
        EVA_AT_CONTOSO,
        by(id),
        Optional.of(Say.request("granted")),
        Optional.of(new SessionId(session)),
        new Deed(
            Witness.GATEWAY,
            ACTIONS.getFirst(),
            RESOURCES.getFirst(),
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Map.of()));
  }

  private static StartSession start(String session) {
    return startUnder("granted", session);
  }

  private static StartSession startUnder(String request, String session) {
    return new StartSession(
        EVA_AT_CONTOSO,
        by("start-" + session),
        new SessionId(session),
        Say.request(request),
        Optional.of(RESOURCES.getFirst()),
        Optional.empty(),
        new Connection(
            Channel.REMOTE_SHELL,
            "10.0.0.7",
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Keeps.NOTHING));
  }

  @Test
  void whatWasGrantedForOneUseEndsWithItsOneSessionAndOnlyOnce() {
    rig.append(Say.openForOneUse("granted-once"));
    rig.append(Say.approve("granted-once", ANNA, "yes", 2));
    rig.append(startUnder("granted-once", "s1"));
    rig.append(startUnder("granted-once", "s2"));
    assertThat(((CommandRefused) rig.events().getLast()).refusal()).isEqualTo(Refusal.NOT_GRANTED);
    rig.appended();

    rig.append(leaves("granted-once", "s1"));
    var told = rig.appended();
    assertThat(told).hasSize(1);
    told.forEach(logged -> rig.append(logged, NOON));
    told.forEach(logged -> rig.append(logged, NOON));
    assertThat(rig.stored(Say.request("granted-once")))
        .isInstanceOfSatisfying(
            Closed.class, closed -> assertThat(closed.outcome()).isEqualTo(Outcome.COMPLETED));
    assertThat(rig.events())
        .hasExactlyElementsOfTypes(SessionEnded.class, UseSummarised.class, AccessFinished.class);
  }

  @Test
  void whatAnApproverGrantedForOneUseEndsWithItToo() {
    rig.append(Say.open("granted-once"));
    rig.append(Say.approveOnce("granted-once", ANNA, "yes", 1));
    rig.append(startUnder("granted-once", "s1"));
    rig.appended();
    rig.append(leaves("granted-once", "s1"));
    rig.appended().forEach(logged -> rig.append(logged, NOON));
    assertThat(rig.stored(Say.request("granted-once")))
        .isInstanceOfSatisfying(
            Closed.class, closed -> assertThat(closed.outcome()).isEqualTo(Outcome.COMPLETED));
  }

  @Test
  void whatIsDoneOutsideOfAnySessionIsAUseOfOnesOwnGrantOnly() {
    rig.append(Say.openForOneUse("granted-once"));
    rig.append(Say.approve("granted-once", ANNA, "yes", 2));
    rig.appended();
    var another = new EngineerId(CONTOSO, new PersonId("otto"));
    rig.append(doneOutsideOfSessions(another, "granted-once"));
    assertThat(rig.appended()).isEmpty();
    rig.append(doneOutsideOfSessions(EVA_AT_CONTOSO, "granted-once"));
    assertThat(rig.appended())
        .extracting(LoggedCommand::command)
        .hasExactlyElementsOfTypes(FinishAccess.class);
    rig.append(startUnder("granted-once", "s1"));
    assertThat(((CommandRefused) rig.events().getLast()).refusal()).isEqualTo(Refusal.NOT_GRANTED);
  }

  @Test
  void whatIsDoneInASessionThatNeverBeganIsAUseToo() {
    rig.append(Say.openForOneUse("granted-once"));
    rig.append(Say.approve("granted-once", ANNA, "yes", 2));
    rig.appended();
    rig.append(doneIn("never-began", "granted-once"));
    assertThat(rig.appended())
        .extracting(LoggedCommand::command)
        .hasExactlyElementsOfTypes(FinishAccess.class);
  }

  @Test
  void whatIsDoneInTheOneSessionEndsNothing() {
    rig.append(Say.openForOneUse("granted-once"));
    rig.append(Say.approve("granted-once", ANNA, "yes", 2));
    rig.append(startUnder("granted-once", "s1"));
    rig.appended();
    rig.append(doneIn("s1", "granted-once"));
    assertThat(rig.appended()).isEmpty();
  }

  @Test
  void whatWasGrantedForItsTimeDoesNotEndWithASession() {
    rig.append(start("s1"));
    rig.append(leaves("granted", "s1"));
    assertThat(rig.appended()).isEmpty();
    assertThat(rig.stored(Say.request("granted"))).isInstanceOf(Granted.class);
  }

  private static SessionCommand leaves(String request, String session) {
    return new SessionCommand.EndSession(
        EVA_AT_CONTOSO, by("left-" + session), new SessionId(session), Say.request(request));
  }

  private static SessionCommand moves(String session, String id) {
    return new SessionCommand.NoteActivity(
        EVA_AT_CONTOSO, by(id), new SessionId(session), Say.request("granted"));
  }

  private static ReportAction doneOutsideOfSessions(EngineerId engineer, String request) {
    return new ReportAction(
        engineer, by("done"), Optional.of(Say.request(request)), Optional.empty(), deed());
  }

  private static Deed deed() {
    return new Deed(
        Witness.GATEWAY,
        ACTIONS.getFirst(),
        RESOURCES.getFirst(),
        false,
        Optional.empty(),
        10,
        Optional.empty(),
        Map.of());
  }

  private static ReportAction did(String session, String id) {
    return done(session, "granted", id);
  }

  private static ReportAction doneIn(String session, String request) {
    return done(session, request, "done-in-" + session);
  }

  private static ReportAction done(String session, String request, String id) {
    return new ReportAction(
        EVA_AT_CONTOSO,
        by(id),
        Optional.of(Say.request(request)),
        Optional.of(new SessionId(session)),
        deed());
  }

  private static Attempt by(String id) {
    return new Attempt(GATEWAY, new DecisionId(id));
  }
}
