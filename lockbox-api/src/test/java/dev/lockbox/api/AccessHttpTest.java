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
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways ask in OpenID's words, of what Eva may do. */
@ExtendWith(OneHttpRig.class)
class AccessHttpTest {
  private static final String ONE = "/access/v1/evaluation";
  private static final String MANY = "/access/v1/evaluations";
  private static final String PATH = "/v1/tenants/contoso/requests/req-1";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final String SUBJECT = "\"subject\":{\"type\":\"engineer\",\"id\":\"eva\"}";
  private static final String LOGS = "\"action\":{\"name\":\"k8s.pod.logs\"}";
  private static final String SECRET = "\"action\":{\"name\":\"secret.view\"}";
  private static final String RESOURCE = resource(TARGET.value());

  private final HttpRig http;
  private final HttpCaller gateway;
  private final HttpCaller anna;

  AccessHttpTest(HttpRig http) {
    this.http = http;
    this.gateway = provider(GATEWAY.value(), "gateway");
    this.anna = http.caller("anna", CONTOSO, "approver", "admin");
    http.registerProvider();
    http.requestOfContoso();
  }

  @Test
  void whatAGrantAllowsIsPermittedForAMinute() {
    approved();
    var answer = yes(of(LOGS));
    assertThat(answer.path("request").asText()).isEqualTo("req-1");
    assertThat(answer.path("until").asText()).isEqualTo("2026-03-02T08:01:00Z");
    assertThat(answer.path("notAfter").asText()).isEqualTo("2026-03-02T16:00:00Z");
    assertThat(answer.has("conditions")).isFalse();
    http.isFreshAsOf(Duration.ofSeconds(15));
    assertThat(yes(of(LOGS)).path("until").asText()).isEqualTo("2026-03-02T08:00:45Z");
    http.clock().set(MORNING.plus(Duration.ofHours(8)).minusSeconds(20));
    assertThat(yes(of(LOGS)).path("until").asText()).isEqualTo("2026-03-02T16:00:00Z");
    http.clock().set(MORNING.plus(Duration.ofHours(8)));
    assertThat(no(of(LOGS))).containsExactly("NOT_GRANTED");
  }

  @Test
  void whatLiesBelowAGrantedResourceIsPermittedAndWhatOnlyLooksLikeItIsNot() {
    approved();
    yes(body(SUBJECT, LOGS, resource(TARGET.value() + "/pods/etcd-0")));
    assertThat(no(body(SUBJECT, LOGS, resource(TARGET.value() + "-2"))))
        .containsExactly("RESOURCE_NOT_GRANTED");
  }

  @Test
  void withoutAGrantTheAnswerIsNo() {
    assertThat(no(of(LOGS))).containsExactly("NOT_GRANTED");
    approved();
    assertThat(no(of(SECRET))).containsExactly("ACTION_NOT_GRANTED");
    assertThat(no(of(LOGS).replace("\"eva\"", "\"otto\""))).containsExactly("NOT_GRANTED");
    anna.post(PATH + "/revoke", Bodies.decision("enough")).ok();
    assertThat(no(of(LOGS))).containsExactly("NOT_GRANTED");
  }

  @Test
  void aGatewayMayNameTheRequestThatItMustBeUnder() {
    approved();
    assertThat(yes(in("\"request\":\"req-1\"")).path("request").asText()).isEqualTo("req-1");
    assertThat(no(in("\"request\":\"req-2\""))).containsExactly("NO_REQUEST");
    assertThat(no(in("\"request\":\"req-1\"").replace("\"eva\"", "\"otto\"")))
        .containsExactly("OTHER_ENGINEER");
    http.open(CONTOSO, "req-3");
    assertThat(no(in("\"request\":\"req-3\""))).containsExactly("NOT_GRANTED");
  }

  @Test
  void aSessionThatIsNamedMustBeOpen() {
    approved();
    assertThat(no(in("\"session\":\"s1\""))).containsExactly("NO_SESSION");
    started();
    yes(in("\"session\":\"s1\""));
    http.clock().set(MORNING.plus(Duration.ofMinutes(15)));
    assertThat(no(in("\"session\":\"s1\""))).containsExactly("NO_SESSION");
  }

  @Test
  void whatAGatewayDoesNotSayThatItKeepsIsNotKept() {
    approvedUnder(
        """
        {"obligations":["RECORD"],"excluded":["PHI"],"channels":["REMOTE_SHELL"],
        "countries":["DE"],"singleUse":false}\
        """);
    assertThat(no(of(LOGS)))
        .containsExactly(
            "OBLIGATION_NOT_KEPT",
            "EXCLUSION_NOT_KEPT",
            "CHANNEL_NOT_ALLOWED",
            "COUNTRY_NOT_ALLOWED");
    var kept =
        "\"obligations\":[\"RECORD\",\"OF_LATER\"],\"excluded\":[\"PHI\",\"PCI\"],"
            + "\"channel\":\"REMOTE_SHELL\",\"country\":\"DE\"";
    var conditions = yes(in(kept)).path("conditions");
    assertThat(conditions.path("obligations").toString()).isEqualTo("[\"RECORD\"]");
    assertThat(conditions.path("excluded").toString()).isEqualTo("[\"PHI\"]");
    assertThat(no(in(kept.replace("DE", "FR")))).containsExactly("COUNTRY_NOT_ALLOWED");
  }

  @Test
  void whatIsForOneUseNeedsASessionAndIsNotPermittedAgain() {
    approvedUnder(
        """
        {"obligations":[],"excluded":[],"channels":null,"countries":null,"singleUse":true}\
        """);
    assertThat(no(of(LOGS))).containsExactly("NO_SESSION");
    started();
    yes(in("\"session\":\"s1\""));
    http.decide(
        new EndSession(EVA_AT_CONTOSO, by(GATEWAY, "end"), new SessionId("s1"), REQUEST), MORNING);
    assertThat(no(of(LOGS))).containsExactly("NO_SESSION", "USED_UP");
  }

  @Test
  void whileGrantsAreFrozenOrNothingShowsThatDecisionsAreMadeTheAnswerIsNo() {
    approved();
    http.isFreshNoMore();
    assertThat(no(of(LOGS))).containsExactly("NOT_FRESH");
    http.isFreshAsOf(Duration.ofSeconds(16));
    assertThat(no(of(LOGS))).containsExactly("NOT_FRESH");
    http.isFreshAsOf(Duration.ZERO);
    assertThat(activity()).isEmpty();
    http.decide(
        new FreezeGrants(
            CONTOSO,
            by(Cast.OPERATOR, "freeze"),
            new QuarantineId("lockbox.commands/0/7"),
            "WRONG_PARTITION"),
        MORNING);
    assertThat(no(of(LOGS))).containsExactly("FROZEN");
  }

  @Test
  void aNoIsOnTheRecordOnceAndNobodyWaitsForIt() {
    approved();
    var elsewhere = body(SUBJECT, SECRET, resource("/on-the-record"));
    no(elsewhere);
    no(elsewhere);
    yes(of(LOGS));
    assertThat(activity()).hasSize(1);
    var denied = activity().get(0);
    assertThat(denied.path("type").asText()).isEqualTo("ActionDenied");
    assertThat(denied.path("gateway").asText()).isEqualTo(GATEWAY.value());
    assertThat(denied.path("request").asText()).isEqualTo("req-1");
    assertThat(denied.path("deed").path("action").asText()).isEqualTo("secret.view");
    assertThat(denied.path("deed").path("prevented").asBoolean()).isTrue();
    assertThat(denied.path("deed").path("times").asInt()).isEqualTo(1);
    assertThat(denied.path("findings").toString()).contains("ACTION_NOT_GRANTED");
    http.log().be(Mood.SILENT);
    no(body(SUBJECT, SECRET, resource("/not-acknowledged")));
  }

  @Test
  void ofACustomerOrASubjectThatIsNotKnownTheAnswerIsNo() {
    approved();
    assertThat(no(of(LOGS).replace("contoso\"", "nobody\""))).containsExactly("UNKNOWN_TENANT");
    assertThat(no(of(LOGS).replace("\"engineer\"", "\"robot\"")))
        .containsExactly("UNKNOWN_SUBJECT");
    yes(of(LOGS).replace("\"engineer\"", "\"user\""));
    assertThat(activity()).isEmpty();
  }

  @Test
  void severalAreAnsweredInTheirOrderWithWhatStandsBesideThem() {
    approved();
    var answers =
        decisions(
            """
            {%s,%s,%s,"evaluations":[{},{%s},{"resource":{"id":"/elsewhere"}},
            {"subject":{"type":"user","id":"otto"}}]}\
            """
                .formatted(SUBJECT, LOGS, RESOURCE, SECRET));
    assertThat(answers).hasSize(4);
    assertThat(answers)
        .extracting(one -> one.path("decision").asBoolean())
        .containsExactly(true, false, false, false);
    assertThat(answers.get(2).path("context").path("error").path("message").asText())
        .isEqualTo("resource.properties.tenant is missing");
    assertThat(reasons(answers.get(3).path("context"))).containsExactly("NOT_GRANTED");
  }

  @Test
  void oneThatIsNoQuestionDoesNotTakeTheAnswersToOthersAway() {
    approved();
    var answers =
        decisions(
            """
            {%s,%s,"context":{"tenant":"contoso"},"evaluations":[{},{"resource":"x"},{%s}]}\
            """
                .formatted(SUBJECT, LOGS, RESOURCE));
    assertThat(answers)
        .extracting(one -> one.path("decision").asBoolean())
        .containsExactly(false, false, true);
    assertThat(answers.get(0).path("context").path("error").path("status").asInt()).isEqualTo(400);
    assertThat(reasons(answers.get(1).path("context"))).containsExactly("INVALID_QUESTION");
  }

  @Test
  void answeringStopsWhereItIsAskedTo() {
    approved();
    assertThat(stopping("execute_all", LOGS, SECRET, LOGS)).containsExactly(true, false, true);
    assertThat(stopping("deny_on_first_deny", LOGS, SECRET, LOGS)).containsExactly(true, false);
    assertThat(stopping("deny_on_first_deny", LOGS, LOGS)).containsExactly(true, true);
    assertThat(stopping("permit_on_first_permit", SECRET, LOGS, LOGS)).containsExactly(false, true);
  }

  @Test
  void withoutSeveralTheOneThatStandsThereIsAnswered() {
    approved();
    for (var none : new String[] {"", ",\"evaluations\":[]"}) {
      var answer = gateway.post(MANY, "{%s,%s,%s%s}".formatted(SUBJECT, LOGS, RESOURCE, none));
      assertThat(answer.ok().path("decision").asBoolean()).isTrue();
    }
  }

  @Test
  void argumentsMustBeThoseThatWereAskedFor() {
    approved();
    yes(of(LOGS.replace("}", ",\"properties\":{\"arguments\":{\"since\":\"1h\"},\"more\":1}}")));
    gateway
        .post(ONE, of(LOGS.replace("}", ",\"properties\":{\"arguments\":{\"since\":null}}}")))
        .refused(400, "INVALID_REQUEST");
  }

  @Test
  void whatIsNotKnownIsPassedOver() {
    approved();
    var more = of(LOGS).replace("\"eva\"", "\"eva\",\"properties\":{\"role\":\"x\"}");
    yes(more.replaceFirst("\\{", "{\"foo\":{\"bar\":[1]},"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{}",
        "{%2$s,%3$s}",
        "{%1$s,%3$s}",
        "{%1$s,%2$s}",
        "{\"subject\":\"eva\",%2$s,%3$s}",
        "{\"subject\":{\"id\":\"eva\"},%2$s,%3$s}",
        "{\"subject\":{\"type\":\"engineer\"},%2$s,%3$s}",
        "{\"subject\":{\"type\":\"engineer\",\"id\":\"e v a\"},%2$s,%3$s}",
        "{%1$s,\"action\":{},%3$s}",
        "{%1$s,\"action\":{\"name\":123},%3$s}",
        "{%1$s,%2$s,\"resource\":{\"type\":\"x\",\"properties\":{\"tenant\":\"contoso\"}}}",
        "{%1$s,%2$s,\"resource\":{\"id\":\"x\",\"properties\":{\"tenant\":\"contoso\"}}}",
        "{%1$s,%2$s,\"resource\":{\"type\":\"x\",\"id\":\"x\"}}",
        "{%1$s,%2$s,%3$s,\"context\":{\"country\":\"Utopia\"}}",
        "{%1$s,%2$s,%3$s,\"context\":{\"obligations\":[null]}}"
      })
  void whatIsNoQuestionIsRefused(String form) {
    gateway.post(ONE, form.formatted(SUBJECT, LOGS, RESOURCE)).refused(400, "INVALID_REQUEST");
  }

  @Test
  void severalThatCannotBeToldApartAreRefused() {
    var hundredAndOne = "[%s{}]".formatted("{},".repeat(100));
    for (var bad :
        new String[] {
          "{\"evaluations\":{}}",
          "{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"any\"}}",
          "{\"evaluations\":%s}".formatted(hundredAndOne)
        }) {
      gateway.post(MANY, bad).refused(400, "INVALID_REQUEST");
    }
  }

  @Test
  void whatIsNotJsonIsRefused() {
    gateway.send("POST", ONE, "text/plain", of(LOGS)).refused(400, "INVALID_REQUEST");
  }

  @Test
  void theIdOfAQuestionIsGivenBack() {
    approved();
    var asking = gateway.saying("X-Request-ID", "bfe9eb29:1");
    for (var body : new String[] {of(LOGS), of(SECRET), "{}"}) {
      assertThat(asking.post(ONE, body).header("X-Request-ID")).contains("bfe9eb29:1");
    }
    var stranger = http.anybody().saying("X-Request-ID", "x");
    assertThat(stranger.post(MANY, "{}").header("X-Request-ID")).contains("x");
    assertThat(gateway.post(ONE, of(LOGS)).header("X-Request-ID")).isEmpty();
  }

  @Test
  void nobodyAsksButAGatewayThatIsKnown() {
    for (var route : new String[] {ONE, MANY}) {
      anna.post(route, of(LOGS)).refused(404, "NOT_FOUND");
      http.caller(GATEWAY.value(), CONTOSO, "gateway")
          .post(route, of(LOGS))
          .refused(404, "NOT_FOUND");
      provider(GATEWAY.value(), "admin", "auditor").post(route, of(LOGS)).refused(403, "NO_ROLE");
      provider("gateway-9", "gateway").post(route, of(LOGS)).refused(403, "NO_ROLE");
      http.anybody().post(route, of(LOGS)).refused(401, "UNAUTHENTICATED");
    }
  }

  @Test
  void whatThereIsStandsInTheOpen() {
    var offered = http.anybody().get("/.well-known/authzen-configuration").ok();
    var self = offered.path("policy_decision_point").asText();
    assertThat(self).matches("http://[^/]+");
    assertThat(offered.path("access_evaluation_endpoint").asText()).isEqualTo(self + ONE);
    assertThat(offered.path("access_evaluations_endpoint").asText()).isEqualTo(self + MANY);
    assertThat(offered).hasSize(3);
  }

  private JsonNode yes(String body) {
    var answer = gateway.post(ONE, body).ok();
    assertThat(answer.path("decision").asBoolean()).as(answer.toString()).isTrue();
    return answer.path("context");
  }

  private List<String> no(String body) {
    var answer = gateway.post(ONE, body).ok();
    assertThat(answer.path("decision").asBoolean(true)).as(answer.toString()).isFalse();
    return reasons(answer.path("context"));
  }

  private static List<String> reasons(JsonNode context) {
    var reasons = new ArrayList<String>();
    context.path("reasons").forEach(one -> reasons.add(one.asText()));
    return reasons;
  }

  private List<Boolean> stopping(String semantic, String... actions) {
    var items = String.join("},{", actions);
    return decisions(
            """
            {%s,%s,"options":{"evaluations_semantic":"%s"},"evaluations":[{%s}]}\
            """
                .formatted(SUBJECT, RESOURCE, semantic, items))
        .stream()
        .map(one -> one.path("decision").asBoolean())
        .toList();
  }

  private List<JsonNode> decisions(String body) {
    var answer = gateway.post(MANY, body).ok();
    assertThat(answer.has("decision")).isFalse();
    var decisions = new ArrayList<JsonNode>();
    answer.path("evaluations").forEach(decisions::add);
    return decisions;
  }

  private JsonNode activity() {
    return anna.get("/v1/tenants/contoso/activity").ok().path("items");
  }

  private void approved() {
    http.decide(
        new Approve(REQUEST, by(Cast.ANNA, "yes"), Optional.empty(), 1, Optional.empty()), MORNING);
  }

  private void approvedUnder(String conditions) {
    anna.post(
            PATH + "/approve",
            "{\"decisionId\":\"yes\",\"ifVersion\":1,\"conditions\":%s}".formatted(conditions))
        .ok();
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

  private static String of(String action) {
    return body(SUBJECT, action, RESOURCE);
  }

  private static String in(String context) {
    return "{%s,%s,%s,\"context\":{%s}}".formatted(SUBJECT, LOGS, RESOURCE, context);
  }

  private static String body(String subject, String action, String resource) {
    return "{%s,%s,%s}".formatted(subject, action, resource);
  }

  private static String resource(String name) {
    return "\"resource\":{\"type\":\"k8s\",\"id\":\"%s\",\"properties\":{\"tenant\":\"contoso\"}}"
        .formatted(name);
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }
}
