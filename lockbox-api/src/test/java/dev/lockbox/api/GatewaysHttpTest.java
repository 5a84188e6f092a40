package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.GrantsCommand.FreezeGrants;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.Wildcard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a gateway asks over HTTP before it lets Eva do something. */
@ExtendWith(OneHttpRig.class)
class GatewaysHttpTest {
  private static final String TENANT = "/v1/tenants/contoso";
  private static final String ASK = TENANT + "/authorize";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  private final HttpRig http;
  private final HttpCaller gateway;

  /** The customer's approver. */
  private final HttpCaller anna;

  private int asked;

  /** Eva has a session under a grant. */
  GatewaysHttpTest(HttpRig http) {
    this.http = http;
    this.gateway = provider(GATEWAY.value(), "gateway");
    this.anna = http.caller("anna", CONTOSO, "approver", "admin");
    http.registerProvider();
    http.requestOfContoso();
    http.decide(
        new Approve(REQUEST, by(Cast.ANNA, "yes"), Optional.empty(), 1, Optional.empty()), MORNING);
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

  @Test
  void whatNothingSpeaksAgainstIsAllowedAndIsOnTheRecord() {
    http.clock().set(MORNING.plusSeconds(60));
    var answer = gateway.post(ASK, ask("k8s.pod.logs")).ok();
    assertThat(answer.path("decision").asBoolean()).isTrue();
    assertThat(answer.path("at").asText()).isEqualTo("2026-03-02T08:01:00Z");
    assertThat(answer.path("findings")).isEmpty();
    var newest = activity();
    assertThat(newest.path("type").asText()).isEqualTo("ActionAuthorised");
    assertThat(newest.path("gateway").asText()).isEqualTo(GATEWAY.value());
    assertThat(newest.path("deed").path("command").asText()).isEqualTo("Get-PodLog");
    assertThat(newest.path("deed").path("parameters").path("Pod").asText()).isEqualTo("etcd-0");
    var session = anna.get(TENANT + "/sessions").ok().path("items").get(0);
    assertThat(session.path("idleBy").asText()).isEqualTo("2026-03-02T08:16:00Z");
  }

  @Test
  void whatIsOutsideOfTheGrantIsDeniedAndIsOnTheRecord() {
    var answer = gateway.post(ASK, ask("secret.view")).ok();
    assertThat(answer.path("decision").asBoolean(true)).isFalse();
    assertThat(answer.path("findings"))
        .extracting(JsonNode::asText)
        .containsExactly("ACTION_NOT_GRANTED");
    assertThat(activity().path("type").asText()).isEqualTo("ActionDenied");
    assertThat(activity().path("deed").path("prevented").asBoolean()).isTrue();
  }

  @Test
  void theRuleByWhichACommandMayBeTypedOrMayNotIsToldAndOnTheRecord() {
    http.decide(
        new ChangeSettings(
            CONTOSO,
            by(Cast.CARLA, "list"),
            Policies.settingsHaving(
                new SessionRules(
                    SessionLimits.DEFAULT,
                    EntryRules.NONE,
                    List.of(),
                    List.of(
                        new CommandRule(
                            Optional.of(new Code("logs-of-etcd")),
                            Set.of(),
                            Set.of(),
                            "Get-PodLog",
                            Map.of("Pod", new Wildcard("etcd-*")))),
                    false,
                    true))),
        MORNING);
    var yes = gateway.post(ASK, ask("k8s.pod.logs")).ok();
    assertThat(yes.path("decision").asBoolean()).isTrue();
    assertThat(yes.path("rules").toString()).isEqualTo("[\"logs-of-etcd\"]");
    assertThat(activity().path("rules")).isEqualTo(yes.path("rules"));
    var no = gateway.post(ASK, ask("k8s.pod.logs").replace("etcd-0", "dns-0")).ok();
    assertThat(no.path("findings").toString()).isEqualTo("[\"COMMAND_NOT_ALLOWED\"]");
    assertThat(no.path("rules")).isEqualTo(yes.path("rules"));
    assertThat(activity().path("rules")).isEqualTo(yes.path("rules"));
    var other = gateway.post(ASK, ask("k8s.pod.logs").replace("Get-PodLog", "Get-Pod")).ok();
    assertThat(other.path("decision").asBoolean(true)).isFalse();
    assertThat(other.path("rules").isArray()).isTrue();
    assertThat(other.path("rules")).isEmpty();
  }

  @Test
  void theArgumentsOfWhatIsAskedForAreTakenDown() {
    var body =
        ask("k8s.pod.logs").replace("\"action\"", "\"arguments\":{\"since\":\"1h\"},\"action\"");
    gateway.post(ASK, body.replace("\"1h\"", "null")).refused(400, "INVALID_REQUEST");
    assertThat(gateway.post(ASK, body).ok().path("decision").asBoolean()).isTrue();
    assertThat(activity().path("deed").path("arguments").path("since").asText()).isEqualTo("1h");
  }

  @Test
  void withoutASessionOrAGrantTheAnswerIsNo() {
    var none = ask("k8s.pod.logs").replace("\"s1\"", "null");
    assertThat(findings(none)).containsExactly("NO_SESSION");
    var unknown = ask("k8s.pod.logs").replace("req-1", "req-2");
    assertThat(findings(unknown)).containsExactly("NO_REQUEST", "NO_SESSION");
    http.clock().set(MORNING.plus(Duration.ofHours(8)));
    assertThat(findings(ask("k8s.pod.logs"))).containsExactly("NOT_GRANTED", "NO_SESSION");
  }

  @Test
  void whileGrantsAreFrozenTheAnswerIsNo() {
    http.decide(
        new FreezeGrants(
            CONTOSO,
            by(Cast.OPERATOR, "freeze"),
            new QuarantineId("lockbox.commands/0/7"),
            "WRONG_PARTITION"),
        MORNING);
    assertThat(findings(ask("k8s.pod.logs"))).containsExactly("FROZEN");
  }

  @Test
  void theSameAttemptHasTheSameAnswerAndCountsOnce() {
    var yes = ask("k8s.pod.logs");
    var no = ask("secret.view");
    var allowed = gateway.post(ASK, yes).ok();
    var denied = gateway.post(ASK, no).ok();
    var sequence = activity().path("sequence");
    http.clock().set(MORNING.plusSeconds(60));
    http.log().be(Mood.SILENT);
    assertThat(gateway.post(ASK, yes).ok()).isEqualTo(allowed);
    assertThat(gateway.post(ASK, no).ok()).isEqualTo(denied);
    assertThat(activity().path("sequence")).isEqualTo(sequence);
    http.log().be(Mood.WELL);
    gateway
        .post(ASK, yes.replace("k8s.pod.logs", "secret.view"))
        .refused(409, "DECISION_ID_REUSED");
  }

  @Test
  void anothersAnswerToTheSameIdIsNeverGiven() {
    var evas = ask("k8s.pod.logs");
    var ottos = evas.replace("\"eva\"", "\"otto\"");
    assertThat(findings(ottos)).containsExactly("OTHER_ENGINEER", "NO_SESSION");
    assertThat(gateway.post(ASK, evas).ok().path("decision").asBoolean()).isTrue();
    gateway.post(ASK, ottos).refused(503, "OUTCOME_UNKNOWN");
  }

  @Test
  void withoutAVerdictInTimeThereIsNoAnswerAndNoPlaceToLook() {
    for (var mood : new Mood[] {Mood.UNDECIDED, Mood.SILENT, Mood.FAILING}) {
      http.log().be(mood);
      gateway.post(ASK, ask("k8s.pod.logs")).refused(503, "OUTCOME_UNKNOWN");
    }
  }

  @Test
  void nobodyAsksButAGatewayThatIsKnown() {
    var body = ask("k8s.pod.logs");
    anna.post(ASK, body).refused(404, "NOT_FOUND");
    http.caller(GATEWAY.value(), CONTOSO, "gateway").post(ASK, body).refused(404, "NOT_FOUND");
    provider(GATEWAY.value()).post(ASK, body).refused(403, "NO_ROLE");
    provider(GATEWAY.value(), "admin", "auditor").post(ASK, body).refused(403, "NO_ROLE");
    provider("gateway-9", "gateway").post(ASK, body).refused(403, "NO_ROLE");
    http.anybody().post(ASK, body).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void aGatewayReadsAndDecidesNothingElse() {
    gateway.get(TENANT + "/requests").refused(404, "NO_SUCH_REQUEST");
    gateway.get(TENANT + "/sessions").refused(404, "NO_SUCH_REQUEST");
    gateway.get("/v1/provider/engineers").refused(403, "NO_ROLE");
    var ofContoso = http.caller("anna", CONTOSO, "gateway");
    ofContoso.get(TENANT + "/requests").refused(403, "NO_ROLE");
    ofContoso
        .post(TENANT + "/requests/req-1/revoke", Bodies.decision("no"))
        .refused(403, "NOT_AN_APPROVER");
  }

  @Test
  void ofACustomerThatIsNotThereNothingIsAsked() {
    for (var nowhere : new String[] {"nobody", "a%20b"}) {
      gateway
          .post("/v1/tenants/%s/authorize".formatted(nowhere), ask("k8s.pod.logs"))
          .refused(404, "NO_SUCH_REQUEST");
    }
  }

  @Test
  void whatNoGatewayCanMeanIsRefused() {
    var good = ask("k8s.pod.logs");
    for (var bad :
        new String[] {
          "{}",
          good.replace("\"eva\"", "\"e v a\""),
          good.replace("\"req-1\"", "null"),
          good.replace("\"Get-PodLog\"", "null"),
          good.replace("\"Get-PodLog\"", "\"rm -rf\""),
          good.replace("\"etcd-0\"", "null"),
          good.replace("\"ask-", "\"ask "),
          good.replace("\"resource\"", "\"where\"")
        }) {
      gateway.post(ASK, bad).refused(400, "INVALID_REQUEST");
    }
  }

  private HttpCaller provider(String person, String... roles) {
    return http.caller(person, History.PROVIDER, roles);
  }

  private List<String> findings(String body) {
    var answer = gateway.post(ASK, body).ok();
    assertThat(answer.path("decision").asBoolean(true)).isFalse();
    var findings = new ArrayList<String>();
    answer.path("findings").forEach(one -> findings.add(one.asText()));
    return findings;
  }

  /** The newest entry of what was done. */
  private JsonNode activity() {
    return anna.get(TENANT + "/activity?limit=1").ok().path("items").get(0);
  }

  private String ask(String action) {
    asked++;
    return """
        {"decisionId":"ask-%d","engineer":"eva","request":"req-1","session":"s1","action":"%s",
        "resource":"%s","command":"Get-PodLog","parameters":{"Pod":"etcd-0"}}"""
        .formatted(asked, action, TARGET);
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
