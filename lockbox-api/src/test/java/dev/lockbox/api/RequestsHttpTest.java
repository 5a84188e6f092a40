package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer reads of its requests, and of nobody else's. */
@ExtendWith(OneHttpRig.class)
class RequestsHttpTest {
  private static final String REQUESTS = "/v1/tenants/contoso/requests";

  private final HttpRig http;
  private final HttpCaller anna;

  /** The path of a request that waits. */
  private final String one;

  RequestsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.one = http.requestOfContoso();
  }

  @Test
  void showsARequestWithEveryNameItPromises() {
    var shown = anna.get(one).ok();
    assertThat(shown.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "tenant",
            "state",
            "version",
            "engineer",
            "justification",
            "ticket",
            "actions",
            "resources",
            "accessFor",
            "conditions",
            "singleUse",
            "createdAt",
            "decideBy",
            "startsAt",
            "accessUntil",
            "asked",
            "approvals",
            "dialogue",
            "review",
            "closing",
            "lookback",
            "details",
            "evaluation",
            "internalApprovals",
            "advice",
            "digest",
            "practice");
    assertThat(shown.path("asked").isNull()).isTrue();
    assertThat(shown.path("approvals").path("missing").asInt()).isEqualTo(1);
    assertThat(shown.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    assertThat(shown.path("createdAt").asText()).isEqualTo("2026-03-02T08:00:00Z");
    assertThat(shown.path("accessFor").asText()).isEqualTo("PT8H");
    assertThat(shown.path("accessUntil").isNull()).isTrue();
  }

  @Test
  void listsPageByPage() {
    var northwind = new TenantId("northwind");
    var requests = "/v1/tenants/northwind/requests";
    http.register(northwind);
    http.open(northwind, "a");
    http.open(northwind, "b", MORNING.plusSeconds(1));
    var theirs = http.caller("anna", northwind, "approver");
    var list = requests + "?limit=1&state=CUSTOMER_NOTIFIED";
    var first = theirs.get(list).ok();
    assertThat(first.path("items").get(0).path("id").asText()).isEqualTo("b");
    var next = first.path("next").asText();
    var second = theirs.get(list + "&cursor=" + next).ok();
    assertThat(second.path("items").get(0).path("id").asText()).isEqualTo("a");
    assertThat(second.path("next").isNull()).isTrue();
    theirs.get(requests + "?cursor=" + next).refused(400, "INVALID_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=x", "limit=-1", "state=active", "cursor=AAAA"})
  void aQueryThatMakesNoSenseIsRefused(String query) {
    anna.get(REQUESTS + "?" + query).refused(400, "INVALID_REQUEST");
  }

  @Test
  void whatIsNotThereAndWhatIsAnothersLookAlike() {
    http.register(FABRIKAM);
    http.open(FABRIKAM, "req-1001");
    var unknown = anna.get(REQUESTS + "/nothing").refused(404, "NO_SUCH_REQUEST");
    for (var path :
        new String[] {
          "/v1/tenants/fabrikam/requests",
          "/v1/tenants/fabrikam/requests/req-1001",
          "/v1/tenants/nobody/requests",
          "/v1/tenants/CONTOSO/requests",
          REQUESTS + "/bad%20id",
          REQUESTS + "/nothing/events"
        }) {
      var hidden = anna.get(path).refused(404, "NO_SUCH_REQUEST");
      assertThat(hidden.path("detail")).isEqualTo(unknown.path("detail"));
      assertThat(hidden.path("title")).isEqualTo(unknown.path("title"));
    }
    var denial = Bodies.decision("d-9", 1);
    var posted = anna.post(REQUESTS + "/nothing/deny", denial).refused(404, "NO_SUCH_REQUEST");
    assertThat(posted.path("detail")).isEqualTo(unknown.path("detail"));
    anna.post("/v1/tenants/fabrikam/requests/x/deny", denial).refused(404, "NO_SUCH_REQUEST");
  }
}
