package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.signature.Assertion;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.SoftKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that people register, and what they sign (FEATURES 7.1, J12). */
@ExtendWith(OneHttpRig.class)
class SignaturesHttpTest {
  private static final String KEYS = "/v1/tenants/contoso/keys";

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller carla;
  private final String one;
  private final SoftKey key = SoftKey.ed25519(ANNA);

  SignaturesHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.carla = http.caller("carla", CONTOSO, "admin");
    this.one = http.requestOfContoso();
    var required = new SignatureRules(Mode.REQUIRED, Duration.ZERO);
    http.decide(
        new ChangeSettings(
            CONTOSO,
            new Attempt(CARLA, new DecisionId("required")),
            Policies.settingsHaving(required)),
        MORNING);
  }

  static Proof proof(String decision, SoftKey of) {
    var by = new Attempt(ANNA, new DecisionId(decision));
    return of.sign(RegisterApproverKey.payload(CONTOSO, by, of.key(), of.passkey()));
  }

  static String registration(String decision, SoftKey of, Proof proof) {
    var passkey =
        of.passkey()
            .map(
                one ->
                    "{\"relyingParty\":\"%s\",\"origin\":\"%s\",\"credential\":\"%s\"}"
                        .formatted(
                            one.relyingParty().id(),
                            one.relyingParty().origin(),
                            one.credential().base64Url()))
            .orElse("null");
    return "{\"decisionId\":\"%s\",\"kind\":\"%s\",\"spki\":\"%s\",\"passkey\":%s,\"proof\":%s}"
        .formatted(
            decision, of.key().kind(), of.key().spki().base64Url(), passkey, signature(proof));
  }

  /** The same, before there is a signature. */
  static String draft(String decision, SoftKey of) {
    var whole = registration(decision, of, proof(decision, of));
    return whole.substring(0, whole.indexOf(",\"proof\"")) + "}";
  }

  static String signature(Proof proof) {
    return proof
        .assertion()
        .map(
            said ->
                "{\"key\":\"%s\",\"signature\":\"%s\",\"authenticatorData\":\"%s\",\"clientData\":\"%s\"}"
                    .formatted(
                        proof.key(),
                        proof.signature().base64Url(),
                        said.authenticatorData().base64Url(),
                        said.clientData().base64Url()))
        .orElseGet(
            () ->
                "{\"key\":\"%s\",\"signature\":\"%s\"}"
                    .formatted(proof.key(), proof.signature().base64Url()));
  }

  private void agreedTo(SoftKey mine) {
    anna.post(KEYS, registration("k-1", mine, proof("k-1", mine))).ok();
    carla.post(KEYS + "/" + mine.id() + "/confirm", Bodies.decision("k-2")).ok();
  }

  private String yes(String decision, String signature) {
    return "{\"decisionId\":\"%s\",\"ifVersion\":1,\"accessFor\":\"PT1H\",\"signature\":%s}"
        .formatted(decision, signature);
  }

  private Payload toSign(String decision, SoftKey mine) {
    var said = anna.post(one + "/approve/payload?key=" + mine.id(), yes(decision, "null")).ok();
    var payload = new Payload(new Octets(said.path("payload").asText()));
    assertThat(said.path("challenge").asText()).isEqualTo(payload.challenge().base64Url());
    return payload;
  }

  @Test
  void aKeyIsItsHoldersAndHoldsOnceAnotherPersonAgreed() {
    var registered = anna.post(KEYS, registration("k-1", key, proof("k-1", key))).ok();
    assertThat(registered.path("keys").get(0).path("person").asText()).isEqualTo("anna");
    assertThat(registered.path("keys").get(0).path("holdsFrom").isNull()).isTrue();
    var agreed = carla.post(KEYS + "/" + key.id() + "/confirm", Bodies.decision("k-2")).ok();
    assertThat(agreed.path("keys").get(0).path("holdsFrom").isNull()).isFalse();
    assertThat(anna.get(KEYS).ok()).isEqualTo(agreed);
    assertThat(anna.get("/.well-known/lockbox/contoso/approvers").ok()).isEqualTo(agreed);
    var left = anna.post(KEYS + "/" + key.id() + "/withdraw", Bodies.decision("k-3")).ok();
    assertThat(left.path("keys")).isEmpty();
  }

  static Stream<SoftKey> keysOfAnna() {
    return Stream.of(SoftKey.ed25519(ANNA), SoftKey.es256(ANNA), SoftKey.passkey(ANNA));
  }

  @ParameterizedTest
  @MethodSource("keysOfAnna")
  void whatIsSignedAsItIsSaidToBeIsTaken(SoftKey mine) {
    agreedTo(mine);
    var signature = signature(mine.sign(toSign("d-1", mine)));
    assertThat(anna.post(one + "/approve", yes("d-1", signature)).ok().path("state").asText())
        .isEqualTo("ACTIVE");
  }

  @ParameterizedTest
  @MethodSource("keysOfAnna")
  void whatWasSignedIsToldForAnybodyToLookAtAgain(SoftKey mine) {
    agreedTo(mine);
    var payload = toSign("d-1", mine);
    var proof = mine.sign(payload);
    anna.post(one + "/approve", yes("d-1", signature(proof))).ok();
    var told = anna.get(one + "/events?type=DecisionSigned").ok().path("items").get(0);
    assertThat(told.path("actor").asText()).isEqualTo("anna");
    var signed = told.path("signed");
    assertThat(signed.path("key").asText()).isEqualTo(mine.id().hex());
    assertThat(signed.path("payload").asText()).isEqualTo(payload.octets().base64Url());
    assertThat(signed.path("signature").asText()).isEqualTo(proof.signature().base64Url());
    var said = proof.assertion().map(Assertion::clientData).map(Octets::base64Url);
    assertThat(Optional.ofNullable(signed.path("clientData").textValue())).isEqualTo(said);
  }

  @ParameterizedTest
  @MethodSource("keysOfAnna")
  void whatAKeySignsToBeRegisteredIsSaid(SoftKey mine) {
    var said = anna.post(KEYS + "/payload", draft("k-1", mine)).ok();
    var proof = mine.sign(new Payload(new Octets(said.path("payload").asText())));
    anna.post(KEYS, registration("k-1", mine, proof)).ok();
  }

  @Test
  void whatIsToBeSignedIsToldOfOneKeyAndOneVersion() {
    var payload = one + "/approve/payload";
    var named = payload + "?key=" + key.id();
    for (var none : List.of("", "?key=", "?key=" + key.id().hex().substring(1))) {
      anna.post(payload + none, yes("d-1", "null")).refused(400, "INVALID_REQUEST");
    }
    anna.saying("If-Match", anna.get(one).header("ETag").orElseThrow())
        .post(named, Bodies.decision("d-1"))
        .refused(400, "INVALID_REQUEST");
    var bare = anna.post(named, Bodies.decision("d-1", 1)).ok();
    var because = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"reason\":\"agreed\"}";
    assertThat(anna.post(named, because).ok()).isEqualTo(bare);
  }

  @Test
  void whatBecameOfWhatWasAskedAboutKeysIsTold() {
    http.log().be(Mood.VIEW_BEHIND);
    anna.post(KEYS, registration("k-1", key, proof("k-1", key))).is(202);
    var none = carla.post(KEYS + "/" + "ab".repeat(32) + "/confirm", Bodies.decision("k-2"));
    assertThat(none.header("Location")).contains(KEYS + "/decisions/k-2");
    http.log().be(Mood.WELL);
    assertThat(anna.get(KEYS + "/decisions/k-1").ok()).isEqualTo(anna.get(KEYS).ok());
    carla.get(KEYS + "/decisions/k-2").refused(403, "KEY_UNKNOWN");
    anna.get(KEYS + "/decisions/k-2").refused(404, "NO_SUCH_DECISION");
  }

  @Test
  void anApprovalThatIsNotSignedIsRefused() {
    anna.post(one + "/approve", yes("d-1", "null")).refused(403, "SIGNATURE_REQUIRED");
    anna.post(one + "/deny", Bodies.decision("d-2")).ok();
  }

  @Test
  void whatAnotherDecisionWasSignedWithIsRefused() {
    agreedTo(key);
    var signature = signature(key.sign(toSign("d-1", key)));
    anna.post(one + "/approve", yes("d-2", signature)).refused(403, "SIGNATURE_INVALID");
    var other = SoftKey.ed25519(ANNA);
    anna.post(one + "/approve", yes("d-3", signature(other.sign(toSign("d-3", other)))))
        .refused(403, "KEY_UNKNOWN");
  }

  @Test
  void whoNeitherApprovesNorAdministersHasNoKeys() {
    var dora = http.caller("dora", CONTOSO, "auditor");
    dora.post(KEYS, registration("k-1", key, proof("k-1", key)))
        .refused(403, "NOT_OF_THE_CUSTOMER");
    dora.get(KEYS).ok();
    anna.post(KEYS + "/" + key.id() + "/confirm", Bodies.decision("k-2"))
        .refused(403, "NOT_AN_ADMIN");
    anna.post(KEYS + "/nonsense/withdraw", Bodies.decision("k-3")).refused(403, "KEY_UNKNOWN");
    var femi = http.caller("femi", FABRIKAM, "approver");
    for (var path : List.of(KEYS, "/.well-known/lockbox/contoso/approvers")) {
      femi.get(path).refused(404, "NO_SUCH_REQUEST");
      assertThat(http.anybody().get(path).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAAA", "not base64url", ""})
  void whatCanBeNoKeyIsRefusedAtTheDoor(String spki) {
    var body =
        registration("k-1", key, proof("k-1", key)).replace(key.key().spki().base64Url(), spki);
    anna.post(KEYS, body).refused(400, "INVALID_REQUEST");
  }

  @Test
  void whatCanBeNoSignatureIsRefusedAtTheDoor() {
    for (var none :
        List.of(
            "{}",
            "\"x\"",
            "{\"key\":\"x\",\"signature\":\"AAAA\"}",
            "{\"key\":\"%s\",\"signature\":\"AAAA\",\"clientData\":\"AAAA\"}"
                .formatted(key.id()))) {
      anna.post(one + "/approve", yes("d-1", none)).refused(400, "INVALID_REQUEST");
    }
  }
}
