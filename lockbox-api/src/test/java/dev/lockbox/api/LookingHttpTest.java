package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H6: whoever looks, whoever they are and however they ask, changes nothing. */
@ExtendWith(OneHttpRig.class)
class LookingHttpTest {
  private static final List<String> OTHERS =
      List.of("GET", "HEAD", "OPTIONS", "TRACE", "PATCH", "DELETE", "APPROVE");

  private final HttpRig http;
  private final HttpCaller anna;

  /** The path of a request that waits. */
  private final String one;

  LookingHttpTest(HttpRig http) {
    this.http = http;
    http.registerProvider();
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.one = http.requestOfContoso();
  }

  @Test
  void noGetOfAnyRouteAsksForAnything() {
    var before = anna.get(one).ok();
    var visited = 0;
    for (var who : everybody()) {
      for (var route : http.routes()) {
        if (route.startsWith("GET ")) {
          who.get(path(route));
          assertThat(http.log().appended()).as(route).isZero();
          visited++;
        }
      }
    }
    assertThat(visited).isGreaterThan(100);
    assertThat(anna.get(one).ok()).isEqualTo(before);
  }

  @Test
  void noPageAsksForAnythingWhoeverIsSignedIn() {
    for (var role : List.of("approver", "admin", "auditor")) {
      var person = Map.of("approver", "anna", "admin", "carla", "auditor", "dora").get(role);
      var visitor = PortalVisitor.signedIn(http, person, CONTOSO, role);
      for (var route : http.routes()) {
        if (route.startsWith("GET ") && !route.contains("/signin")) {
          visitor.get(path(route));
          assertThat(http.log().appended()).as(route).isZero();
        }
      }
    }
  }

  /** With everything that the right method would take. */
  @Test
  void whatDecidesIsAskedForByItsOwnMethodAlone() {
    for (var route : http.routesOfTokens()) {
      var parts = route.split(" ");
      if (!parts[0].equals("GET")) {
        for (var method : OTHERS) {
          var answer = anna.send(method, path(route), Bodies.decision("d", 1));
          var isRead = http.routes().contains("GET " + parts[1]) && method.matches("GET|HEAD");
          assertThat(answer.status()).as("%s %s", method, route).isBetween(isRead ? 200 : 400, 499);
        }
      }
    }
    assertThat(http.log().appended()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "X-HTTP-Method-Override, POST",
    "X-HTTP-Method, POST",
    "X-Method-Override, POST",
    "X-Original-Method, POST",
    "X-HTTP-Method-Override, approve"
  })
  void noHeaderMakesAnotherMethodOfIt(String header, String value) {
    for (var what : List.of("approve", "deny", "revoke", "ask", "offer")) {
      for (var method : OTHERS) {
        anna.saying(header, value).send(method, one + "/" + what, Bodies.decision("d", 1));
      }
    }
    assertThat(http.log().appended()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"_method=POST", "method=POST", "decisionId=d&ifVersion=1", "action=approve"})
  void noQueryDoesEither(String query) {
    for (var path : List.of(one, one + "/approve", one + "/deny")) {
      anna.get(path + "?" + query);
      anna.send("OPTIONS", path + "?" + query, "");
    }
    assertThat(http.log().appended()).isZero();
  }

  private List<HttpCaller> everybody() {
    return List.of(
        http.anybody(),
        anna,
        http.caller("carla", CONTOSO, "admin"),
        http.caller("carla", History.PROVIDER, "admin"),
        http.caller(GATEWAY.value(), History.PROVIDER, "gateway"));
  }

  private static String path(String route) {
    var path =
        route
            .split(" ", 2)[1]
            .replaceAll("\\{(tenant|tenantId|subscriptionId)}", "contoso")
            .replaceAll("\\{(id|requestId)}", "req-1")
            .replace("{decisionId}", "d")
            .replace("{engineer}", "eva")
            .replace("{role}", "role-1")
            .replaceAll("\\{[^}]*}", "x");
    // No sequence: a stream that is let through ends at once.
    return path.endsWith("/stream") || path.endsWith("/news") ? path + "?after=x" : path;
  }
}
