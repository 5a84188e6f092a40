package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** H12: the id of a decision is its giver's, for one request; others may have the same. */
@ExtendWith(OneHttpRig.class)
class DecisionIdsHttpTest {
  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller ben;

  /** The path of a request that waits. */
  private final String one;

  DecisionIdsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.ben = http.caller("ben", CONTOSO, "approver");
    this.one = http.requestOfContoso();
  }

  @Test
  void anothersUseOfTheSameIdIsADecisionOfTheirOwn() {
    approve(anna, one);
    var ended = ben.post(one + "/revoke", Bodies.decision("same")).ok();
    assertThat(ended.path("state").asText()).isEqualTo("REVOKED");
    assertThat(approveAgain(anna, one).path("version").asInt()).isEqualTo(3);
  }

  @Test
  void nobodyIsToldAnothersVerdict() {
    approve(anna, one);
    anna.get(one + "/decisions/same").ok();
    ben.get(one + "/decisions/same").refused(404, "NO_SUCH_DECISION");
    var impostor = http.caller("ANNA", CONTOSO, "approver");
    assertThat(impostor.get(one + "/decisions/same").status()).isIn(403, 404);
  }

  /** What they hear is what they would hear of an id that nobody used. */
  @Test
  void atAnotherCustomersNothingIsThere() {
    http.register(FABRIKAM);
    approve(anna, one);
    var theirs = http.caller("anna", FABRIKAM, "approver");
    var used = theirs.get(one + "/decisions/same").refused(404, "NO_SUCH_REQUEST");
    var unused = theirs.get(one + "/decisions/other").refused(404, "NO_SUCH_REQUEST");
    assertThat(used.path("detail")).isEqualTo(unused.path("detail"));
  }

  @Test
  void theSameIdAtAnotherCustomersAndOfAnotherRequestIsANewDecision() {
    http.register(FABRIKAM);
    var two = http.open(CONTOSO, "req-2");
    var theirs = http.open(FABRIKAM, "req-1");
    approve(anna, one);
    assertThat(anna.get(two).ok().path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    anna.get(two + "/decisions/same").refused(404, "NO_SUCH_DECISION");
    var denied = anna.post(two + "/deny", Bodies.decision("same")).ok();
    assertThat(denied.path("state").asText()).isEqualTo("DENIED");
    var others = http.caller("anna", FABRIKAM, "approver");
    var there = others.post(theirs + "/deny", Bodies.decision("same")).ok();
    assertThat(there.path("state").asText()).isEqualTo("DENIED");
    assertThat(anna.get(one).ok().path("state").asText()).isEqualTo("ACTIVE");
  }

  private static void approve(HttpCaller who, String request) {
    assertThat(approveAgain(who, request).path("state").asText()).isEqualTo("ACTIVE");
  }

  private static JsonNode approveAgain(HttpCaller who, String request) {
    return who.post(request + "/approve", Bodies.decision("same", 1)).ok();
  }
}
