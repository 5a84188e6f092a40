package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.events.message.QuarantineCause.FALSELY_ASSERTED;
import static dev.lockbox.events.message.QuarantineCause.UNASSERTED;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Submitted;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.events.message.Headers;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.processor.requester.Assertions;
import dev.lockbox.processor.requester.Binding;
import dev.lockbox.processor.requester.IssuerKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A service names no engineer who does not say so, where the deployment asks them. */
class AssertedRequestsTest {
  private static final Issuer ISSUER = Issuer.fresh();
  private static final Issuer STRANGER = Issuer.fresh();
  private static final Duration WITHIN = Duration.ofMinutes(5);

  @TempDir private Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    begin("stores", true);
  }

  private void begin(String stores, boolean isRequired) {
    begin(stores, isRequired, Binding.NONE);
  }

  private void begin(String stores, boolean isRequired, Binding binding) {
    var assertions =
        new Assertions(
            Issuer.NAME,
            Issuer.AUDIENCE,
            IssuerKeys.parse(ISSUER.publicKeys()),
            isRequired,
            WITHIN,
            binding);
    var settings = new AssertionSettings(Optional.of(assertions));
    rig = Rig.at(directory.resolve(stores), NOON, Rig.Provider.of(settings));
    rig.append(Say.register(CONTOSO, "anna"));
    rig.recorded();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whatTheEngineerSaysTooIsTakenByWhicheverKindOfKey() {
    publish(Say.open("one"), ISSUER.rs256(good().build()));
    publish(Say.open("two"), ISSUER.es256(good().build()));
    publish(Say.open("three"), ISSUER.eddsa(good().build()));
    assertThat(rig.events()).hasSize(3).hasOnlyElementsOfType(RequestOpened.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  @Test
  void whatTheEngineerDoesNotSayIsQuarantined() {
    rig.publish(Say.open("r1"));
    thenQuarantined(UNASSERTED);
  }

  @Test
  void nothingIsTakenBackInAnEngineersName() {
    publish(Say.open("r1"), ISSUER.es256(good().build()));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
    rig.publish(withdraw());
    thenQuarantined(UNASSERTED);
    publish(withdraw(), ISSUER.es256(good().subject("mallory").build()));
    thenQuarantined(FALSELY_ASSERTED);
    publish(withdraw(), ISSUER.es256(good().build()));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestWithdrawn.class);
  }

  /** It names no engineer, so there is nobody to ask. */
  @Test
  void whatAServiceSaysForItselfNeedsNobodysWord() {
    publish(Say.open("r1"), ISSUER.es256(good().build()));
    var by = new Attempt(JIT, new DecisionId("resolve-ticket"));
    rig.publish(new ResolveTicket(Say.request("r1"), by));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class, RequestCancelled.class);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong("another engineer", claims -> claims.subject("mallory")),
        wrong("the engineer in other letters", claims -> claims.subject("Eva")),
        wrong("nobody", claims -> claims.subject(null)),
        wrong("another issuer", claims -> claims.issuer(Issuer.NAME + "/")),
        wrong("no issuer", claims -> claims.issuer(null)),
        wrong("another audience", claims -> claims.audience("lockbox-api")),
        wrong("no audience", claims -> claims.audience((String) null)),
        wrong("a key of whoever uses it", claims -> claims.claim("cnf", Map.of("jkt", "x"))),
        wrong("over", claims -> claims.expirationTime(at(Duration.ofSeconds(-60)))),
        wrong("no end", claims -> claims.expirationTime(null)),
        wrong("too old", claims -> claims.issueTime(at(WITHIN.negated().minusSeconds(1)))),
        wrong("of time to come", claims -> claims.issueTime(at(Duration.ofSeconds(61)))),
        wrong("no beginning", claims -> claims.issueTime(null)),
        wrong("not yet", claims -> claims.notBeforeTime(at(Duration.ofSeconds(61)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void whatIsNotTheirWordOnThisIsNotTaken(String what, UnaryOperator<JWTClaimsSet.Builder> spoil) {
    publish(Say.open("r1"), ISSUER.es256(spoil.apply(good()).build()));
    thenQuarantined(FALSELY_ASSERTED);
  }

  @Test
  void theLastMomentsAreTaken() {
    var old = good().issueTime(at(WITHIN.negated())).expirationTime(at(Duration.ofSeconds(-59)));
    var early = good().issueTime(at(Duration.ofSeconds(60)));
    publish(Say.open("one"), ISSUER.es256(old.build()));
    publish(Say.open("two"), ISSUER.es256(early.build()));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class, RequestOpened.class);
  }

  static Stream<Arguments> forged() {
    var claims = good().build();
    var token = new String(ISSUER.es256(claims), US_ASCII);
    var parts = token.split("\\.");
    var ec = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec");
    return Stream.of(
        forged("another's key of that name", STRANGER.es256(claims)),
        forged("another's key of another kind", STRANGER.eddsa(claims)),
        forged("no signature", (parts[0] + "." + parts[1] + ".").getBytes(US_ASCII)),
        forged("no algorithm", (none() + "." + parts[1] + ".").getBytes(US_ASCII)),
        forged("another's signature", swapped(parts, STRANGER.es256(claims))),
        forged("zeros", (parts[0] + "." + parts[1] + "." + zeros()).getBytes(US_ASCII)),
        forged("a key of no name", ISSUER.signed(unnamed(), claims)),
        forged("a key that is not there", ISSUER.signed(ec.keyID("old").build(), claims)),
        forged("a key of another kind", ISSUER.signed(ec.keyID("rsa").build(), claims)),
        forged(
            "another algorithm of the kind",
            ISSUER.signed(new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("rsa").build(), claims)),
        forged(
            "a key from elsewhere",
            ISSUER.signed(
                ec.keyID("ec").jwkURL(URI.create("https://mallory.example")).build(), claims)),
        forged("nothing", new byte[0]),
        forged("no text", new byte[] {0, -1, '.', 1, '.', 2}),
        forged("nested without end", nested()),
        forged("a megabyte", token.concat("A".repeat(1 << 20)).getBytes(US_ASCII)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forged")
  void whatTheIssuerDidNotSignIsNotTakenAndStopsNothing(String what, byte[] token) {
    publish(Say.open("r1"), token);
    thenQuarantined(FALSELY_ASSERTED);
    publish(Say.open("r1"), ISSUER.rs256(good().build()));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
  }

  @Test
  void twoTokensAreNone() {
    var token = ISSUER.es256(good().build());
    publish(Say.open("r1"), token, token);
    thenQuarantined(FALSELY_ASSERTED);
    publish(Say.open("r1"), new byte[][] {null});
    thenQuarantined(FALSELY_ASSERTED);
  }

  /** The broker's clock says when: a token that is played again later is too old. */
  @Test
  void aTokenIsOfItsTime() {
    var token = ISSUER.es256(good().expirationTime(at(Duration.ofHours(8))).build());
    rig.pass(WITHIN.plusSeconds(1));
    publish(Say.open("r1"), token);
    thenQuarantined(FALSELY_ASSERTED);
  }

  @Test
  void whereItNeedNotBeThereItMustBeGoodAllTheSame() {
    stop();
    begin("optional", false);
    rig.publish(Say.open("one"));
    publish(Say.open("two"), ISSUER.es256(good().build()));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class, RequestOpened.class);
    publish(Say.open("three"), ISSUER.es256(good().subject("mallory").build()));
    thenQuarantined(FALSELY_ASSERTED);
  }

  @Test
  void aBoundTokenIsTheirWordOnTheOneRecordItNames() {
    stop();
    begin("bound", true, Binding.NONCE);
    publish(Say.open("r1"), ISSUER.es256(on(Say.open("r1"))));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestOpened.class);
    publish(withdraw(), ISSUER.rs256(on(withdraw())));
    assertThat(rig.events()).hasExactlyElementsOfTypes(RequestWithdrawn.class);
    assertThat(rig.quarantined()).isEmpty();
  }

  /** Of the same engineer, in the same minute, by the same service. */
  @Test
  void aBoundTokenIsTheirWordOnNoOtherRequest() {
    stop();
    begin("reused", true, Binding.NONCE);
    var token = ISSUER.es256(on(Say.open("r1")));
    publish(Say.open("r1"), token);
    rig.recorded();
    var reworded = Say.open(Say.request("r1"), "another reason than was given");
    for (var other : List.of(Say.open("r2"), reworded, withdraw())) {
      publish(other, token);
      var found = rig.quarantined().getFirst();
      assertThat(found.cause()).isEqualTo(FALSELY_ASSERTED);
      assertThat(found.detail()).isEqualTo("claim nonce is missing or wrong");
      assertThat(rig.events()).isEmpty();
    }
  }

  @Test
  void whatIsBoundToNothingOrToSomethingElseIsNotTakenWhereItMustBeBound() {
    stop();
    begin("unbound", true, Binding.NONCE);
    var digest = publication(Say.open("r1")).asserted();
    for (var claims :
        List.of(
            good().build(),
            good().claim("nonce", "").build(),
            good().claim("nonce", digest + "=").build(),
            good().claim("nonce", List.of(digest)).build(),
            good().claim("nonce", 1).build(),
            good().claim("Nonce", digest).build())) {
      publish(Say.open("r1"), ISSUER.es256(claims));
      thenQuarantined(FALSELY_ASSERTED);
    }
  }

  /** All that is said is in it: every byte of the record, its key and its topic. */
  @Test
  void aByteThatWasChangedUnderABoundTokenOpensNothing() {
    stop();
    begin("changed", true, Binding.NONCE);
    var good = publication(Say.open("r1"));
    var token = ISSUER.es256(on(Say.open("r1")));
    for (var place = 0; place < good.value().length; place++) {
      var changed = good.value().clone();
      changed[place] ^= 1;
      rig.publishRaw(good.key(), changed, new RecordHeaders().add(Headers.ASSERTION, token));
    }
    assertThat(rig.events()).isEmpty();
    assertThat(rig.quarantined()).hasSize(good.value().length);
  }

  private void thenQuarantined(QuarantineCause cause) {
    assertThat(rig.quarantined()).extracting(Quarantined::cause).containsExactly(cause);
    assertThat(rig.events()).isEmpty();
  }

  private JWTClaimsSet on(Submitted command) {
    return good().claim("nonce", publication(command).asserted()).build();
  }

  private Publication publication(Submitted command) {
    var format = rig.formats().requests();
    var submission = new Submission(command, NOON);
    return new Publication(format.topic().name(), format.key(submission), format.value(submission));
  }

  private static Withdraw withdraw() {
    return new Withdraw(Say.request("r1"), new Attempt(JIT, new DecisionId("withdraw")), EVA);
  }

  private static JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer(Issuer.NAME)
        .audience(Issuer.AUDIENCE)
        .subject(EVA.value())
        .issueTime(at(Duration.ZERO))
        .expirationTime(at(Duration.ofMinutes(5)));
  }

  private static Date at(Duration fromNoon) {
    return Date.from(Instant.from(NOON).plus(fromNoon));
  }

  private void publish(Submitted command, byte[]... tokens) {
    var publication = publication(command);
    var headers = new RecordHeaders();
    Arrays.stream(tokens).forEach(token -> headers.add(Headers.ASSERTION, token));
    rig.publishRaw(publication.key(), publication.value(), headers);
  }

  private static JWSHeader unnamed() {
    return new JWSHeader(JWSAlgorithm.ES256);
  }

  private static String none() {
    return Base64URL.encode("{\"alg\":\"none\",\"kid\":\"ec\"}").toString();
  }

  private static String zeros() {
    return Base64URL.encode(new byte[64]).toString();
  }

  private static byte[] nested() {
    var deep = Base64URL.encode("{\"alg\":" + "[".repeat(4000)).toString();
    return (deep + "." + deep + ".AA").getBytes(UTF_8);
  }

  private static byte[] swapped(String[] parts, byte[] other) {
    var signature = new String(other, US_ASCII).split("\\.")[2];
    return (parts[0] + "." + parts[1] + "." + signature).getBytes(US_ASCII);
  }

  private static Arguments wrong(String what, UnaryOperator<JWTClaimsSet.Builder> spoil) {
    return Arguments.of(what, spoil);
  }

  private static Arguments forged(String what, byte[] token) {
    return Arguments.of(what, token);
  }
}
