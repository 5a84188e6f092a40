package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.command.FakeLog.Mood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is described as answered where something is done, is answered: what no test meets might as
 * well be a dream. Whether it fits is looked at wherever anything is answered; see {@link
 * Described}.
 */
class DescribedAnswersHttpTest {
  private static final String ACCESS = "/access/v1";
  private static final String ENROLMENT = "/providers/Microsoft.CustomerLockbox";
  private static final String AZURE =
      "/subscriptions/{subscriptionId}/providers/Microsoft.CustomerLockbox/requests/{requestId}";

  static final String QUESTION =
      """
      {"subject":{"type":"engineer","id":"eva"},"action":{"name":"k8s.pod.logs"},
      "resource":{"type":"cluster","id":"/clusters/aro1"},"context":{"tenant":"contoso"}}\
      """;

  /** Those that are met neither where things are read nor where bodies are, by what meets them. */
  private static final Map<String, Consumer<DescribedAnswersHttpTest>> OTHERS = new TreeMap<>();

  static {
    var tenant = "GET /v1/tenants/{tenant}";
    OTHERS.put(tenant + "/events/stream 200", it -> it.isHeard(it.anna, "events"));
    OTHERS.put(tenant + "/revocations/stream 200", it -> it.isHeard(it.gateway, "revocations"));
    OTHERS.put(
        "POST /access/v1/evaluation 200",
        it -> it.gateway.post(ACCESS + "/evaluation", QUESTION).ok());
    OTHERS.put(
        "POST /access/v1/evaluations 200",
        it ->
            it.gateway
                .post(ACCESS + "/evaluations", "{\"evaluations\":[%s]}".formatted(QUESTION))
                .ok());
    for (var what : Set.of("enableLockbox", "disableLockbox")) {
      var path = ENROLMENT + "/" + what;
      OTHERS.put("POST " + path + " 200", it -> it.carla.post(path, "").ok());
    }
    OTHERS.put(
        "POST " + ENROLMENT + "/disableLockbox 202",
        it -> it.later(it.carla, ENROLMENT + "/disableLockbox", ""));
    OTHERS.put(
        "POST " + ENROLMENT + "/enableLockbox 202",
        it -> {
          it.carla.post(ENROLMENT + "/disableLockbox", "").ok();
          it.later(it.carla, ENROLMENT + "/enableLockbox", "");
        });
    var update = "/subscriptions/contoso/providers/Microsoft.CustomerLockbox/requests/req-1";
    var no = "{\"status\":\"Deny\",\"reason\":\"\"}";
    OTHERS.put(
        "POST " + AZURE + "/updateApproval 200",
        it -> it.anna.post(update + "/updateApproval", no).ok());
    OTHERS.put(
        "POST " + AZURE + "/updateApproval 202",
        it -> it.later(it.anna, update + "/updateApproval", no));
  }

  private static HttpRig http;

  private final HttpCaller anna = http.caller("anna", CONTOSO, "approver", "admin");
  private final HttpCaller carla = http.caller("carla", CONTOSO, "admin");
  private final HttpCaller gateway = http.caller(GATEWAY.value(), History.PROVIDER, "gateway");

  /** Nobody here waits for long. */
  @BeforeAll
  static void start() {
    http = HttpRig.start(Map.of("lockbox.api.wait", "PT0.1S"));
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  @BeforeEach
  void forget() {
    http.forget();
  }

  static Set<String> routesThatMayTakeLonger() {
    var routes = new TreeSet<>(UnknownNamesHttpTest.routes());
    routes.removeIf(route -> !Described.api().successes().contains(route + " 202"));
    return routes;
  }

  private static Set<String> others() {
    return OTHERS.keySet();
  }

  /** So that a new one is not forgotten here: each is among those that some test tries. */
  @Test
  void everySuccessThatIsDescribedIsMet() {
    var met = new TreeSet<>(OTHERS.keySet());
    TagsOfRoutesHttpTest.routes().forEach(route -> met.add(route + " 200"));
    UnknownNamesHttpTest.routes().forEach(route -> met.add(route + " 200"));
    routesThatMayTakeLonger().forEach(route -> met.add(route + " 202"));
    assertThat(Described.api().successes()).containsExactlyElementsOf(met);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routesThatMayTakeLonger")
  void withoutAVerdictTheCallerIsToldWhereToLookForIt(String route) {
    var later = new UnknownNamesHttpTest(http).answered(route, () -> http.log().be(Mood.UNDECIDED));
    assertThat(later.header("Location")).contains(later.is(202).path("decision").asText());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void whatElseIsDescribedIsAnsweredSo(String success) {
    http.registerProvider();
    http.requestOfContoso();
    OTHERS.get(success).accept(this);
  }

  private void later(HttpCaller who, String path, String body) {
    http.log().be(Mood.UNDECIDED);
    who.post(path, body).is(202);
  }

  private void isHeard(HttpCaller who, String what) {
    try (var heard = who.hear("/v1/tenants/contoso/%s/stream".formatted(what))) {
      heard.next("alive");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
