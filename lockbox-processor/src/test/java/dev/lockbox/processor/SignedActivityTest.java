package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.RESOURCES;
import static dev.lockbox.events.message.QuarantineCause.FALSELY_SIGNED;
import static dev.lockbox.events.message.QuarantineCause.TENANT_NOT_SERVED;
import static dev.lockbox.events.message.QuarantineCause.UNKNOWN_SERVICE;
import static dev.lockbox.events.message.QuarantineCause.UNSIGNED;
import static dev.lockbox.events.message.QuarantineCause.WRONG_MAGIC;
import static dev.lockbox.events.message.QuarantineCause.WRONG_PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Posture;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionCommand.Told;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.PostureFound;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.SeatNews;
import dev.lockbox.events.signing.Keys;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.publisher.OwnKeys;
import dev.lockbox.processor.publisher.Publisher;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.processor.publisher.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What engineers did is told by those who saw it and by nobody else: what another wrote is
 * quarantined, is not shown as done, and lets nobody onto a second gateway.
 */
class SignedActivityTest {
  private static final String TOPIC = Topics.ACTIVITY.name();
  private static final String HEADER = dev.lockbox.events.message.Headers.SIGNATURE;
  private static final PersonId GATEWAY = new PersonId("gateway-1");
  private static final PersonId OTHER = new PersonId("gateway-2");
  private static final PersonId EXAMINER = new PersonId("examiner");
  private static final SigningKey KEY = SigningKey.of(Keys.ed25519());
  private static final SigningKey OTHERS = SigningKey.of(Keys.p256());
  private static final SigningKey EXAMINERS = SigningKey.of(Keys.ed25519());
  private static final SigningKey OWN = SigningKey.of(Keys.ed25519());
  private static final SigningKey NEXT = SigningKey.of(Keys.ed25519());
  private static final DeviceId LAPTOP = new DeviceId("laptop-7");
  private static final RequestId REQUEST = new RequestId(CONTOSO, "granted");
  private static final RequestId ELSEWHERE = new RequestId(FABRIKAM, "granted");
  private static final EngineerId AT_CONTOSO = new EngineerId(CONTOSO, EVA);

  private static final Publishers REPORTERS =
      new Publishers(
          List.of(
              new Publisher(GATEWAY, List.of(KEY.key()), new Served.These(Set.of(CONTOSO))),
              new Publisher(OTHER, List.of(OTHERS.key()), new Served.These(Set.of(FABRIKAM))),
              new Publisher(EXAMINER, List.of(EXAMINERS.key()), new Served.Everybody())));

  @TempDir private Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    begin("stores", new ReporterSettings(REPORTERS, new OwnKeys(Optional.of(OWN), List.of())));
  }

  private void begin(String stores, ReporterSettings settings) {
    rig = Rig.at(directory.resolve(stores), NOON, Rig.Provider.of(settings));
    for (var request : List.of(REQUEST, ELSEWHERE)) {
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
  void whatAGatewaySignedOfItsCustomerIsTaken() {
    tell(onGateway(REQUEST, GATEWAY, "s1"), KEY);
    tell(did("s1", "d1"), KEY);
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionStarted.class, ActionPerformed.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  @Test
  void whatNobodySignedIsNotShownAsDone() {
    tell(onGateway(REQUEST, GATEWAY, "s1"), KEY);
    rig.recorded();
    rig.tell(did("s1", "d1"));
    thenQuarantined(UNSIGNED);
  }

  @Test
  void whatAnotherGatewaySignedIsNotShownAsDone() {
    tell(onGateway(REQUEST, GATEWAY, "s1"), KEY);
    rig.recorded();
    tell(did("s1", "d1"), OTHERS);
    thenQuarantined(FALSELY_SIGNED);
    tell(did("s1", "d1"), OWN);
    thenQuarantined(FALSELY_SIGNED);
  }

  @Test
  void aGatewayThatNobodyNamedIsNotBelievedWhoeverSigns() {
    tell(onGateway(REQUEST, new PersonId("gateway-3"), "s1"), KEY);
    thenQuarantined(UNKNOWN_SERVICE);
  }

  @Test
  void aGatewayTellsNothingOfACustomerWhomItDoesNotServe() {
    tell(onGateway(ELSEWHERE, GATEWAY, "s1"), KEY);
    assertThat(thenQuarantined(TENANT_NOT_SERVED).detail())
        .isEqualTo("gateway-1 does not serve fabrikam");
  }

  @Test
  void aSignatureIsOfNoOtherSessionAndOfNoOtherEngineer() {
    tell(onGateway(REQUEST, GATEWAY, "s1"), KEY);
    rig.recorded();
    var header = signed(message(did("s1", "d1")), KEY);
    for (var other :
        List.of(did("s2", "d1"), did("s1", "d2"), did(new EngineerId(CONTOSO, ANNA), "s1", "d1"))) {
      tell(message(other), header);
      thenQuarantined(FALSELY_SIGNED);
    }
  }

  @Test
  void aSignatureIsOfNoOtherTopic() {
    var good = message(did("s1", "d1"));
    tell(good, signed(new Publication(Topics.REQUESTS.name(), good.key(), good.value()), KEY));
    thenQuarantined(FALSELY_SIGNED);
  }

  @Test
  void aByteThatWasChangedTellsNothing() {
    var good = message(did("s1", "d1"));
    var header = signed(good, KEY);
    for (var place = 0; place < good.value().length; place++) {
      var changed = good.value().clone();
      changed[place] ^= 1;
      tell(new Publication(TOPIC, good.key(), changed), header);
    }
    assertThat(rig.quarantined())
        .hasSize(good.value().length)
        .anyMatch(one -> one.cause() == FALSELY_SIGNED);
    assertThat(rig.events()).isEmpty();
  }

  @Test
  void whatWasDonePlayedAgainIsDoneOnce() {
    tell(onGateway(REQUEST, GATEWAY, "s1"), KEY);
    var deed = message(did("s1", "d1"));
    var header = signed(deed, KEY);
    rig.recorded();
    tell(deed, header);
    tell(deed, header);
    assertThat(rig.events()).hasExactlyElementsOfTypes(ActionPerformed.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  @Test
  void twoSignaturesAreNoneAndWhateverStandsThereStopsNothing() {
    var good = message(onGateway(REQUEST, GATEWAY, "s1"));
    for (var header :
        List.<Headers>of(
            signed(good, OTHERS).add(HEADER, KEY.sign(good).header()),
            new RecordHeaders().add(HEADER, null),
            new RecordHeaders().add(HEADER, new byte[1 << 16]))) {
      tell(good, header);
      thenQuarantined(FALSELY_SIGNED);
    }
    var garbage = new Publication(TOPIC, good.key(), new byte[] {1, 2, 3});
    tell(garbage, new RecordHeaders());
    thenQuarantined(UNSIGNED);
    tell(garbage, signed(garbage, KEY));
    thenQuarantined(WRONG_MAGIC);
    tell(good, signed(good, KEY));
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionStarted.class);
  }

  /** What frees a seat is told by the processors themselves, who sign it. */
  @Test
  void nobodyFreesASeatButTheProcessors() {
    tell(onGateway(REQUEST, GATEWAY, "s1"), KEY);
    rig.recorded();
    var left = new SeatNews(new SeatLeft(AT_CONTOSO, new SessionId("s1")));
    tell(message(left), new RecordHeaders());
    thenQuarantined(UNSIGNED);
    tell(message(left), signed(message(left), KEY));
    thenQuarantined(FALSELY_SIGNED);
    tell(onGateway(ELSEWHERE, OTHER, "s2"), OTHERS);
    assertThat(((CommandRefused) rig.events().getLast()).refusal())
        .isEqualTo(Refusal.SESSION_LIMIT);

    tell(new EndSession(AT_CONTOSO, by(GATEWAY, "left"), new SessionId("s1"), REQUEST), KEY);
    tell(onGateway(ELSEWHERE, OTHER, "s3"), OTHERS);
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionEnded.class, SessionStarted.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  @Test
  void whatWasToldUnderAKeyThatIsOnItsWayOutIsBelieved() {
    stop();
    var both = new OwnKeys(Optional.of(NEXT), List.of(OWN.key()));
    begin("rotated", new ReporterSettings(REPORTERS, both));
    tell(onGateway(REQUEST, GATEWAY, "s1"), KEY);
    var left = message(new SeatNews(new SeatLeft(AT_CONTOSO, new SessionId("s1"))));
    tell(left, signed(left, OWN));
    tell(onGateway(ELSEWHERE, OTHER, "s2"), OTHERS);
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionStarted.class, SessionStarted.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  /** It is about every customer there is. */
  @Test
  void aDeviceIsMendedByWhoMaySpeakOfEveryCustomerAlone() {
    var mended = new PostureFound(new Posture(LAPTOP, by(GATEWAY, "p1"), true, NOON), NOON);
    tell(message(mended), new RecordHeaders());
    thenQuarantined(UNSIGNED);
    tell(message(mended), signed(message(mended), KEY));
    assertThat(thenQuarantined(TENANT_NOT_SERVED).detail())
        .isEqualTo("gateway-1 does not serve every customer");
    assertThat(rig.log()).isEmpty();
    var examined = new PostureFound(new Posture(LAPTOP, by(EXAMINER, "p1"), true, NOON), NOON);
    tell(message(examined), signed(message(examined), EXAMINERS));
    assertThat(rig.quarantined()).isEmpty();
    assertThat(rig.log()).hasSize(1);
  }

  /** So that it is believed there too. */
  @Test
  void whatIsPutWhereTheEngineersSeatsAreKeepsItsSignature() {
    stop();
    var settings = new ReporterSettings(REPORTERS, new OwnKeys(Optional.of(OWN), List.of()));
    rig = Rig.amongSeveralPartitions(directory.resolve("several"), NOON, Rig.Provider.of(settings));
    var start = message(onGateway(REQUEST, GATEWAY, "s1", away()));
    tell(start, signed(start, KEY));
    assertThat(rig.raw(TOPIC))
        .singleElement()
        .satisfies(
            moved ->
                assertThat(moved.headers().lastHeader(HEADER).value())
                    .isEqualTo(KEY.sign(start).header()));
    assertThat(rig.quarantined())
        .as("believed, on the one partition of this rig, where it does not belong")
        .extracting(Quarantined::cause)
        .containsExactly(WRONG_PARTITION);
  }

  @Test
  void whereNoReporterIsNamedNobodyNeedSign() {
    stop();
    begin("unsigned", Rig.NOBODY_SIGNS);
    rig.tell(onGateway(REQUEST, GATEWAY, "s1"));
    tell(did("s1", "d1"), OTHERS);
    assertThat(rig.events()).hasExactlyElementsOfTypes(SessionStarted.class, ActionPerformed.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  private Quarantined thenQuarantined(QuarantineCause cause) {
    var quarantined = rig.quarantined();
    assertThat(quarantined).hasSize(1);
    var found = quarantined.getFirst();
    assertThat(found.cause()).as(found.detail()).isEqualTo(cause);
    assertThat(found.topic()).isEqualTo(TOPIC);
    assertThat(rig.events()).as("it brings nothing about").isEmpty();
    assertThat(rig.counted("lockbox.quarantined", "topic", TOPIC, "cause", cause.name()))
        .isGreaterThanOrEqualTo(1);
    return found;
  }

  private static Told onGateway(RequestId request, PersonId gateway, String session) {
    return onGateway(request, gateway, session, EVA);
  }

  private static Told onGateway(
      RequestId request, PersonId gateway, String session, PersonId engineer) {
    return new StartSession(
        new EngineerId(request.tenant(), engineer),
        by(gateway, "start-" + session),
        new SessionId(session),
        request,
        Optional.empty(),
        Optional.empty(),
        SessionSamples.BARE);
  }

  private static Told did(String session, String id) {
    return did(AT_CONTOSO, session, id);
  }

  private static Told did(EngineerId engineer, String session, String id) {
    return new ReportAction(
        engineer,
        by(GATEWAY, id),
        Optional.of(REQUEST),
        Optional.of(new SessionId(session)),
        new Deed(
            Witness.GATEWAY,
            new ActionName("k8s.pod.logs"),
            RESOURCES.getFirst(),
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Map.of()));
  }

  /** Whose records do not belong on the first partition. */
  private static PersonId away() {
    return IntStream.range(0, 100)
        .mapToObj(n -> new PersonId("engineer-" + n))
        .filter(person -> Topics.partitionOf(person, Topics.ACTIVITY.partitions()) != 0)
        .findFirst()
        .orElseThrow();
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }

  private Publication message(Told told) {
    return message(new Activity(told, NOON));
  }

  private Publication message(ActivityLogEntry entry) {
    var format = rig.formats().activityLog();
    return new Publication(TOPIC, format.key(entry), format.value(entry));
  }

  private void tell(Told told, SigningKey by) {
    var message = message(told);
    tell(message, signed(message, by));
  }

  private void tell(Publication message, Headers headers) {
    rig.tellRaw(message.key(), message.value(), headers);
  }

  private static Headers signed(Publication message, SigningKey by) {
    return new RecordHeaders().add(HEADER, by.sign(message).header());
  }
}
