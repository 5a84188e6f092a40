package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An API that takes few calls of anybody. */
class RatesHttpTest {
  private static final String PATH = "/v1/tenants/contoso/requests/req-1";
  private static final String SETTINGS = "/v1/tenants/contoso/settings";
  private static final String AZURE =
      "/subscriptions/contoso/providers/Microsoft.CustomerLockbox/requests/req-1/updateApproval";
  private static final String PAGE = "/portal/tenants/contoso/requests/req-1";

  @Test
  void whoAsksForTooMuchIsSentAwayAndMaySayNoAllTheSame() {
    try (var http = HttpRig.start(Map.of("lockbox.api.rates.changes", 3))) {
      http.forget();
      http.requestOfContoso();
      var anna = http.caller("anna", CONTOSO, "approver", "admin");
      for (var attempt = 0; attempt < 3; attempt++) {
        assertThat(anna.post(PATH + "/ask", "{}").status()).isEqualTo(400);
      }
      var away = anna.post(PATH + "/approve", Bodies.decision("yes", 1));
      away.refused(429, "TOO_MANY_CALLS");
      assertThat(away.header("Retry-After"))
          .hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 21));
      http.anybody().post(PATH + "/approve", "{}").refused(401, "UNAUTHENTICATED");
      assertThat(anna.get(PATH).ok().path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
      anna.post(PATH + "/deny", Bodies.decision("no")).ok();
      var others = http.caller("ben", CONTOSO, "approver");
      assertThat(others.post(PATH + "/ask", "{}").status()).isEqualTo(400);
    }
  }

  /** Each is on record, under one id or another; so only the rate keeps the log from filling up. */
  @Test
  void whatChangesNothingIsCountedAsAChangeAndMoreOfItIsNotTakenDown() {
    try (var http = HttpRig.start(Map.of("lockbox.api.rates.changes", 3))) {
      http.forget();
      http.requestOfContoso();
      var carla = http.caller("carla", CONTOSO, "admin", "approver");
      var holds = carla.get(SETTINGS).ok();
      for (var decision : List.of("s-1", "s-1", "s-2")) {
        assertThat(carla.put(SETTINGS, asItStands(decision, holds)).ok()).isEqualTo(holds);
      }
      for (var decision : List.of("s-1", "s-2", "s-3")) {
        carla.put(SETTINGS, asItStands(decision, holds)).refused(429, "TOO_MANY_CALLS");
      }
      var refused =
          "/v1/tenants/contoso/events?operation=ChangeLockboxSettings&type=CommandRefused";
      assertThat(carla.get(refused).ok().path("items").findValuesAsText("decisionId"))
          .containsExactly("s-2", "s-1", "s-1");
    }
  }

  private static String asItStands(String decision, JsonNode holds) {
    return Bodies.settings(decision, holds.path("settings"), holds.path("version").asLong());
  }

  @Test
  void formsOfPagesAreCountedTooAndANoOfOneByItself() {
    try (var http = HttpRig.start(Map.of("lockbox.api.rates.changes", 3))) {
      http.forget();
      http.requestOfContoso();
      var anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
      var page = anna.open(PAGE);
      for (var attempt = 0; attempt < 3; attempt++) {
        assertThat(anna.send(page.form("Ask")).status()).isEqualTo(400);
      }
      var away = anna.send(page.form("Approve"));
      assertThat(away.status()).isEqualTo(429);
      assertThat(away.header("Retry-After")).isPresent();
      assertThat(PortalPage.of(away).text()).contains("Nothing was taken down");
      http.caller("anna", CONTOSO, "approver")
          .post(PATH + "/ask", "{}")
          .refused(429, "TOO_MANY_CALLS");
      assertThat(anna.submit(page.form("Deny")).verdict()).contains("You said no");
    }
  }

  @Test
  void pagesAreCountedAsReading() {
    try (var http = HttpRig.start(Map.of("lockbox.api.rates.reads", 3))) {
      http.forget();
      http.requestOfContoso();
      var anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
      for (var attempt = 0; attempt < 3; attempt++) {
        anna.open(PAGE);
      }
      assertThat(anna.get(PAGE).status()).isEqualTo(429);
      PortalVisitor.signedIn(http, "ben", CONTOSO, "approver").open(PAGE);
    }
  }

  @Test
  void aNoOfAzuresAndALostKeyAreNoesAndAYesIsNone() {
    try (var http = HttpRig.start(Map.of("lockbox.api.rates.changes", 3))) {
      http.forget();
      http.requestOfContoso();
      var anna = http.caller("anna", CONTOSO, "approver");
      for (var attempt = 0; attempt < 3; attempt++) {
        assertThat(anna.post(PATH + "/ask", "{}").status()).isEqualTo(400);
      }
      var yes = "{\"status\":\"Approve\",\"reason\":\"Deny\"}";
      for (var body :
          List.of(yes, "{}", "{\"status\":\"Approve\",\"status\":\"Deny\",\"reason\":\"\"}")) {
        var away = anna.post(AZURE, body).is(429);
        assertThat(away.at("/error/code").asText()).isEqualTo("TOO_MANY_CALLS");
      }
      anna.post("/v1/tenants/contoso/keys/" + "ab".repeat(32) + "/withdraw", "{}").is(400);
      var denied = anna.post(AZURE, "{\"status\":\"Deny\",\"reason\":\"no\"}").ok();
      assertThat(denied.path("status").asText()).isEqualTo("Deny");
      assertThat(anna.get(PATH).ok().path("state").asText()).isEqualTo("DENIED");
    }
  }

  @Test
  void whoTakesARoleAwayIsNotKeptFromItByChanges() {
    try (var http = HttpRig.start(Map.of("lockbox.api.rates.changes", 3))) {
      http.forget();
      http.registerProvider();
      var carla = http.caller("carla", History.PROVIDER, "admin");
      var roles = "/v1/provider/roles/readers";
      for (var attempt = 0; attempt < 3; attempt++) {
        assertThat(carla.put(roles, "{}").status()).isEqualTo(400);
      }
      carla.put(roles, "{}").refused(429, "TOO_MANY_CALLS");
      carla.post(roles + "/withdraw", "{\"decisionId\":\"w\"}").refused(404, "NO_SUCH_ROLE");
      carla
          .post(
              "/v1/provider/engineers/eva/roles/readers/end",
              "{\"decisionId\":\"e\",\"reason\":null}")
          .refused(404, "NO_SUCH_MEMBERSHIP");
    }
  }

  @Test
  void whoTriesTokensIsSentAwayAndWhoHasAGoodOneIsNot() {
    try (var http = HttpRig.start(Map.of("lockbox.api.rates.strangers", 4))) {
      http.forget();
      http.requestOfContoso();
      var guesser = http.bearing("not.a.token");
      for (var attempt = 0; attempt < 4; attempt++) {
        guesser.get(PATH).refused(401, "UNAUTHENTICATED");
      }
      var away = guesser.get(PATH);
      away.refused(429, "TOO_MANY_CALLS");
      assertThat(away.header("Retry-After")).isPresent();
      assertThat(away.header("Cache-Control")).contains("no-store");
      assertThat(guesser.get(AZURE).is(429).at("/error/code").asText()).isEqualTo("TOO_MANY_CALLS");
      assertThat(http.browser().get("/signin").status()).isEqualTo(429);
      http.anybody().get("/health/liveness").ok();
      http.caller("anna", CONTOSO, "approver").post(PATH + "/deny", Bodies.decision("no")).ok();
    }
  }
}
