package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.command.FakeLog;
import dev.lockbox.api.view.ViewRig.Mood;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a route is described as failing with, it fails with: while what it reads is not there,
 * and where something goes wrong that nobody expected. Each is asked what it would do otherwise, by
 * somebody who may. Whether the answer fits is looked at as everywhere; see {@link Described}.
 */
@ExtendWith(OneHttpRig.class)
class DescribedFailuresHttpTest {
  /** What nobody can make happen, by why. */
  private static final Map<String, String> NEVER =
      Map.of(
          "GET /.well-known/jwks.json",
          "tells the keys that were read at the start, and reads nothing else",
          "GET /.well-known/authzen-configuration",
          "tells addresses that are known from the start, and reads nothing");

  /** Those that are asked neither where things are read nor where bodies are. */
  private static final Map<String, Function<DescribedFailuresHttpTest, Answer>> OTHERS =
      new TreeMap<>();

  static {
    var tenant = "GET /v1/tenants/{tenant}";
    var contoso = "/v1/tenants/contoso";
    OTHERS.put(tenant + "/events/stream", it -> it.anna.get(contoso + "/events/stream"));
    OTHERS.put(
        tenant + "/revocations/stream", it -> it.gateway.get(contoso + "/revocations/stream"));
    var question = DescribedAnswersHttpTest.QUESTION;
    OTHERS.put(
        "POST /access/v1/evaluation", it -> it.gateway.post("/access/v1/evaluation", question));
    OTHERS.put(
        "POST /access/v1/evaluations",
        it ->
            it.gateway.post(
                "/access/v1/evaluations", "{\"evaluations\":[%s]}".formatted(question)));
    var azure = "/providers/Microsoft.CustomerLockbox";
    for (var path : Set.of(azure + "/enableLockbox", azure + "/disableLockbox")) {
      OTHERS.put("POST " + path, it -> it.carla.post(path, ""));
    }
    var update = "/subscriptions/%s" + azure + "/requests/%s/updateApproval";
    OTHERS.put(
        "POST " + update.formatted("{subscriptionId}", "{requestId}"),
        it ->
            it.anna.post(
                update.formatted("contoso", "req-1"), "{\"status\":\"Deny\",\"reason\":\"\"}"));
  }

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller carla;
  private final HttpCaller gateway;

  DescribedFailuresHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver", "admin");
    this.carla = http.caller("carla", CONTOSO, "admin");
    this.gateway = http.caller(GATEWAY.value(), History.PROVIDER, "gateway");
  }

  static Set<String> routes() {
    var routes = new TreeSet<>(Described.api().failures().keySet());
    routes.removeAll(NEVER.keySet());
    return routes;
  }

  static Set<String> routesThatMayTakeLonger() {
    return DescribedAnswersHttpTest.routesThatMayTakeLonger();
  }

  /** What is not named above as never happening happens below. */
  @Test
  void everyRouteIsDescribedAsFailingInBothWaysOrInOne() {
    Described.api()
        .failures()
        .forEach(
            (route, failures) ->
                assertThat(failures)
                    .as(route)
                    .isEqualTo(NEVER.containsKey(route) ? Set.of("5XX") : Set.of("503", "5XX")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whileWhatItReadsIsNotThereItSaysWhenToAskAgain(String route) {
    var away = answered(route, () -> http.view().be(Mood.CLOSED));
    assertThat(away.status()).as(away.text()).isEqualTo(503);
    assertThat(code(away)).isEqualTo("NOT_READY");
    assertThat(away.header("Retry-After")).contains("2");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void whatNobodyExpectedIsToldWithoutWhatItWas(String route) {
    var broken = answered(route, () -> http.view().be(Mood.BROKEN));
    assertThat(broken.status()).as(broken.text()).isEqualTo(500);
    assertThat(code(broken)).isEqualTo("INTERNAL");
    assertThat(broken.text()).doesNotContain("secret", "Exception");
  }

  /** Nobody knows whether it was taken down; whoever asks the same again loses nothing. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("routesThatMayTakeLonger")
  void whatTheLogDidNotAcknowledgeMayHaveBeenTakenDown(String route) {
    var unknown = answered(route, () -> http.log().be(FakeLog.Mood.FAILING));
    unknown.refused(503, "OUTCOME_UNKNOWN");
    assertThat(unknown.header("Retry-After")).contains("2");
  }

  private Answer answered(String route, Runnable happened) {
    if (TagsOfRoutesHttpTest.routes().contains(route)) {
      return new TagsOfRoutesHttpTest(http).answered(route, happened);
    }
    if (UnknownNamesHttpTest.routes().contains(route)) {
      return new UnknownNamesHttpTest(http).answered(route, happened);
    }
    http.registerProvider();
    http.requestOfContoso();
    happened.run();
    return OTHERS.get(route).apply(this);
  }

  /** As programs read it, in the shape of these routes. */
  private static String code(Answer answer) {
    var body = answer.is(answer.status());
    return body.path("code").asText(body.at("/error/code").asText());
  }
}
