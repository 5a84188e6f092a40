package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.signature.SoftKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a program reads has a tag, but for what never ends. */
@ExtendWith(OneHttpRig.class)
class TagsOfRoutesHttpTest {
  private static final Set<String> STREAMS =
      Set.of(
          "GET /v1/tenants/{tenant}/events/stream", "GET /v1/tenants/{tenant}/revocations/stream");

  private static final List<String> OF_PROGRAMS =
      List.of("GET /v1/", "GET /subscriptions/", "GET /providers/", "GET /.well-known/");

  /** Where there is something to read, by the route. */
  private static final Map<String, String> PATHS = new TreeMap<>();

  static {
    var tenant = "/v1/tenants/{tenant}";
    for (var path :
        List.of(
            "/activity",
            "/compliance",
            "/events",
            "/exclusions",
            "/keys",
            "/requests",
            "/sessions",
            "/settings")) {
      PATHS.put("GET " + tenant + path, "/v1/tenants/contoso" + path);
    }
    PATHS.put("GET " + tenant + "/entitlements", "/v1/tenants/contoso/entitlements?engineer=eva");
    PATHS.put("GET " + tenant + "/exclusions/{id}", "/v1/tenants/contoso/exclusions/x-1");
    PATHS.put(
        "GET " + tenant + "/keys/decisions/{decisionId}", "/v1/tenants/contoso/keys/decisions/k");
    PATHS.put(
        "GET " + tenant + "/settings/decisions/{decisionId}",
        "/v1/tenants/contoso/settings/decisions/s");
    for (var path : List.of("", "/events", "/sessions")) {
      PATHS.put(
          "GET " + tenant + "/requests/{id}" + path, "/v1/tenants/contoso/requests/req-1" + path);
    }
    PATHS.put(
        "GET " + tenant + "/requests/{id}/decisions/{decisionId}",
        "/v1/tenants/contoso/requests/req-1/decisions/d");

    var provider = "/v1/provider";
    for (var path : List.of("/engineers", "/roles")) {
      PATHS.put("GET " + provider + path, provider + path);
    }
    PATHS.put("GET " + provider + "/engineers/{engineer}", provider + "/engineers/eva");
    PATHS.put("GET " + provider + "/roles/{role}", provider + "/roles/role-1");
    PATHS.put(
        "GET " + provider + "/exclusions/{tenant}/{id}", provider + "/exclusions/contoso/x-1");
    PATHS.put("GET " + provider + "/requests/{tenant}", provider + "/requests/contoso");
    PATHS.put("GET " + provider + "/requests/{tenant}/{id}", provider + "/requests/contoso/inside");
    PATHS.put(
        "GET " + provider + "/requests/{tenant}/{id}/decisions/{decisionId}",
        provider + "/requests/contoso/inside/decisions/m");

    var azure = "/subscriptions/{subscriptionId}/providers/Microsoft.CustomerLockbox/requests";
    var requests = azure.replace("{subscriptionId}", "contoso");
    PATHS.put("GET " + azure, requests);
    PATHS.put("GET " + azure + "/{requestId}", requests + "/req-1");
    PATHS.put(
        "GET /providers/Microsoft.CustomerLockbox/tenantOptedIn/{tenantId}",
        "/providers/Microsoft.CustomerLockbox/tenantOptedIn/contoso");

    PATHS.put(
        "GET /.well-known/lockbox/{tenant}/approvers", "/.well-known/lockbox/contoso/approvers");
    PATHS.put("GET /.well-known/jwks.json", "/.well-known/jwks.json");
    PATHS.put("GET /.well-known/authzen-configuration", "/.well-known/authzen-configuration");
  }

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller carla;
  private final HttpCaller mira;

  /** Something of everything there is, and everybody has said something of it. */
  TagsOfRoutesHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver", "admin");
    this.carla = http.caller("carla", CONTOSO, "admin");
    this.mira = http.caller("mira", History.PROVIDER);
    http.registerProvider();
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    anna.post(http.open(CONTOSO, "req-1") + "/deny", Bodies.decision("d")).ok();
    http.log().history().wanting(TWO_INTERNAL_STAGES);
    http.openDetailed(new RequestId(CONTOSO, "inside"));
    mira.post("/v1/provider/requests/contoso/inside/approve", Bodies.decision("m", 1)).ok();
    var insider = http.caller("carla", History.PROVIDER, "admin");
    insider.put("/v1/provider/roles/role-1", UnknownNamesHttpTest.definition("r")).ok();
    insider.put("/v1/provider/engineers/eva", UnknownNamesHttpTest.description("e")).ok();
    mira.put("/v1/provider/exclusions/contoso/x-1", UnknownNamesHttpTest.report("LEGAL")).ok();
    var key = SoftKey.passkey(ANNA);
    var proof = SignaturesHttpTest.proof("k", key);
    anna.post("/v1/tenants/contoso/keys", SignaturesHttpTest.registration("k", key, proof)).ok();
    var settings = (ObjectNode) carla.get("/v1/tenants/contoso/settings").ok().path("settings");
    carla
        .put(
            "/v1/tenants/contoso/settings",
            Bodies.settings("s", settings.put("ticketRequired", true)))
        .ok();
  }

  static Set<String> routes() {
    return PATHS.keySet();
  }

  /** So that a new one is not forgotten here. */
  @Test
  void everyRouteThatIsReadByProgramsIsTriedOrIsAStream() {
    assertThat(http.routes())
        .filteredOn(route -> OF_PROGRAMS.stream().anyMatch(route::startsWith))
        .filteredOn(route -> !STREAMS.contains(route))
        .containsExactlyInAnyOrderElementsOf(PATHS.keySet());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whatIsReadIsTaggedAndNotSentAgainToWhoeverHoldsIt(String route) {
    var path = PATHS.get(route);
    var reader = reader(route);
    var read = reader.get(path);
    read.ok();
    var tag = read.header("ETag").orElseThrow();
    var again = reader.saying("If-None-Match", tag).get(path);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(again.header("ETag")).contains(tag);
    assertThat(again.header("Cache-Control")).contains("no-store");
    reader.saying("If-None-Match", "\"other\"").get(path).ok();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whoAsksForTheHeadAloneIsToldTheSameTag(String route) {
    var path = PATHS.get(route);
    var reader = reader(route);
    var tag = reader.get(path).header("ETag").orElseThrow();
    var head = reader.send("HEAD", path, "");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).contains(tag);
    assertThat(head.text()).isEmpty();
    var again = reader.saying("If-None-Match", tag).send("HEAD", path, "");
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).contains(tag);
    assertThat(reader.saying("If-None-Match", "\"other\"").send("HEAD", path, "").status())
        .isEqualTo(200);
  }

  /** How to say what one holds is described wherever it is heeded, and nowhere else. */
  @Test
  void whatHeedsATagSaysSo() {
    assertThat(Described.api().answering("304"))
        .containsExactlyElementsOf(Described.api().heeding("If-None-Match"))
        .containsExactlyElementsOf(PATHS.keySet());
  }

  /** What whoever may read it is answered, once this happened. */
  Answer answered(String route, Runnable happened) {
    var reader = reader(route);
    happened.run();
    return reader.get(PATHS.get(route));
  }

  private HttpCaller reader(String route) {
    if (route.contains("/v1/provider")) {
      return route.contains("/requests/") ? mira : http.caller("dora", History.PROVIDER, "auditor");
    }
    return route.contains("/settings/decisions") ? carla : anna;
  }
}
