package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.Seats;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.SeatsSnapshot;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One session on a gateway for each engineer over all customers, from topic to record. */
class GatewaySeatsTest {
  private static final TenantId FABRIKAM = new TenantId("fabrikam");
  private static final RequestId AT_CONTOSO = new RequestId(CONTOSO, "granted");
  private static final RequestId AT_FABRIKAM = new RequestId(FABRIKAM, "granted");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private Rig rig;

  @BeforeEach
  void grantsAtTwoCustomers(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    for (var request : new RequestId[] {AT_CONTOSO, AT_FABRIKAM}) {
      rig.append(Say.register(request.tenant(), "anna"));
      rig.append(Say.open(request));
      rig.append(new Approve(request, by(ANNA, "yes"), Optional.empty(), 1, Optional.empty()));
    }
    rig.recorded();
    rig.appended();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whoIsOnAGatewayAtOneCustomerIsRefusedAtAnotherUntilTheyHaveLeft() {
    starts(AT_CONTOSO, "s1");
    isRefused(AT_FABRIKAM, "s2");
    leaves(AT_CONTOSO, "s1");
    starts(AT_FABRIKAM, "s3");
    isRefused(AT_CONTOSO, "s4");
  }

  @Test
  void theCustomerWhoRefusesLearnsNothingOfTheOther() {
    starts(AT_CONTOSO, "s1");
    var refused = isRefused(AT_FABRIKAM, "s2");
    assertThat(refused.toString()).doesNotContain("contoso").doesNotContain("s1");
    assertThat(rig.raw(Topics.COMMANDS.name()))
        .last()
        .satisfies(record -> assertThat(new String(record.value())).doesNotContain("contoso"));
  }

  @Test
  void aRepeatedRequestGetsTheSameVerdictAndTakesNoSecondSeat() {
    var start = starts(AT_CONTOSO, "s1");
    rig.tell(start);
    assertThat(rig.events()).isEmpty();
    isRefused(AT_FABRIKAM, "s2");
    leaves(AT_CONTOSO, "s1");
    starts(AT_FABRIKAM, "s3");
    rig.tell(start);
    assertThat(rig.events()).isEmpty();
    isRefused(AT_CONTOSO, "s4");
  }

  @Test
  void whoAsksOnceMoreUnderTheIdOfAnOpenSessionFreesNoSeat() {
    starts(AT_CONTOSO, "s1");
    rig.tell(start(AT_CONTOSO, "s1", "again"));
    assertThat(refusal()).isEqualTo(Refusal.SESSION_EXISTS);
    isRefused(AT_FABRIKAM, "s2");
  }

  @Test
  void aSeatThatWasRefusedIsFreeAtOnce() {
    rig.tell(start(new RequestId(CONTOSO, "never-opened"), "s1"));
    assertThat(refusal()).isEqualTo(Refusal.NOT_GRANTED);
    starts(AT_FABRIKAM, "s2");
  }

  @Test
  void aSeatIsFreeAtOnceWhereTheRequestItWasAskedUnderCannotBeRead() {
    rig.<String, byte[]>store(Stores.REQUESTS).put(AT_CONTOSO.toString(), new byte[] {1, 2, 3});
    rig.tell(start(AT_CONTOSO, "s1"));
    rig.recorded();
    starts(AT_FABRIKAM, "s2");
  }

  @Test
  void theEndOfTheGrantGivesTheSeatBack() {
    starts(AT_CONTOSO, "s1");
    rig.append(new Deny(AT_CONTOSO, by(ANNA, "no"), Optional.empty()));
    assertThat(rig.events()).hasAtLeastOneElementOfType(SessionEnded.class);
    starts(AT_FABRIKAM, "s2");
  }

  @Test
  void anIdleSessionGivesTheSeatBack() {
    starts(AT_CONTOSO, "s1");
    rig.pass(QUARTER);
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionEnded.class);
    starts(AT_FABRIKAM, "s2");
  }

  @Test
  void sessionsOnTargetsTakeNoSeatAndNeitherDoTheirEndsFreeOne() {
    starts(AT_CONTOSO, "s1");
    rig.tell(onTarget(AT_FABRIKAM, "t1"));
    rig.tell(onTarget(AT_CONTOSO, "t2"));
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionStarted.class, SessionStarted.class);
    leaves(AT_CONTOSO, "t2");
    isRefused(AT_FABRIKAM, "s2");
  }

  @Test
  void aSeatIsHeldOverARestart() {
    starts(AT_CONTOSO, "s1");
    rig = rig.restarted();
    rig.recorded();
    isRefused(AT_FABRIKAM, "s2");
    leaves(AT_CONTOSO, "s1");
    starts(AT_FABRIKAM, "s3");
  }

  @Test
  void aSeatIsHeldOnAnotherMachineToo(@TempDir Path elsewhere) {
    starts(AT_CONTOSO, "s1");
    rig = rig.restored(elsewhere.resolve("stores"));
    rig.recorded();
    isRefused(AT_FABRIKAM, "s3");
    leaves(AT_CONTOSO, "s1");
    starts(AT_FABRIKAM, "s4");
  }

  @Test
  void whatWasToldBeforeClaimsNothingAgain() {
    starts(AT_CONTOSO, "s1");
    leaves(AT_CONTOSO, "s1");
    rig = rig.restartedFromTheEarliest();
    rig.tell(start(AT_CONTOSO, "s1"));
    assertThat(rig.changes(Stores.SEATS)).isEmpty();
    assertThat(rig.appended()).isEmpty();
  }

  @Test
  void aSeatThatIsNeverAnsweredIsFreeAfterTwoDaysAndThatIsSeen() {
    var asked = new CommandId("activity-0-99");
    var unanswered =
        Seats.NONE.claimed(
            asked, start(AT_CONTOSO, "s1"), NOON.minus(Seats.LONGEST).plusSeconds(60));
    rig.<String, byte[]>store(Stores.SEATS)
        .put(EVA.value(), Stored.SEATS.toBytes(new SeatsSnapshot(EVA, unanswered)));
    isRefused(AT_FABRIKAM, "s2");
    assertThat(rig.counted("lockbox.seats.lapsed")).isZero();
    rig.pass(Duration.ofMinutes(1));
    starts(AT_FABRIKAM, "s3");
    assertThat(rig.counted("lockbox.seats.lapsed")).isEqualTo(1);
  }

  @Test
  void whoIsOnNoGatewayIsKeptNowhere() {
    starts(AT_CONTOSO, "s1");
    assertThat(rig.<String, byte[]>store(Stores.SEATS).get(EVA.value())).isNotNull();
    leaves(AT_CONTOSO, "s1");
    assertThat(rig.<String, byte[]>store(Stores.SEATS).get(EVA.value())).isNull();
  }

  @Test
  void whatAGatewayWroteElsewhereIsPutWhereTheEngineersSeatsAreAndThatOnce(
      @TempDir Path directory) {
    rig.close();
    rig = Rig.amongSeveralPartitions(directory.resolve("several"), NOON);
    var start = start(elsewhere(), "s1");
    rig.tell(start);
    var format = rig.formats().activity();
    assertThat(rig.raw(Topics.ACTIVITY.name()))
        .singleElement()
        .satisfies(
            moved -> {
              assertThat(moved.key()).isEqualTo(format.key(new Activity(start, NOON)));
              assertThat(moved.value()).isEqualTo(format.value(new Activity(start, NOON)));
            });
    assertThat(rig.quarantined())
        .as("this rig has but one partition, so that it comes back to the wrong one")
        .singleElement()
        .satisfies(one -> assertThat(one.cause()).isEqualTo(QuarantineCause.WRONG_PARTITION));
    assertThat(rig.appended()).isEmpty();
  }

  @Test
  void whatTakesNoSeatIsPutNowhereElse(@TempDir Path directory) {
    rig.close();
    rig = Rig.amongSeveralPartitions(directory.resolve("several"), NOON);
    var engineer = elsewhere();
    rig.tell(new EndSession(engineer, by(GATEWAY, "left"), new SessionId("s1"), AT_CONTOSO));
    assertThat(rig.raw(Topics.ACTIVITY.name())).isEmpty();
    assertThat(rig.appended()).hasSize(1);
  }

  /** Whose records do not belong on the first partition. */
  private static EngineerId elsewhere() {
    var partitions = Topics.ACTIVITY.partitions();
    return IntStream.range(0, 100)
        .mapToObj(n -> new PersonId("engineer-" + n))
        .filter(person -> Topics.partitionOf(person, partitions) != 0)
        .findFirst()
        .map(person -> new EngineerId(CONTOSO, person))
        .orElseThrow();
  }

  private StartSession starts(RequestId request, String session) {
    var start = start(request, session);
    rig.tell(start);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            SessionStarted.class,
            began -> assertThat(began.session()).isEqualTo(new SessionId(session)));
    return start;
  }

  private CommandRefused isRefused(RequestId request, String session) {
    rig.tell(start(request, session));
    var refused = (CommandRefused) rig.events().getLast();
    assertThat(refused.refusal()).isEqualTo(Refusal.SESSION_LIMIT);
    assertThat(refused.tenant()).isEqualTo(request.tenant());
    assertThat(refused.about()).contains(request);
    return refused;
  }

  private Refusal refusal() {
    return ((CommandRefused) rig.events().getLast()).refusal();
  }

  private void leaves(RequestId request, String session) {
    rig.tell(
        new EndSession(
            new EngineerId(request.tenant(), EVA),
            by(GATEWAY, "left-" + session),
            new SessionId(session),
            request));
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionEnded.class);
  }

  private static StartSession start(RequestId request, String session) {
    return start(request, session, "start-" + session);
  }

  private static StartSession start(RequestId request, String session, String id) {
    return start(new EngineerId(request.tenant(), EVA), request, session, id, Optional.empty());
  }

  private static StartSession start(EngineerId engineer, String session) {
    return start(engineer, AT_CONTOSO, session, "start-" + session, Optional.empty());
  }

  private static Told onTarget(RequestId request, String session) {
    return start(
        new EngineerId(request.tenant(), EVA),
        request,
        session,
        "start-" + session,
        Optional.of(RESOURCES.getFirst()));
  }

  private static StartSession start(
      EngineerId engineer,
      RequestId request,
      String session,
      String id,
      Optional<ResourceName> target) {
    return new StartSession(
        engineer,
        by(GATEWAY, id),
        new SessionId(session),
        request,
        target,
        Optional.empty(),
        SessionSamples.BARE);
  }

  private static final PersonId GATEWAY = new PersonId("gateway-1");

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
