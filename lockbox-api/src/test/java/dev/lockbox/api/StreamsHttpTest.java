package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens at Contoso, as its people and gateways hear it. */
@ExtendWith(OneHttpRig.class)
class StreamsHttpTest {
  private static final String EVENTS = "/v1/tenants/contoso/events/stream";
  private static final String REVOCATIONS = "/v1/tenants/contoso/revocations/stream";
  private static final String PATH = "/v1/tenants/contoso/requests/req-1";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller gateway;

  StreamsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver", "admin");
    this.gateway = provider(GATEWAY.value(), "gateway");
    http.registerProvider();
    http.requestOfContoso();
  }

  @Test
  void whatHappensIsHeardAsItHappens() throws IOException {
    try (var heard = anna.hear(EVENTS)) {
      assertThat(heard.next("alive").data().path("sequence").asLong()).isEqualTo(2);
      approved();
      var said = heard.next("event");
      assertThat(said.id()).isEqualTo("3");
      assertThat(said.data().path("request").asText()).isEqualTo("req-1");
      assertThat(said.data().path("event").path("type").asText()).isEqualTo("RequestApproved");
      assertThat(said.data().path("event").path("actor").asText()).isEqualTo("anna");
    }
  }

  @Test
  void whoComesBackGoesOnBehindWhatTheyReadLast() throws IOException {
    approved();
    try (var heard = anna.saying("Last-Event-ID", "1").hear(EVENTS)) {
      assertThat(heard.next("event").id()).isEqualTo("2");
      assertThat(heard.next("event").id()).isEqualTo("3");
    }
    try (var heard = anna.hear(EVENTS + "?after=0")) {
      var first = heard.next("event");
      assertThat(first.id()).isEqualTo("1");
      assertThat(first.data().path("request").isNull()).isTrue();
      assertThat(first.data().path("event").path("type").asText()).isEqualTo("TenantRegistered");
    }
  }

  @Test
  void whatIsNoPlaceIsRefused() {
    for (var bad : new String[] {"-1", "x", "1.5", "9999999999999999999"}) {
      anna.saying("Last-Event-ID", bad).get(EVENTS).refused(400, "INVALID_REQUEST");
      gateway.get(REVOCATIONS + "?after=" + bad).refused(400, "INVALID_REQUEST");
    }
  }

  @Test
  void nobodyHearsWhoMayNotRead() {
    http.caller("anna", CONTOSO).get(EVENTS).refused(403, "NO_ROLE");
    http.caller("anna", History.PROVIDER, "approver").get(EVENTS).refused(404, "NO_SUCH_REQUEST");
    gateway.get(EVENTS).refused(404, "NO_SUCH_REQUEST");
    http.anybody().get(EVENTS).refused(401, "UNAUTHENTICATED");
    anna.get(REVOCATIONS).refused(404, "NOT_FOUND");
    provider("gateway-9", "gateway").get(REVOCATIONS).refused(403, "NO_ROLE");
    http.anybody().get(REVOCATIONS).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void aGatewayHearsWhatEndsAccessAndNothingElse() throws IOException {
    try (var heard = gateway.saying("Last-Event-ID", "0").hear(REVOCATIONS)) {
      var alive = heard.next("alive").data();
      assertThat(alive.path("sequence").asLong()).isEqualTo(2);
      assertThat(alive.path("goodUntil").asText()).isEqualTo("2026-03-02T08:01:00Z");
      approved();
      started();
      http.decide(
          new EndSession(EVA_AT_CONTOSO, by(GATEWAY, "end"), new SessionId("s1"), REQUEST),
          MORNING);
      anna.post(PATH + "/revoke", Bodies.decision("enough")).ok();
      var session = heard.next("revocation").data();
      assertThat(session.path("type").asText()).isEqualTo("SessionEnded");
      assertThat(session.path("session").asText()).isEqualTo("s1");
      var grant = heard.next("revocation").data();
      assertThat(grant.path("type").asText()).isEqualTo("RequestRevoked");
      assertThat(grant.path("request").asText()).isEqualTo("req-1");
      assertThat(grant.path("engineer").asText()).isEqualTo("eva");
      assertThat(grant.path("session").isNull()).isTrue();
      assertThat(grant.path("notAfter").asText()).isEqualTo("2026-03-02T08:00:00Z");
      assertThat(grant.path("actions").toString()).contains("k8s.pod.logs");
      assertThat(grant.path("resources").toString()).contains(TARGET.value());
    }
  }

  @Test
  void aGatewayThatWasAwayHearsWhatItMissed() throws IOException {
    approved();
    anna.post(PATH + "/revoke", Bodies.decision("enough")).ok();
    try (var heard = gateway.saying("Last-Event-ID", "3").hear(REVOCATIONS)) {
      assertThat(heard.next("revocation").id()).isEqualTo("4");
    }
  }

  @Test
  void whatFreezesAllGrantsIsHeardToo() throws IOException {
    try (var heard = gateway.hear(REVOCATIONS)) {
      heard.next("alive");
      http.decide(
          new FreezeGrants(
              CONTOSO,
              by(Cast.OPERATOR, "freeze"),
              new QuarantineId("lockbox.commands/0/7"),
              "WRONG_PARTITION"),
          MORNING);
      var frozen = heard.next("revocation").data();
      assertThat(frozen.path("type").asText()).isEqualTo("GrantsFrozen");
      assertThat(frozen.path("request").isNull()).isTrue();
    }
  }

  @Test
  void whereNothingShowsThatDecisionsAreMadeNothingIsSaidToBeGood() throws IOException {
    http.isFreshNoMore();
    try (var heard = gateway.hear(REVOCATIONS)) {
      assertThat(heard.next("alive").data().path("goodUntil").isNull()).isTrue();
    }
  }

  private void approved() {
    http.decide(
        new Approve(REQUEST, by(Cast.ANNA, "yes"), Optional.empty(), 1, Optional.empty()), MORNING);
  }

  private void started() {
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY, "start"),
            new SessionId("s1"),
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
  }

  private HttpCaller provider(String person, String... roles) {
    return http.caller(person, History.PROVIDER, roles);
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
