package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.resource.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script for Azure's Customer Lockbox reads and asks for. */
@ExtendWith(OneHttpRig.class)
class AzureHttpTest {
  private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
  private static final String MACHINES =
      "/subscriptions/%s/resourceGroups/%s/providers/Microsoft.Compute/virtualMachines/%s";
  private static final String MACHINE = MACHINES.formatted(SUBSCRIPTION, "demo", "vm1");
  private static final String VERSION = "?api-version=2018-02-28-preview";
  private static final String ENROLMENT = "/providers/Microsoft.CustomerLockbox";
  private static final String YES = "{\"status\":\"Approve\",\"reason\":\"agreed\"}";
  private static final String NO = "{\"status\":\"Deny\",\"reason\":\"not now\"}";

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller carla;

  /** Requests wait for Contoso: one on a machine of the subscription, one elsewhere. */
  AzureHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.carla = http.caller("carla", CONTOSO, "admin");
    http.register(CONTOSO);
    http.open(CONTOSO, "elsewhere");
    var machines = MACHINES.formatted("{subscription}", "{group}", "{vm}");
    var type = Types.type("arm.vm", machines, "vm.metrics.read");
    http.log().history().offering(Catalogue.BUILT_IN.with(List.of(type)));
    var asked =
        new Asked(
            EVA,
            new PersonalText(EVA, Cast.JUSTIFICATION),
            Optional.of(Cast.TICKET),
            List.of(new ActionName("vm.metrics.read")),
            List.of(new ResourceName(MACHINE)),
            Optional.empty());
    var by = new Attempt(JIT, new DecisionId("open"));
    http.decide(
        new OpenRequest(new RequestId(CONTOSO, "machine"), by, asked), MORNING.plusSeconds(1));
  }

  private static String requests(String subscription) {
    return "/subscriptions/%s/providers/Microsoft.CustomerLockbox/requests".formatted(subscription);
  }

  private static String one(String id) {
    return requests(SUBSCRIPTION) + "/" + id;
  }

  private static String update(String id) {
    return one(id) + "/updateApproval" + VERSION;
  }

  @Test
  void aRequestIsShownInAzuresShape() {
    var shown = anna.get(one("machine") + VERSION).ok();
    assertThat(shown.path("id").asText()).isEqualTo(one("machine"));
    assertThat(shown.path("name").asText()).isEqualTo("machine");
    assertThat(shown.path("type").asText()).isEqualTo("Microsoft.CustomerLockbox/requests");
    var said = shown.path("properties");
    assertThat(said.path("requestId").asText()).isEqualTo("machine");
    assertThat(said.path("justification").asText()).isEqualTo(Cast.JUSTIFICATION);
    assertThat(said.path("status").asText()).isEqualTo("Pending");
    assertThat(said.path("createdDateTime").asText()).isEqualTo("2026-03-02T08:00:01Z");
    assertThat(said.path("expirationDateTime").asText()).isEqualTo("2026-03-06T08:00:01Z");
    assertThat(said.path("duration").asText()).isEqualTo("8");
    assertThat(said.path("resourceIds").asText()).isEqualTo(MACHINE);
    assertThat(said.path("resourceType").asText()).isEqualTo("Microsoft.Compute/virtualMachines");
    assertThat(said.path("supportRequest").asText()).isEqualTo("INC-4711");
    assertThat(said.path("supportCaseUrl").asText()).startsWith("https://servicedesk.example/");
    assertThat(said.path("workItemSource").asText()).isEqualTo("servicedesk");
    assertThat(said.path("subscriptionId").asText()).isEqualTo(SUBSCRIPTION);
  }

  @Test
  void aSubscriptionHoldsWhatTouchesItAndTheCustomersIdHoldsAll() {
    assertThat(names(requests(SUBSCRIPTION))).containsExactly("machine");
    assertThat(names(requests("contoso"))).containsExactly("machine", "elsewhere");
    assertThat(names(requests(SUBSCRIPTION.substring(1)))).isEmpty();
    refused(anna.get(one("elsewhere")), 404, "NO_SUCH_REQUEST");
    anna.get(requests("contoso") + "/elsewhere").ok();
  }

  @Test
  void aListIsFilteredByStatus() {
    anna.post(update("machine"), YES).ok();
    var by = requests("contoso") + VERSION + "&$filter=properties/status%20eq%20'{0}'";
    assertThat(names(by.replace("{0}", "Pending"))).containsExactly("elsewhere");
    assertThat(names(by.replace("{0}", "Approved"))).containsExactly("machine");
    assertThat(names(by.replace("{0}", "Unknown"))).isEmpty();
  }

  @Test
  void aLongListGoesOnByItsLink() {
    for (var i = 0; i < 100; i++) {
      http.open(CONTOSO, "r" + i);
    }
    var first = anna.get(requests("contoso") + VERSION).ok();
    assertThat(first.path("value")).hasSize(100);
    var rest = anna.get(first.path("nextLink").asText()).ok();
    assertThat(rest.path("value")).hasSize(2);
    assertThat(rest.path("nextLink").isNull()).isTrue();
  }

  @Test
  void aYesGrantsLikeAnyOther() {
    var told = anna.post(update("machine"), YES).ok();
    assertThat(told.path("status").asText()).isEqualTo("Approve");
    assertThat(told.path("reason").asText()).isEqualTo("agreed");
    assertThat(status("machine")).isEqualTo("Approved");
    var events = anna.get("/v1/tenants/contoso/requests/machine/events").ok().path("items");
    assertThat(events.get(1).path("type").asText()).isEqualTo("RequestApproved");
    assertThat(events.get(1).path("actor").asText()).isEqualTo("anna");
    assertThat(events.get(1).path("reason").asText()).isEqualTo("agreed");
    anna.post(update("machine"), NO).ok();
    assertThat(status("machine")).isEqualTo("Revoked");
  }

  @Test
  void aNoIsTakenWhateverTheSubscription() {
    anna.post(update("elsewhere"), NO).ok();
    var denied = anna.get(requests("contoso") + "/elsewhere").ok();
    assertThat(denied.at("/properties/status").asText()).isEqualTo("Denied");
    refused(anna.post(update("elsewhere"), YES), 404, "NO_SUCH_REQUEST");
  }

  @Test
  void aYesMayNameTheVersionThatWasRead() {
    var request = "/v1/tenants/contoso/requests/machine";
    var tag = anna.get(request).header("ETag").orElseThrow();
    var other = tag.replace("\"1-", "\"9-");
    refused(anna.saying("If-Match", other).post(update("machine"), YES), 409, "STALE_VERSION");
    refused(anna.saying("If-Match", "*").post(update("machine"), YES), 400, "INVALID_REQUEST");
    assertThat(status("machine")).isEqualTo("Pending");
    anna.saying("If-Match", tag).post(update("machine"), YES).ok();
  }

  @Test
  void aYesMayNameWhatWasReadHere() {
    var read = anna.get(one("machine") + VERSION);
    assertThat(read.ok().has("version")).isFalse();
    var tag = read.header("ETag").orElseThrow();
    assertThat(anna.saying("If-None-Match", tag).get(one("machine")).status()).isEqualTo(304);
    anna.saying("If-Match", tag).post(update("machine"), YES).ok();
    assertThat(anna.saying("If-None-Match", tag).get(one("machine")).status()).isEqualTo(200);
  }

  @Test
  void theRulesSayNoAsEverywhere() {
    var eva = http.caller("eva", CONTOSO, "approver");
    refused(eva.post(update("machine"), NO), 403, "NOT_AN_APPROVER");
    http.clock().set(MORNING.plus(Duration.ofDays(5)));
    assertThat(status("machine")).isEqualTo("Expired");
    refused(anna.post(update("machine"), YES), 410, "TOO_LATE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"status\":\"Revoke\"}",
        "{\"status\":\"approve\"}",
        "{\"status\":null}",
        "{\"status\":\"Deny\",\"status\":\"Approve\"}",
        "{\"status\":\"Approve\",\"approver\":\"ben\"}"
      })
  void whatIsNoApprovalIsRefused(String body) {
    refused(anna.post(update("machine"), body), 400, "INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?api-version=2030-01-01",
        "?$filter=status",
        "?$filter=properties/status%20eq%20'pending'",
        "?$filter=properties/status%20ne%20'Pending'",
        "?$skiptoken=AAAA"
      })
  void aQueryThatMakesNoSenseIsRefused(String query) {
    refused(anna.get(requests(SUBSCRIPTION) + query), 400, "INVALID_REQUEST");
  }

  @Test
  void anotherCustomersIsNotThere() {
    http.register(FABRIKAM);
    var theirs = http.caller("anna", FABRIKAM, "approver");
    assertThat(theirs.get(requests(SUBSCRIPTION)).ok().path("value")).isEmpty();
    assertThat(theirs.get(requests("contoso")).ok().path("value")).isEmpty();
    var hidden = theirs.get(one("machine"));
    refused(hidden, 404, "NO_SUCH_REQUEST");
    assertThat(theirs.get(one("nothing")).text()).isEqualTo(hidden.text());
    refused(theirs.post(update("machine"), YES), 404, "NO_SUCH_REQUEST");
    refused(theirs.post(update("machine"), NO), 404, "NO_SUCH_REQUEST");
    refused(theirs.get(ENROLMENT + "/tenantOptedIn/contoso"), 404, "NO_SUCH_REQUEST");
    assertThat(status("machine")).isEqualTo("Pending");
  }

  @Test
  void withoutATokenNothingIsThere() {
    refused(http.anybody().get(requests(SUBSCRIPTION)), 401, "UNAUTHENTICATED");
    refused(http.anybody().post(update("machine"), YES), 401, "UNAUTHENTICATED");
  }

  @Test
  void aDecisionThatTakesLongerIsTakenDownAndOneThatMayBeLostIsNoNo() {
    http.log().be(Mood.UNDECIDED);
    anna.post(update("machine"), YES).is(202);
    http.log().be(Mood.FAILING);
    refused(anna.post(update("machine"), NO), 503, "OUTCOME_UNKNOWN");
  }

  @Test
  void aCustomerIsPutBehindTheLockboxAndTakenOut() {
    assertThat(isOptedIn()).isTrue();
    var out = carla.post(ENROLMENT + "/disableLockbox" + VERSION, "").ok();
    assertThat(out.path("isOptedIn").asBoolean()).isFalse();
    assertThat(isOptedIn()).isFalse();
    assertThat(carla.post(ENROLMENT + "/disableLockbox" + VERSION, "").ok()).isEqualTo(out);
    carla.post(ENROLMENT + "/enableLockbox" + VERSION, "").ok();
    assertThat(isOptedIn()).isTrue();
    refused(anna.post(ENROLMENT + "/disableLockbox", ""), 403, "NOT_AN_ADMIN");
  }

  private boolean isOptedIn() {
    var told = anna.get(ENROLMENT + "/tenantOptedIn/contoso" + VERSION).ok();
    return told.path("isOptedIn").asBoolean();
  }

  private String status(String id) {
    return anna.get(one(id)).ok().at("/properties/status").asText();
  }

  private List<String> names(String path) {
    return anna.get(path).ok().path("value").findValuesAsText("name");
  }

  private static void refused(Answer answer, int status, String code) {
    JsonNode error = answer.is(status).path("error");
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(error.path("code").asText()).as(answer.text()).isEqualTo(code);
    assertThat(error.path("message").asText()).isNotBlank();
  }
}
