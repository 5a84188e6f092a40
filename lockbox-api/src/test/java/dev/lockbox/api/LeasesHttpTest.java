package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.verifier.jose.KeySet;
import dev.lockbox.verifier.jose.Malformed;
import dev.lockbox.verifier.lease.Clearance;
import dev.lockbox.verifier.lease.Keeping;
import dev.lockbox.verifier.lease.Lease;
import dev.lockbox.verifier.lease.Leases;
import dev.lockbox.verifier.lease.Question;
import dev.lockbox.verifier.lease.Received;
import dev.lockbox.verifier.lease.Rejection;
import dev.lockbox.verifier.lease.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a gateway holds of Eva's grant. The verifier is the real one; its time is the API's. */
@ExtendWith(OneHttpRig.class)
class LeasesHttpTest {
  private static final String PATH = "/v1/tenants/contoso/requests/req-1";
  private static final String LEASE = PATH + "/lease";
  private static final String NONCE = "{\"nonce\":\"0123456789abcdef\"}";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final Duration EIGHT_HOURS = Duration.ofHours(8);

  private final HttpRig http;
  private final HttpCaller gateway;
  private final HttpCaller anna;
  private final Leases leases;

  LeasesHttpTest(HttpRig http) throws Malformed {
    this.http = http;
    this.gateway = provider(GATEWAY.value(), "gateway");
    this.anna = http.caller("anna", CONTOSO, "approver", "admin");
    this.leases = leasesOf(GATEWAY);
    http.registerProvider();
    http.requestOfContoso();
  }

  @Test
  void aGatewayHoldsAGrantForAMinuteAndOpensUnderIt() {
    approved();
    var lease = held();
    assertThat(lease.engineer()).isEqualTo("eva");
    assertThat(lease.actions()).contains("k8s.pod.logs");
    assertThat(lease.notBefore()).isEqualTo(MORNING);
    assertThat(lease.notAfter()).isEqualTo(MORNING.plus(EIGHT_HOURS));
    assertThat(lease.until()).isEqualTo(MORNING.plusSeconds(60));
    assertThat(opens()).isTrue();
    pass(60);
    assertThat(opens()).isFalse();
  }

  @Test
  void aLeaseEndsWithTheGrantAtTheLatest() {
    approved();
    http.clock().set(MORNING.plus(EIGHT_HOURS).minusSeconds(20));
    assertThat(held().until()).isEqualTo(MORNING.plus(EIGHT_HOURS));
    pass(20);
    assertThat(opens()).isFalse();
    gateway.post(LEASE, NONCE).refused(403, "NOT_GRANTED");
  }

  @Test
  void whatIsRevokedIsLetNoMoreAndWhatIsHeldLapses() {
    approved();
    held();
    pass(30);
    anna.post(PATH + "/revoke", Bodies.decision("enough")).ok();
    gateway.post(LEASE, NONCE).refused(403, "NOT_GRANTED");
    pass(30);
    assertThat(opens()).isFalse();
  }

  @Test
  void whileNothingShowsThatDecisionsAreMadeNothingIsLet() {
    approved();
    http.isFreshNoMore();
    var answer = gateway.post(LEASE, NONCE);
    answer.refused(503, "NOT_FRESH");
    assertThat(answer.header("Retry-After")).isPresent();
    http.isFreshAsOf(Duration.ofSeconds(15).plusMillis(1));
    gateway.post(LEASE, NONCE).refused(503, "NOT_FRESH");
  }

  @Test
  void theMinuteIsCountedFromWhenDecisionsWereSeenToBeMade() {
    approved();
    http.isFreshAsOf(Duration.ofSeconds(15));
    assertThat(held().until()).isEqualTo(MORNING.plusSeconds(45));
  }

  @Test
  void whatIsNotGrantedOrFrozenIsNotLet() {
    gateway.post(LEASE, NONCE).refused(403, "NOT_GRANTED");
    gateway.post(LEASE.replace("req-1", "req-2"), NONCE).refused(404, "NO_SUCH_REQUEST");
    gateway.post(LEASE.replace("req-1", "a%20b"), NONCE).refused(404, "NO_SUCH_REQUEST");
    approved();
    http.decide(
        new FreezeGrants(
            CONTOSO,
            by(Cast.OPERATOR, "freeze"),
            new QuarantineId("lockbox.commands/0/7"),
            "WRONG_PARTITION"),
        MORNING);
    gateway.post(LEASE, NONCE).refused(409, "GRANTS_FROZEN");
  }

  @Test
  void conditionsAreInTheLeaseAndNobodyWhoKeepsNothingGetsIn() {
    anna.post(
            PATH + "/approve",
            """
            {"decisionId":"yes","ifVersion":1,"conditions":{"obligations":["RECORD"],
            "excluded":["PHI"],"channels":["REMOTE_SHELL"],"countries":null,"singleUse":true}}""")
        .ok();
    var conditions = held().conditions();
    assertThat(conditions.obligations()).containsExactly("RECORD");
    assertThat(conditions.excluded()).containsExactly("PHI");
    assertThat(conditions.channels().orElseThrow()).containsExactly("REMOTE_SHELL");
    assertThat(conditions.countries()).isEmpty();
    assertThat(conditions.isForOneUse()).isTrue();
    assertThat(conditions.unknown()).isEmpty();
    assertThat(opens()).isFalse();
  }

  @Test
  void whatIsForOneUseIsLetWhileThatLastsAndNotAgain() {
    anna.post(
            PATH + "/approve",
            """
            {"decisionId":"yes","ifVersion":1,"conditions":{"obligations":[],"excluded":[],
            "channels":null,"countries":null,"singleUse":true}}""")
        .ok();
    held();
    var session = new SessionId("s1");
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY, "start"),
            session,
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
    held();
    http.decide(new EndSession(EVA_AT_CONTOSO, by(GATEWAY, "end"), session, REQUEST), MORNING);
    gateway.post(LEASE, NONCE).refused(403, "NOT_GRANTED");
  }

  @Test
  void aLeaseIsForTheGatewayThatAskedAndForNoOther() throws Malformed {
    approved();
    var others = leasesOf(new PersonId("gateway-9"));
    var asking = others.ask();
    assertThat(others.take(asking, lease(asking.nonce())))
        .isEqualTo(new Received.Rejected(Rejection.FOR_OTHERS));
  }

  @Test
  void nobodyIsLetOneButAGatewayThatIsKnown() {
    approved();
    anna.post(LEASE, NONCE).refused(404, "NOT_FOUND");
    http.caller(GATEWAY.value(), CONTOSO, "gateway").post(LEASE, NONCE).refused(404, "NOT_FOUND");
    provider(GATEWAY.value(), "admin", "auditor").post(LEASE, NONCE).refused(403, "NO_ROLE");
    provider("gateway-9", "gateway").post(LEASE, NONCE).refused(403, "NO_ROLE");
    http.anybody().post(LEASE, NONCE).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void whatIsNoQuestionIsRefused() {
    approved();
    for (var bad :
        new String[] {
          "",
          "{}",
          "{\"nonce\":null}",
          "{\"nonce\":1}",
          "{\"nonce\":\"short\"}",
          "{\"nonce\":\"%s\"}".formatted("x".repeat(65)),
          "{\"nonce\":\"0123456789abcde \"}",
          "{\"nonce\":\"0123456789abcdef\",\"seconds\":600}"
        }) {
      gateway.post(LEASE, bad).refused(400, "INVALID_REQUEST");
    }
  }

  @Test
  void theKeysAreThereForEverybody() {
    var keys = http.anybody().get("/.well-known/jwks.json").ok().path("keys");
    assertThat(keys).hasSize(1);
    assertThat(keys.get(0).path("crv").asText()).isEqualTo("Ed25519");
    assertThat(keys.get(0).has("d")).isFalse();
  }

  private Leases leasesOf(PersonId self) throws Malformed {
    var keys = http.anybody().get("/.well-known/jwks.json").text().getBytes(UTF_8);
    return new Leases(
        new Trust(KeySet.parse(keys), "lockbox", self.value(), Duration.ofSeconds(5)),
        http.clock(),
        () -> Duration.between(Instant.EPOCH, http.clock().instant()).toNanos());
  }

  private Lease held() {
    var asking = leases.ask();
    var received = leases.take(asking, lease(asking.nonce()));
    assertThat(received).isInstanceOf(Received.Held.class);
    return ((Received.Held) received).lease();
  }

  private String lease(String nonce) {
    JsonNode answer = gateway.post(LEASE, "{\"nonce\":\"%s\"}".formatted(nonce)).ok();
    return answer.path("lease").asText();
  }

  private boolean opens() {
    var question = new Question("contoso", "eva", "k8s.pod.logs", TARGET.value(), Keeping.NOTHING);
    return leases.mayNow(question) instanceof Clearance.Open;
  }

  private void approved() {
    http.decide(
        new Approve(REQUEST, by(Cast.ANNA, "yes"), Optional.empty(), 1, Optional.empty()), MORNING);
  }

  private void pass(int seconds) {
    http.clock().set(http.clock().instant().plusSeconds(seconds));
  }

  private HttpCaller provider(String person, String... roles) {
    return http.caller(person, History.PROVIDER, roles);
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
