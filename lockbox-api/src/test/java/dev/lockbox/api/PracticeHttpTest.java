package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Practice over HTTP and on the pages: the whole way, and nothing is opened (F90). */
@ExtendWith(OneHttpRig.class)
class PracticeHttpTest {
  private static final String SIMULATIONS = "/v1/tenants/contoso/simulations";
  private static final String PORTAL = "/portal/tenants/contoso";

  private final HttpRig http;
  private final HttpCaller anna;

  PracticeHttpTest(HttpRig http) {
    this.http = http;
    http.requestOfContoso();
    this.anna = http.caller("anna", CONTOSO, "approver");
  }

  private static String body(String id) {
    return """
    {"decisionId":"%s","actions":["k8s.pod.logs"],
    "resources":["/clusters/aro1/ns/openshift-etcd"]}\
    """
        .formatted(id);
  }

  @Test
  void itIsOpenedReadApprovedByWhoStartedItAndGrantsNothing() {
    var opened = anna.post(SIMULATIONS, body("p1")).ok();
    assertThat(opened.path("id").asText()).isEqualTo("practice-p1");
    assertThat(opened.path("practice").asBoolean()).isTrue();
    assertThat(opened.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(opened.path("engineer").asText()).isEqualTo("practice-engineer");

    var request = "/v1/tenants/contoso/requests/practice-p1";
    var yes = anna.post(request + "/approve", "{\"decisionId\":\"d1\",\"ifVersion\":1}").ok();
    assertThat(yes.path("state").asText()).isEqualTo("PRACTISED");
    assertThat(yes.path("accessUntil").isNull()).isTrue();
    assertThat(
            anna.get("/v1/tenants/contoso/entitlements?engineer=practice-engineer")
                .ok()
                .path("items"))
        .isEmpty();
    var events = anna.get(request + "/events").ok().path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly("RequestOpened", "PracticeCompleted");
    assertThat(events.findValuesAsText("practice")).containsOnly("true");
  }

  @Test
  void whatIsInEarnestSaysThatItIs() {
    var real = anna.get("/v1/tenants/contoso/requests/req-1").ok();
    assertThat(real.path("practice").asBoolean(true)).isFalse();
  }

  @Test
  void theSameAttemptIsOneRequestAndAFourthIsTooMuch() {
    anna.post(SIMULATIONS, body("p1")).ok();
    anna.post(SIMULATIONS, body("p1")).ok();
    http.caller("carla", CONTOSO, "admin").post(SIMULATIONS, body("p2")).ok();
    anna.post(SIMULATIONS, body("p3")).ok();
    var refused = anna.post(SIMULATIONS, body("p4"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).contains("TOO_MUCH_PRACTICE");
  }

  @Test
  void whatCannotBeAskedForIsNot() {
    for (var garbled :
        List.of(
            "{}",
            body("p1").replace("[\"k8s.pod.logs\"]", "[]"),
            body("p1").replace("k8s.pod.logs", "not an action"),
            body("p1").replace("{", "{\"engineer\":\"eva\","),
            body("p1").replace("{", "{\"accessFor\":\"long\","))) {
      assertThat(anna.post(SIMULATIONS, garbled).status()).as(garbled).isEqualTo(400);
    }
  }

  @Test
  void onlyWhoActsForTheCustomerStartsIt() {
    for (var role : List.of("auditor", "reader", "security_admin", "policy_editor")) {
      assertThat(http.caller("dora", CONTOSO, role).post(SIMULATIONS, body("p1")).status())
          .as(role)
          .isEqualTo(403);
    }
    // The token says so, and the log does not.
    assertThat(http.caller("dora", CONTOSO, "approver").post(SIMULATIONS, body("p1")).status())
        .isEqualTo(403);
    http.register(FABRIKAM);
    assertThat(http.caller("femi", FABRIKAM, "approver").post(SIMULATIONS, body("p1")).status())
        .isEqualTo(404);
  }

  @Test
  void azuresWordsKnowNothingOfIt() {
    anna.post(SIMULATIONS, body("p1")).ok();
    var azure = "/subscriptions/contoso/providers/Microsoft.CustomerLockbox/requests";
    assertThat(anna.get(azure).text()).contains("req-1").doesNotContain("practice");
    assertThat(anna.get(azure + "/practice-p1").status()).isEqualTo(404);
  }

  @Test
  void aPageStartsItSaysWhatItIsAndWhatCameOfIt() {
    var visitor = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    var form =
        visitor
            .open(PORTAL + "/waiting")
            .form("Start practice")
            .with("actions", "k8s.pod.logs")
            .with("resources", "/clusters/aro1/ns/openshift-etcd");
    var page = visitor.submit(form);
    assertThat(page.text())
        .contains("This is practice: nothing will be opened.", "practice-engineer");
    assertThat(visitor.open(PORTAL + "/waiting").text()).contains("Practice", "req-1");
    var after = visitor.submit(page.form("Approve"));
    assertThat(after.verdict()).contains("This was practice, and nothing was opened");
    assertThat(after.text()).contains("Practised, nothing was opened");
    assertThat(visitor.open(PORTAL + "/grants").text()).contains("Nobody has access now");
  }

  @Test
  void aPageTellsInWordsThatItIsTooMuchAndOffersItToNobodyElse() {
    for (var id : List.of("p1", "p2", "p3")) {
      anna.post(SIMULATIONS, body(id)).ok();
    }
    var visitor = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    var form =
        visitor
            .open(PORTAL + "/waiting")
            .form("Start practice")
            .with("actions", "k8s.pod.logs")
            .with("resources", "/clusters/aro1/ns/openshift-etcd");
    assertThat(PortalPage.of(visitor.send(form)).text())
        .contains("As much practice waits at the customer as may at once");
    var auditor = PortalVisitor.signedIn(http, "dora", CONTOSO, "auditor");
    assertThat(auditor.open(PORTAL + "/waiting").text()).doesNotContain("Practise");
  }
}
