package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other sites in a browser (H7), and what proxies and others say of a caller (H10). */
@ExtendWith(OneHttpRig.class)
class ElsewhereHttpTest {
  private final HttpRig http;
  private final HttpCaller anna;

  /** The path of a request that waits. */
  private final String one;

  ElsewhereHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.one = http.requestOfContoso();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "*",
        "https://evil.example",
        "http://localhost",
        "http://127.0.0.1:1",
        "http://127.0.0.1.evil.example",
        "https://evil.example/http://127.0.0.1",
        "file://",
        "OURS",
        "OURS.evil.example"
      })
  void noOtherSiteIsLetReadOrAsk(String site) {
    var origin = site.replace("OURS", http.base().toString());
    for (var who : List.of(anna, http.anybody())) {
      for (var path :
          List.of(one, "/docs", "/health/liveness", "/portal", "/.well-known/jwks.json")) {
        unshared(from(origin, who).get(path));
      }
      unshared(from(origin, who).post(one + "/approve", "{}"));
    }
    var asked =
        http.send(
            "OPTIONS",
            one + "/deny",
            Map.of(
                "Origin", origin,
                "Access-Control-Request-Method", "POST",
                "Access-Control-Request-Headers", "authorization,content-type"),
            "application/json",
            "");
    unshared(asked);
    assertThat(asked.status()).isBetween(400, 499);
    assertThat(http.log().appended()).isZero();
  }

  /** Nor in a browser that keeps a session here. */
  @Test
  void noOtherSiteReadsPages() {
    var browser = http.browser();
    browser.arrive("/portal", "anna", CONTOSO, "approver");
    var headers = Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");
    unshared(browser.send("GET", "/portal/tenants/contoso/requests/req-1", headers, ""));
    unshared(browser.send("OPTIONS", "/portal/tenants/contoso/requests/req-1/deny", headers, ""));
    assertThat(http.log().appended()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "X-Tenant, fabrikam",
    "X-Tenant-Id, fabrikam",
    "X-Forwarded-User, ben",
    "X-Remote-User, ben",
    "Remote-User, ben",
    "X-User, ben",
    "X-Roles, admin",
    "X-Forwarded-For, 127.0.0.1",
    "X-Forwarded-Host, evil.example",
    "X-Forwarded-Proto, https",
    "X-Forwarded-Prefix, /v1/tenants/fabrikam",
    "Forwarded, for=127.0.0.1;host=evil.example",
    "X-Original-URL, /v1/tenants/fabrikam/requests/req-1/approve",
    "X-Rewrite-URL, /v1/tenants/fabrikam/requests/req-1/approve",
    "X-Client-Cert, CN=ben",
    "kafka.topic, lockbox.events",
    "kafka.key, fabrikam",
    "kafka_partition, 0",
    "lockbox-command-id, intake-0-0",
    "Idempotency-Key, other",
    "traceparent, 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
  })
  void whoSaysItAndForWhomIsOfTheTokenAndThePathAlone(String header, String value) {
    http.register(FABRIKAM);
    var theirs = http.open(FABRIKAM, "req-1");
    var granted = anna.saying(header, value).post(one + "/approve", Bodies.decision("d", 1)).ok();
    assertThat(granted.path("tenant").asText()).isEqualTo("contoso");
    var events = http.caller("dora", CONTOSO, "auditor").get(one + "/events").ok().path("items");
    assertThat(events.get(1).path("actor").asText()).isEqualTo("anna");
    assertThat(events.get(1).path("decisionId").asText()).isEqualTo("d");
    var ben = http.caller("ben", FABRIKAM, "approver");
    assertThat(ben.get(theirs).ok().path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    http.anybody().saying(header, value).get(one).refused(401, "UNAUTHENTICATED");
    http.caller("gus", CONTOSO, "approver")
        .saying(header, value)
        .post(one + "/revoke", Bodies.decision("d"))
        .refused(403, "NOT_AN_APPROVER");
  }

  private static HttpCaller from(String origin, HttpCaller who) {
    return who.saying("Origin", origin);
  }

  private static void unshared(Answer answer) {
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
  }
}
