package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.events.message.QuarantineCause.EMPTY;
import static dev.lockbox.events.message.QuarantineCause.FALSELY_SIGNED;
import static dev.lockbox.events.message.QuarantineCause.TENANT_NOT_SERVED;
import static dev.lockbox.events.message.QuarantineCause.UNKNOWN_SERVICE;
import static dev.lockbox.events.message.QuarantineCause.UNSIGNED;
import static dev.lockbox.events.message.QuarantineCause.WRONG_ADDRESS;
import static dev.lockbox.events.message.QuarantineCause.WRONG_MAGIC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.signing.Keys;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.PublicationSignature;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.publisher.Publisher;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.processor.publisher.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service asks for the customers it serves and for no others, and nobody asks in its name: what
 * else is published is quarantined, opens nothing and takes nothing back.
 */
class SignedPublicationsTest {
  private static final String TOPIC = Topics.REQUESTS.name();
  private static final String HEADER = dev.lockbox.events.message.Headers.SIGNATURE;
  private static final PersonId OTHER = new PersonId("other-service");
  private static final SigningKey KEY = SigningKey.of(Keys.ed25519());
  private static final SigningKey NEXT = SigningKey.of(Keys.p256());
  private static final SigningKey OTHERS = SigningKey.of(Keys.ed25519());
  private static final SigningKey NOBODYS = SigningKey.of(Keys.ed25519());

  private static final Publisher ONE =
      new Publisher(JIT, List.of(KEY.key(), NEXT.key()), new Served.These(Set.of(CONTOSO)));
  private static final Publisher ANOTHER =
      new Publisher(OTHER, List.of(OTHERS.key()), new Served.Everybody());

  @TempDir private Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    begin("stores", new Publishers(List.of(ONE, ANOTHER)));
  }

  private void begin(String stores, Publishers publishers) {
    rig = Rig.at(directory.resolve(stores), NOON, Rig.Provider.of(publishers));
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.register(FABRIKAM, "femi"));
    rig.recorded();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whatAServiceSignedForItsCustomerIsTakenByWhicheverKey() {
    publish(Say.open("one"), KEY);
    publish(Say.open("two"), NEXT);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class, RequestOpened.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  @Test
  void whoServesEverybodyAsksForAnybody() {
    publish(open(new RequestId(CONTOSO, "c"), OTHER), OTHERS);
    publish(open(new RequestId(FABRIKAM, "f"), OTHER), OTHERS);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class, RequestOpened.class);
  }

  @Test
  void whatNobodySignedIsQuarantined() {
    rig.publish(Say.open("r1"));
    thenQuarantined(UNSIGNED);
  }

  @Test
  void whatAnotherServiceSignedIsNotBelieved() {
    publish(Say.open("r1"), OTHERS);
    thenQuarantined(FALSELY_SIGNED);
  }

  @Test
  void whatNobodysKeySignedIsNotBelieved() {
    publish(Say.open("r1"), NOBODYS);
    thenQuarantined(FALSELY_SIGNED);
  }

  /** It names the right key, and another made the signature. */
  @Test
  void aSignatureUnderTheNameOfAnothersKeyIsNotBelieved() {
    var good = message(Say.open("r1"));
    var forged = NOBODYS.sign(good).signature();
    publish(good, header(new PublicationSignature(KEY.key().id(), forged)));
    thenQuarantined(FALSELY_SIGNED);
  }

  @Test
  void aServiceThatNobodyNamedIsNotBelievedWhoeverSigns() {
    publish(open(Say.request("r1"), new PersonId("third-service")), KEY);
    thenQuarantined(UNKNOWN_SERVICE);
  }

  @Test
  void aServiceDoesNotAskForACustomerWhomItDoesNotServe() {
    publish(open(new RequestId(FABRIKAM, "r1"), JIT), KEY);
    assertThat(thenQuarantined(TENANT_NOT_SERVED).detail())
        .isEqualTo("%s does not serve fabrikam".formatted(JIT));
  }

  /** So that nobody is said to have reached for another's customer on a stranger's word. */
  @Test
  void whatAServiceDidNotSignIsNotLaidAtItsDoor() {
    publish(open(new RequestId(FABRIKAM, "r1"), JIT), NOBODYS);
    thenQuarantined(FALSELY_SIGNED);
  }

  @Test
  void aSignatureIsOfNoOtherRecord() {
    var header = signed(message(Say.open("r1")), KEY);
    publish(message(Say.open("r2")), header);
    thenQuarantined(FALSELY_SIGNED);
  }

  @Test
  void aSignatureIsOfNoOtherTopic() {
    var good = message(Say.open("r1"));
    publish(good, signed(new Publication("lockbox.activity", good.key(), good.value()), KEY));
    thenQuarantined(FALSELY_SIGNED);
  }

  /** Each byte behind the schema's id, unless what comes of it is nothing that can be read. */
  @Test
  void aByteThatWasChangedOpensNothing() {
    var good = message(Say.open("r1"));
    var header = signed(good, KEY);
    for (var place = 0; place < good.value().length; place++) {
      var changed = good.value().clone();
      changed[place] ^= 1;
      publish(new Publication(TOPIC, good.key(), changed), header);
    }
    assertThat(rig.quarantined())
        .hasSize(good.value().length)
        .anyMatch(one -> one.cause() == FALSELY_SIGNED);
    assertThat(rig.events()).isEmpty();
  }

  @Test
  void aKeyThatWasTakenOutSignsNothingMore() {
    stop();
    var rotated = new Publisher(JIT, List.of(NEXT.key()), ONE.served());
    begin("rotated", new Publishers(List.of(rotated)));
    publish(Say.open("r1"), KEY);
    thenQuarantined(FALSELY_SIGNED);
    publish(Say.open("r1"), NEXT);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  @Test
  void twoSignaturesAreNone() {
    var good = message(Say.open("r1"));
    publish(good, header(NOBODYS.sign(good)).add(HEADER, KEY.sign(good).header()));
    thenQuarantined(FALSELY_SIGNED);
  }

  @Test
  void whateverStandsInTheHeaderStopsNothing() {
    var good = message(Say.open("r1"));
    publish(good, new RecordHeaders().add(HEADER, null));
    publish(good, new RecordHeaders().add(HEADER, new byte[0]));
    publish(good, new RecordHeaders().add(HEADER, new byte[1 << 16]));
    publish(good, new RecordHeaders().add(HEADER, "%s.".formatted(KEY.key().id()).getBytes(UTF_8)));
    assertThat(rig.quarantined())
        .extracting(Quarantined::cause)
        .containsOnly(FALSELY_SIGNED)
        .hasSize(4);
    publish(Say.open("r1"), KEY);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  /** A withdrawal in a service's name would take access away; one of its own does. */
  @Test
  void nothingIsTakenBackInAServicesName() {
    publish(Say.open("r1"), KEY);
    rig.recorded();
    rig.publish(withdraw());
    thenQuarantined(UNSIGNED);
    publish(withdraw(), OTHERS);
    assertThat(rig.quarantined()).extracting(Quarantined::cause).containsExactly(FALSELY_SIGNED);
    assertThat(rig.stored(Say.request("r1"))).isInstanceOf(Pending.class);
    publish(withdraw(), KEY);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestWithdrawn.class);
  }

  @Test
  void aSignedRecordPlayedAgainOpensNothingTwice() {
    var good = message(Say.open("r1"));
    var header = signed(good, KEY);
    publish(good, header);
    publish(good, header);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
    publish(withdraw(), KEY);
    publish(good, header);
    assertThat(rig.events())
        .as("nor when it is over")
        .hasOnlyElementsOfType(RequestWithdrawn.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  /** Without a signature it is not read; with one, what cannot be read is just that. */
  @Test
  void whatCannotBeReadIsToldFromWhatNobodySigned() {
    var key = "r1".getBytes(UTF_8);
    thenQuarantinedFor(UNSIGNED, key, null, new RecordHeaders());
    thenQuarantinedFor(UNSIGNED, key, new byte[] {1, 2, 3}, new RecordHeaders());
    var garbage = new Publication(TOPIC, key, new byte[] {1, 2, 3});
    var signed = signed(garbage, KEY);
    thenQuarantinedFor(EMPTY, key, null, signed);
    thenQuarantinedFor(EMPTY, null, new byte[] {1, 2, 3}, signed);
    thenQuarantinedFor(WRONG_MAGIC, key, garbage.value(), signed);
    var good = message(Say.open("r1"));
    thenQuarantinedFor(WRONG_ADDRESS, "r2".getBytes(UTF_8), good.value(), signed(good, KEY));
    publish(Say.open("r1"), KEY);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  /** It freezes nobody, so there is nothing to release, and a release puts nothing on a log. */
  @Test
  void aReleaseLetsNothingIn() {
    rig.publish(Say.open("r1"));
    var id = rig.quarantined().getFirst().id();
    rig.append(release(id));
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.NOT_FROZEN));
    assertThat(rig.appended()).isEmpty();
    assertThat(rig.stored(Say.request("r1"))).isNotInstanceOf(Pending.class);
  }

  @Test
  void whereNoServiceIsNamedNobodyNeedSign() {
    stop();
    begin("unsigned", Publishers.NOBODY);
    rig.publish(Say.open("r1"));
    publish(Say.open("r2"), NOBODYS);
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class, RequestOpened.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  private Quarantined thenQuarantined(QuarantineCause cause) {
    var quarantined = rig.quarantined();
    assertThat(quarantined).hasSize(1);
    var found = quarantined.getFirst();
    assertThat(found.cause()).as(found.detail()).isEqualTo(cause);
    assertThat(found.topic()).isEqualTo(TOPIC);
    assertThat(found.value()).isPresent();
    assertThat(found.tenant()).isEmpty();
    assertThat(rig.events()).as("it brings nothing about, and freezes nobody").isEmpty();
    assertThat(rig.counted("lockbox.quarantined", "topic", TOPIC, "cause", cause.name()))
        .isGreaterThanOrEqualTo(1);
    return found;
  }

  private void thenQuarantinedFor(
      QuarantineCause cause, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    rig.publishRaw(key, value, headers);
    assertThat(rig.quarantined()).extracting(Quarantined::cause).containsExactly(cause);
    assertThat(rig.events()).isEmpty();
  }

  private static OpenRequest open(RequestId request, PersonId service) {
    var asked = Say.open(Say.request("any")).asked();
    return new OpenRequest(request, new Attempt(service, new DecisionId("open")), asked);
  }

  private static Withdraw withdraw() {
    return new Withdraw(Say.request("r1"), new Attempt(JIT, new DecisionId("withdraw")), EVA);
  }

  private static ReleaseGrants release(QuarantineId id) {
    var operator = new PersonId("operator");
    return new ReleaseGrants(
        CONTOSO,
        new Attempt(operator, new DecisionId("release")),
        id,
        new PersonalText(operator, "asked them"));
  }

  private Publication message(Submitted command) {
    var submission = new Submission(command, NOON);
    var format = rig.formats().requests();
    return new Publication(TOPIC, format.key(submission), format.value(submission));
  }

  private void publish(Submitted command, SigningKey by) {
    var message = message(command);
    publish(message, signed(message, by));
  }

  private void publish(Publication message, Headers headers) {
    rig.publishRaw(
        Objects.requireNonNull(message.key()), Objects.requireNonNull(message.value()), headers);
  }

  private static Headers signed(Publication message, SigningKey by) {
    return header(by.sign(message));
  }

  private static Headers header(PublicationSignature signature) {
    return new RecordHeaders().add(HEADER, signature.header());
  }
}
