package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.command.FakeLog.Mood;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an approver decides, what comes back, and what is said while nobody knows yet. */
@ExtendWith(OneHttpRig.class)
class DecisionsHttpTest {
  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller dora;

  /** The path of a request that waits. */
  private final String one;

  DecisionsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.dora = http.caller("dora", CONTOSO, "auditor");
    this.one = http.requestOfContoso();
  }

  @Test
  void anApprovalIsAnsweredWithTheGrant() {
    http.clock().set(MORNING.plusSeconds(60));
    var granted = approve("d-1", 1).ok();
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(granted.path("accessUntil").asText()).isEqualTo("2026-03-02T16:01:00Z");
    var events = dora.get(one + "/events").ok().path("items");
    assertThat(events.findValuesAsText("type")).containsExactly("RequestOpened", "RequestApproved");
    assertThat(events.get(1).path("decisionId").asText()).isEqualTo("d-1");
  }

  @Test
  void anApprovalMayGrantLess() {
    var body = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    http.clock().set(MORNING.plusSeconds(60));
    var granted = anna.post(one + "/approve", body).ok();
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
    assertThat(granted.path("accessUntil").asText()).isEqualTo("2026-03-02T09:01:00Z");
    assertThat(granted.path("accessFor").asText()).isEqualTo("PT1H");
    assertThat(granted.path("asked").path("accessFor").asText()).isEqualTo("PT8H");
    var events = dora.get(one + "/events").ok().path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly("RequestOpened", "RequestNarrowed", "RequestApproved");
    assertThat(events.get(1).path("terms").path("accessFor").asText()).isEqualTo("PT1H");
  }

  @Test
  void whatWasGrantedIsShownAlsoOnceItIsOver() {
    var less = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    var granted = anna.post(one + "/approve", less).ok();
    var over = anna.post(one + "/revoke", "{\"decisionId\":\"d-2\"}").ok();
    assertThat(over.path("state").asText()).isEqualTo("REVOKED");
    for (var part : List.of("accessFor", "actions", "resources", "asked")) {
      assertThat(over.path(part)).as(part).isEqualTo(granted.path(part));
    }
  }

  @Test
  void anApprovalUnderConditionsGrantsToWhoKeepsThem() throws Exception {
    var conditions =
        "{\"obligations\":[\"RECORD\"],\"excluded\":[\"PHI\"],\"channels\":[\"RDP_GATEWAY\"],"
            + "\"countries\":[\"AT\",\"DE\"],\"singleUse\":true}";
    var yes = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"conditions\":" + conditions + "}";
    var granted = anna.post(one + "/approve", yes).ok();
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE_UNDER_CONDITIONS");
    assertThat(granted.path("conditions")).isEqualTo(new ObjectMapper().readTree(conditions));
    assertThat(granted.path("asked").path("conditions").isNull()).isTrue();
    assertThat(granted.path("singleUse").asBoolean()).isTrue();
    var events = dora.get(one + "/events").ok().path("items");
    assertThat(events.get(1).path("terms").path("conditions"))
        .isEqualTo(granted.path("conditions"));
  }

  @Test
  void anApprovalOfWhatWasNotAskedForIsRefused() {
    var wider = "{\"decisionId\":\"d-1\",\"ifVersion\":1,\"actions\":[\"k8s.object.delete\"]}";
    anna.post(one + "/approve", wider).refused(422, "WIDER_THAN_ASKED");
  }

  @Test
  void aRepeatedAttemptIsAnsweredAgainAndCountsOnce() {
    approve("d-1", 1).ok();
    http.log().be(Mood.SILENT);
    assertThat(approve("d-1", 1).ok().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void theSameIdForSomethingElseIsRefused() {
    approve("d-1", 1).ok();
    anna.post(one + "/deny", Bodies.decision("d-1", 1)).refused(409, "DECISION_ID_REUSED");
  }

  @Test
  void everyRefusalOfTheRulesHasItsStatus() {
    approve("d-1", 9).refused(409, "STALE_VERSION");
    approver("eva").post(one + "/approve", Bodies.decision("d-2", 1)).refused(403, "OWN_REQUEST");
    approver("gus").post(one + "/deny", Bodies.decision("d-3", 1)).refused(403, "NOT_AN_APPROVER");
    http.clock().set(MORNING.plus(Duration.ofDays(4)));
    approve("d-4", 1).refused(410, "TOO_LATE");
    anna.post(one + "/deny", Bodies.decision("d-5", 1)).ok();
    anna.post(one + "/revoke", Bodies.decision("d-6", 1)).refused(409, "ALREADY_DECIDED");
    assertThat(anna.get(one + "/decisions/d-5").ok().path("state").asText()).isEqualTo("DENIED");
    anna.get(one + "/decisions/d-6").refused(409, "ALREADY_DECIDED");
    anna.get(one + "/decisions/d-7").refused(404, "NO_SUCH_DECISION");
    anna.get(one + "/decisions/%20").refused(404, "NO_SUCH_DECISION");
    approver("ben").get(one + "/decisions/d-5").refused(404, "NO_SUCH_DECISION");
  }

  @Test
  void aDecisionThatTakesLongerIsTakenDown() {
    http.log().be(Mood.UNDECIDED);
    var answer = approve("d-1", 1);
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).contains(one + "/decisions/d-1");
  }

  @Test
  void whatTheViewDoesNotShowYetIsNotAnsweredYet() {
    http.log().be(Mood.VIEW_BEHIND);
    assertThat(approve("d-1", 1).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, approve",
    "FAILING, approve",
    "SILENT, deny",
    "FAILING, deny",
    "SILENT, revoke",
    "FAILING, revoke"
  })
  void aProduceThatIsNotAcknowledgedIsUnknownAndNeverANo(Mood mood, String what) {
    var body = what.equals("approve") ? Bodies.decision("d-1", 1) : Bodies.decision("d-1");
    http.log().be(mood);
    var answer = anna.post(one + "/" + what, body);
    assertThat(answer.refused(503, "OUTCOME_UNKNOWN").path("detail").asText())
        .contains("same decisionId");
    assertThat(answer.header("Retry-After")).isPresent();
    http.log().be(Mood.WELL);
    anna.post(one + "/" + what, body).ok();
  }

  private HttpCaller approver(String person) {
    return http.caller(person, CONTOSO, "approver");
  }

  private Answer approve(String decisionId, long ifVersion) {
    return anna.post(one + "/approve", Bodies.decision(decisionId, ifVersion));
  }
}
