package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.SoftKey;
import dev.lockbox.verifier.jose.KeySet;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.lease.Approvers;
import dev.lockbox.verifier.lease.Clearance;
import dev.lockbox.verifier.lease.Demand;
import dev.lockbox.verifier.lease.Keeping;
import dev.lockbox.verifier.lease.Leases;
import dev.lockbox.verifier.lease.Question;
import dev.lockbox.verifier.lease.Received;
import dev.lockbox.verifier.lease.Received.Held;
import dev.lockbox.verifier.lease.Received.Rejected;
import dev.lockbox.verifier.lease.Rejection;
import dev.lockbox.verifier.lease.SignedYes;
import dev.lockbox.verifier.lease.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a lease tells of who signed, as a gateway looks at it that has the customer's keys and
 * believes nobody else (F105). The verifier is the real one.
 */
@ExtendWith(OneHttpRig.class)
class SignedLeasesHttpTest {
  private static final String PATH = "/v1/tenants/contoso/requests/req-1";
  private static final SignatureRules REQUIRED = new SignatureRules(Mode.REQUIRED, Duration.ZERO);

  private final HttpRig http;
  private final HttpCaller gateway;
  private final HttpCaller anna;
  private final HttpCaller ben;

  SignedLeasesHttpTest(HttpRig http) {
    this.http = http;
    this.gateway = http.caller(GATEWAY.value(), History.PROVIDER, "gateway");
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.ben = http.caller("ben", CONTOSO, "approver");
    http.registerProvider();
    http.register(CONTOSO);
  }

  private static Stream<SoftKey> keysOfAnna() {
    return SignaturesHttpTest.keysOfAnna();
  }

  @ParameterizedTest
  @MethodSource("keysOfAnna")
  void whoSignedIsInTheLeaseAndAGatewayThatDemandsItOpens(SoftKey key) throws Malformed {
    set(Policies.settingsHaving(REQUIRED));
    agreedTo(ANNA, key);
    http.open(CONTOSO, "req-1");
    approve(anna, "yes", 1, key, "");
    var leases = leases(1, false);
    var held = held(leases);
    assertThat(held.lease().signed().yeses())
        .extracting(SignedYes::person, SignedYes::key)
        .containsExactly(Tuple.tuple("anna", key.id().hex()));
    assertThat(held.lease().signed().digested()).hasSize(1);
    assertThat(opens(leases, Keeping.NOTHING)).isTrue();
  }

  @Test
  void whatNobodySignedOpensNothingThereAndSaysSo() throws Malformed {
    agreedTo(ANNA, SoftKey.ed25519(ANNA));
    http.open(CONTOSO, "req-1");
    anna.post(PATH + "/approve", Bodies.decision("yes", 1)).ok();
    var demanding = leases(1, false);
    assertThat(take(demanding)).isEqualTo(new Rejected(Rejection.NOT_SIGNED));
    assertThat(opens(demanding, Keeping.NOTHING)).isFalse();
    var believing = new Leases(trust(), http.clock(), this::ticks);
    assertThat(held(believing).lease().signed().yeses()).isEmpty();
    assertThat(opens(believing, Keeping.NOTHING)).isTrue();
  }

  @Test
  void everyOneOfAQuorumIsInItAndWhatEachOfThemRead() throws Malformed {
    set(twoMustSign());
    var annas = SoftKey.passkey(ANNA);
    var bens = SoftKey.es256(BEN);
    agreedTo(ANNA, annas);
    agreedTo(BEN, bens);
    http.open(CONTOSO, "req-1");
    var less =
        """
        ,"accessFor":"PT1H","conditions":{"obligations":["RECORD","REDACT"],"excluded":["PHI"],
        "channels":["REMOTE_SHELL","API"],"countries":null,"singleUse":true}\
        """;
    approve(anna, "yes-1", 2, annas, less);
    approve(ben, "yes-2", version(), bens, ",\"accessFor\":\"PT30M\"");
    var leases = leases(2, false);
    var held = held(leases);
    assertThat(held.lease().signed().yeses())
        .extracting(SignedYes::person)
        .containsExactly("anna", "ben");
    assertThat(held.lease().signed().digested()).hasSize(2);
    assertThat(held.lease().notAfter()).isEqualTo(MORNING.plus(Duration.ofMinutes(30)));
    assertThat(opens(leases, Keeping.NOTHING)).isFalse();
  }

  @Test
  void oneYesOfTwoIsNotEnoughWhereTwoAreDemanded() throws Malformed {
    set(Policies.settingsHaving(REQUIRED));
    var annas = SoftKey.ed25519(ANNA);
    agreedTo(ANNA, annas);
    agreedTo(BEN, SoftKey.ed25519(BEN));
    http.open(CONTOSO, "req-1");
    approve(anna, "yes", 1, annas, "");
    assertThat(take(leases(2, false))).isEqualTo(new Rejected(Rejection.NOT_SIGNED));
    assertThat(take(leases(1, false))).isInstanceOf(Held.class);
  }

  @Test
  void aPseudonymAndAllThatIsAskedForAreReadAsTheyWereSigned() throws Malformed {
    set(Policies.settingsHaving(REQUIRED));
    var annas = SoftKey.passkey(ANNA);
    agreedTo(ANNA, annas);
    var action = new ActionName("k8s.pod.logs");
    var asked =
        Said.nothing()
            .pseudonym("Engineer 7")
            .singleUse()
            .startAt(MORNING.minusSeconds(60))
            .arguments(new Argument(action, new Code("container"), "etcd events"));
    http.open(CONTOSO, "req-1", asked.details());
    approve(anna, "yes", version(), annas, "");
    assertThat(take(leases(1, false))).isEqualTo(new Rejected(Rejection.SIGNED_OTHERWISE));
    var leases = leases(1, true);
    assertThat(held(leases).lease().conditions().isForOneUse()).isTrue();
    assertThat(opens(leases, Keeping.NOTHING)).isFalse();
  }

  /** As with the processor: what was signed while the key held stands. */
  @Test
  void whatWasSignedWithAKeyThatIsWithdrawnSinceStandsWhereItIsPinned() throws Malformed {
    set(Policies.settingsHaving(REQUIRED));
    var annas = SoftKey.ed25519(ANNA);
    agreedTo(ANNA, annas);
    http.open(CONTOSO, "req-1");
    approve(anna, "yes", 1, annas, "");
    var pinned = leases(1, false);
    http.decide(new WithdrawApproverKey(CONTOSO, by(ANNA, "lost"), annas.id()), MORNING);
    assertThat(take(pinned)).isInstanceOf(Held.class);
  }

  private static Settings twoMustSign() {
    return new Settings(
            Enrolment.WHOLE_TENANT,
            Optional.empty(),
            ApproverMode.SNAPSHOT,
            false,
            false,
            List.of(),
            List.of(new StageRule(Optional.empty(), 2)),
            List.of())
        .with(Policies.having(REQUIRED));
  }

  private void set(Settings settings) {
    http.decide(new ChangeSettings(CONTOSO, by(CARLA, "rules"), settings), MORNING);
  }

  private void agreedTo(PersonId person, SoftKey key) {
    var by = by(person, "key-of-" + person);
    var proof = key.sign(RegisterApproverKey.payload(CONTOSO, by, key.key(), key.passkey()));
    http.decide(
        new RegisterApproverKey(CONTOSO, by, key.key(), key.passkey(), proof),
        MORNING.minus(Duration.ofDays(2)));
    http.decide(
        new ConfirmApproverKey(CONTOSO, by(CARLA, "agreed-" + person), key.id()),
        MORNING.minus(Duration.ofDays(1)));
  }

  private long version() {
    return anna.get(PATH).ok().path("version").asLong();
  }

  private void approve(HttpCaller who, String id, long version, SoftKey key, String less) {
    var yes = "{\"decisionId\":\"%s\",\"ifVersion\":%s%s".formatted(id, version, less);
    var said = who.post(PATH + "/approve/payload?key=" + key.id(), yes + "}").ok();
    var proof = key.sign(new Payload(new Octets(said.path("payload").asText())));
    who.post(
            PATH + "/approve",
            "%s,\"signature\":%s}".formatted(yes, SignaturesHttpTest.signature(proof)))
        .ok();
  }

  /** A gateway that was handed the keys as they are shown now. */
  private Leases leases(int people, boolean takesPseudonyms) throws Malformed {
    var shown = anna.get("/.well-known/lockbox/contoso/approvers").text().getBytes(UTF_8);
    var demand = new Demand(Approvers.parse(shown), people, takesPseudonyms);
    return new Leases(trust().demanding("contoso", demand), http.clock(), this::ticks);
  }

  private Trust trust() throws Malformed {
    var keys = http.anybody().get("/.well-known/jwks.json").text().getBytes(UTF_8);
    return new Trust(KeySet.parse(keys), "lockbox", GATEWAY.value(), Duration.ofSeconds(5));
  }

  private long ticks() {
    return Duration.between(Instant.EPOCH, http.clock().instant()).toNanos();
  }

  private Received take(Leases leases) {
    var asking = leases.ask();
    var answer = gateway.post(PATH + "/lease", "{\"nonce\":\"%s\"}".formatted(asking.nonce())).ok();
    return leases.take(asking, answer.path("lease").asText());
  }

  private Held held(Leases leases) {
    var received = take(leases);
    assertThat(received).isInstanceOf(Held.class);
    return (Held) received;
  }

  private static boolean opens(Leases leases, Keeping keeping) {
    var question = new Question("contoso", "eva", "k8s.pod.logs", TARGET.value(), keeping);
    return leases.mayNow(question) instanceof Clearance.Open;
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
