package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.domain.identity.RequestId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the provider's own approvers do over HTTP: Mira, then Sam or Tom, before Anna is asked. */
@ExtendWith(OneHttpRig.class)
class InternalHttpTest {
  private static final String INSIDE = "/v1/provider/requests/contoso/inside";
  private static final String REQUESTS = "/v1/tenants/contoso/requests";
  private static final String OUTSIDE = REQUESTS + "/inside";

  private final HttpRig http;
  private final HttpCaller mira;
  private final HttpCaller sam;
  private final HttpCaller tom;

  /** The customer's approver. */
  private final HttpCaller anna;

  private int attempts;

  /** A request waits for Mira. */
  InternalHttpTest(HttpRig http) {
    this.http = http;
    this.mira = inside("mira");
    this.sam = inside("sam");
    this.tom = inside("tom");
    this.anna = http.caller("anna", CONTOSO, "approver");
    http.registerProvider();
    http.register(CONTOSO);
    http.log().history().wanting(TWO_INTERNAL_STAGES);
    http.openDetailed(new RequestId(CONTOSO, "inside"));
  }

  @Test
  void theProvidersPeopleSayYesInTheirOrderAndThenTheCustomerIsAsked() {
    var waits = mira.get(INSIDE).ok();
    assertThat(waits.path("state").asText()).isEqualTo("AWAITING_INTERNAL_APPROVAL");
    assertThat(waits.path("approvals").path("stages").get(0).path("group").asText())
        .isEqualTo("MANAGER");
    approve(sam, 1).refused(403, "NOT_AN_APPROVER");
    var once = approve(mira, 1).ok();
    assertThat(once.path("approvals").path("stage").asInt()).isEqualTo(1);
    anna.get(OUTSIDE).refused(404, "NO_SUCH_REQUEST");
    var asked = approve(sam, 2).ok();
    assertThat(asked.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(asked.path("internalApprovals").findValuesAsText("by"))
        .containsExactly("mira", "sam");
    assertThat(anna.get(OUTSIDE).ok()).isEqualTo(asked);
    assertThat(anna.get(OUTSIDE + "/events").ok().path("items").findValuesAsText("type"))
        .containsExactly(
            "RequestEvaluated",
            "CommandRefused",
            "InternalApprovalGiven",
            "InternalApprovalGranted",
            "RequestOpened");
  }

  @Test
  void aYesInsideMayNameWhatItReadByTheTag() {
    var tag = mira.get(INSIDE).header("ETag").orElseThrow();
    var yes = Bodies.decision("d-1");
    mira.saying("If-Match", tag.replace("\"1-", "\"9-"))
        .post(INSIDE + "/approve", yes)
        .refused(409, "STALE_VERSION");
    mira.post(INSIDE + "/approve", yes).refused(400, "INVALID_REQUEST");
    mira.saying("If-Match", tag).post(INSIDE + "/approve", yes).ok();
  }

  @Test
  void theCustomerIsShownNothingOfItBefore() {
    anna.get(OUTSIDE).refused(404, "NO_SUCH_REQUEST");
    anna.get(OUTSIDE + "/events").refused(404, "NO_SUCH_REQUEST");
    anna.get(OUTSIDE + "/sessions").refused(404, "NO_SUCH_REQUEST");
    assertThat(anna.get(REQUESTS).ok().path("items")).isEmpty();
    var state = "?state=AWAITING_INTERNAL_APPROVAL";
    assertThat(anna.get(REQUESTS + state).ok().path("items")).isEmpty();
    deny(mira).ok();
    anna.get(OUTSIDE).refused(404, "NO_SUCH_REQUEST");
  }

  @Test
  void theCustomerIsShownThePseudonym() {
    approve(mira, 1).ok();
    approve(tom, 2).ok();
    var shown = anna.get(OUTSIDE).ok();
    assertThat(shown.path("engineer").asText()).isEqualTo("Engineer 7");
    assertThat(shown.path("details").path("ticket").path("assignee").asText())
        .isEqualTo("Engineer 7");
    assertThat(shown.toString()).doesNotContain("\"eva\"");
  }

  @Test
  void aNoInsideEndsItAndNothingComesAfterIt() {
    assertThat(deny(tom).ok().path("state").asText()).isEqualTo("DENIED");
    approve(mira, 1).refused(409, "ALREADY_DECIDED");
  }

  @Test
  void theEngineerReadsItAndDecidesNothing() {
    var eva = inside("eva");
    assertThat(eva.get(INSIDE).ok().path("id").asText()).isEqualTo("inside");
    approve(eva, 1).refused(403, "OWN_REQUEST");
    deny(eva).refused(403, "NOT_AN_APPROVER");
  }

  @Test
  void whatWaitsIsListedForThoseWhoMayReadIt() {
    var waiting = "/v1/provider/requests/contoso";
    for (var who : List.of(mira, sam, inside("eva"))) {
      assertThat(who.get(waiting).ok().path("items"))
          .singleElement()
          .satisfies(one -> assertThat(one.path("id").asText()).isEqualTo("inside"));
    }
    assertThat(inside("nils").get(waiting).ok().path("items")).isEmpty();
    anna.get(waiting).refused(404, "NOT_FOUND");
    mira.get("/v1/provider/requests/nobody").refused(404, "NO_SUCH_REQUEST");
    mira.get(waiting + "?limit=0").refused(400, "INVALID_REQUEST");
    approve(mira, 1).ok();
    approve(sam, 2).ok();
    assertThat(mira.get(waiting).ok().path("items")).isEmpty();
  }

  @Test
  void whoHasNothingToDoWithItReadsNothingOfIt() {
    inside("nils").get(INSIDE).refused(404, "NO_SUCH_REQUEST");
    var dora = http.caller("dora", History.PROVIDER, "auditor");
    assertThat(dora.get(INSIDE).ok().path("id").asText()).isEqualTo("inside");
    anna.get(INSIDE).refused(404, "NOT_FOUND");
    approve(anna, 1).refused(404, "NOT_FOUND");
    mira.get("/v1/provider/requests/nobody/inside").refused(404, "NO_SUCH_REQUEST");
    mira.get("/v1/provider/requests/a%20b/r").refused(404, "NO_SUCH_REQUEST");
  }

  @Test
  void aYesInsideIsToAllThatIsAskedForAndToWhatWasRead() {
    var less = "{\"decisionId\":\"less\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    mira.post(INSIDE + "/approve", less).refused(400, "INVALID_REQUEST");
    approve(mira, 7).refused(409, "STALE_VERSION");
  }

  @Test
  void aYesThatTakesLongerCanBeAskedForLater() {
    http.log().be(Mood.UNDECIDED);
    var body = Bodies.decision("slow", 1);
    var answer = mira.post(INSIDE + "/approve", body);
    assertThat(answer.status()).isEqualTo(202);
    var where = answer.header("Location").orElseThrow();
    assertThat(where).isEqualTo(INSIDE + "/decisions/slow");
    mira.get(where).refused(404, "NO_SUCH_DECISION");
    http.log().be(Mood.WELL);
    mira.post(INSIDE + "/approve", body).ok();
    assertThat(mira.get(where).ok().path("id").asText()).isEqualTo("inside");
  }

  private HttpCaller inside(String person) {
    return http.caller(person, History.PROVIDER);
  }

  private Answer approve(HttpCaller who, long ifVersion) {
    attempts++;
    return who.post(INSIDE + "/approve", Bodies.decision("yes-" + attempts, ifVersion));
  }

  private Answer deny(HttpCaller who) {
    attempts++;
    return who.post(INSIDE + "/deny", Bodies.decision("no-" + attempts));
  }
}
