package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is open to everybody, what takes a token, and what takes more than one. */
@ExtendWith(OneHttpRig.class)
class DoorsHttpTest {
  private static final String REQUESTS = "/v1/tenants/contoso/requests";

  private final HttpRig http;

  /** The path of a request that waits. */
  private final String one;

  DoorsHttpTest(HttpRig http) {
    this.http = http;
    this.one = http.requestOfContoso();
  }

  @Test
  void aClaimAloneGrantsNothing() {
    claiming("gus", "auditor").get(one).refused(403, "NO_ROLE");
    claiming("dora", "approver").get(one).refused(403, "NO_ROLE");
    claiming("anna").get(one).refused(403, "NO_ROLE");
    var body = Bodies.decision("d", 1);
    claiming("dora", "auditor").post(one + "/approve", body).refused(403, "NOT_AN_APPROVER");
    claiming("carla", "admin").post(one + "/deny", body).refused(403, "NOT_AN_APPROVER");
  }

  /** Z2: whose it is, is read where the path leads, and nowhere else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/tenants/fabrikam/requests/req-1",
        "/v1/tenants/%66abrikam/requests/req-1",
        "/v1/tenants/contoso%2f..%2ffabrikam/requests/req-1",
        "/v1/tenants/contoso/../fabrikam/requests/req-1",
        "/v1/tenants/contoso/%2e%2e/fabrikam/requests/req-1",
        "/v1/tenants/contoso/..;/fabrikam/requests/req-1",
        "/v1/tenants/contoso/requests/..%2f..%2ffabrikam%2frequests%2freq-1",
        "/v1//tenants/fabrikam/requests/req-1",
        "//v1/tenants/fabrikam/requests/req-1",
        "/v1/tenants/contoso;fabrikam/requests/req-1",
        "/v1/tenants/fabrikam./requests/req-1",
        "/v1/tenants/fabrikam%20/requests/req-1",
        "/v1/tenants/fabrikam%00/requests/req-1",
        "/v1/tenants/contoso,fabrikam/requests/req-1",
        "/v1/tenants/*/requests/req-1",
        "/v1/tenants/%2A/requests/req-1",
        "/v1/tenants/%2566abrikam/requests/req-1"
      })
  void howeverAPathIsSpelledItLeadsToNobodyElse(String path) {
    http.register(FABRIKAM);
    http.open(FABRIKAM, "req-1");
    var anna = claiming("anna", "approver");
    for (var who :
        List.of(
            anna,
            anna.saying("X-Tenant-Id", "fabrikam"),
            anna.saying("X-Original-URL", "/v1/tenants/fabrikam/requests/req-1"),
            anna.saying("X-Forwarded-Prefix", "/v1/tenants/fabrikam"))) {
      var answer = who.get(path);
      assertThat(answer.status()).as(answer.text()).isIn(400, 404);
      assertThat(answer.text()).doesNotContain("\"state\"");
    }
  }

  private HttpCaller claiming(String person, String... roles) {
    return http.caller(person, CONTOSO, roles);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        REQUESTS,
        REQUESTS + "/req-1",
        "/beans",
        "/env",
        "/health/../v1",
        "/docs/%2e%2e/v1"
      })
  void withoutATokenEverythingIsClosed(String path) {
    var answer = http.anybody().get(path);
    answer.refused(401, "UNAUTHENTICATED");
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/prometheus",
        "/docs/index.html",
        "/docs/page.js",
        "/docs/res/swagger-ui-bundle.js",
        "/docs",
        "/openapi/lockbox-api.yml"
      })
  void theseAreOpenToEverybody(String path) {
    assertThat(http.anybody().get(path).status()).as(path).isEqualTo(200);
  }

  @Test
  void noPageRunsWhatIsNotOurs() {
    assertThat(http.anybody().get("/docs").header("Content-Security-Policy"))
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
  }

  @Test
  void healthIsRedUntilItHasCaughtUp() {
    assertThat(http.catchUp()).isNotNull();
    assertThat(http.anybody().get("/health").status()).isEqualTo(503);
  }
}
