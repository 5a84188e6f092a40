package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what somebody holds is still what stands, and what they read when they decide. */
@ExtendWith(OneHttpRig.class)
class TagsHttpTest {
  private static final String REQUESTS = "/v1/tenants/contoso/requests";
  private static final String SETTINGS = "/v1/tenants/contoso/settings";

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller carla;

  /** The path of a request that waits. */
  private final String one;

  TagsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.carla = http.caller("carla", CONTOSO, "admin");
    this.one = http.requestOfContoso();
  }

  @Test
  void whatIsHeldAlreadyIsNotSentAgain() {
    for (var path :
        List.of(
            one,
            one + "?asOfVersion=1",
            one + "/events",
            REQUESTS,
            REQUESTS + "?limit=1&state=CUSTOMER_NOTIFIED",
            SETTINGS,
            "/v1/tenants/contoso/entitlements?engineer=eva")) {
      var tag = tag(path);
      for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
        var again = anna.saying("If-None-Match", known).get(path);
        assertThat(again.status()).as(path + " " + known).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).contains(tag);
        assertThat(again.header("Cache-Control")).contains("no-store");
      }
      anna.saying("If-None-Match", "\"other\"").get(path).ok();
    }
  }

  @Test
  void aDecisionMakesAnotherTagOfAllThatShowsIt() {
    var before = List.of(tag(one), tag(one + "/events"), tag(REQUESTS));
    anna.post(one + "/approve", Bodies.decision("d", 1)).ok();
    var after = List.of(tag(one), tag(one + "/events"), tag(REQUESTS));
    assertThat(after).doesNotContainAnyElementsOf(before);
    assertThat(tag(one)).startsWith("\"2-");
  }

  @Test
  void timeAloneMakesAnotherTagAtTheSameVersion() {
    var waits = tag(one);
    http.clock().set(MORNING.plus(Duration.ofDays(4)));
    var over = tag(one);
    assertThat(waits).startsWith("\"1-");
    assertThat(over).startsWith("\"1-").isNotEqualTo(waits);
    assertThat(anna.saying("If-None-Match", waits).get(one).ok().path("state").asText())
        .isEqualTo("EXPIRED");
  }

  @Test
  void soDoesAFreezeOfWhatIsGranted() {
    anna.post(one + "/approve", Bodies.decision("d", 1)).ok();
    var active = tag(one);
    http.decide(Samples.freeze(), MORNING);
    assertThat(anna.saying("If-None-Match", active).get(one).ok().path("state").asText())
        .isEqualTo("FROZEN");
  }

  @Test
  void whoMayNotReadHearsNothingOfATag() {
    var tag = tag(one);
    var gus = http.caller("gus", CONTOSO, "auditor").saying("If-None-Match", tag);
    assertThat(gus.get(one).refused(403, "NO_ROLE")).isNotNull();
    assertThat(gus.get(one).header("ETag")).isEmpty();
    anna.saying("If-None-Match", "*").get(REQUESTS + "/nothing").refused(404, "NO_SUCH_REQUEST");
  }

  @Test
  void aYesMayNameWhatItReadByTheTag() {
    var read = anna.saying("If-Match", tag(one));
    var granted = read.post(one + "/approve", Bodies.decision("d")).ok();
    assertThat(granted.path("state").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void aYesToAnotherVersionIsRefusedHoweverItIsNamed() {
    var other = tag(one).replace("\"1-", "\"9-");
    anna.post(one + "/approve", Bodies.decision("d", 9)).refused(409, "STALE_VERSION");
    anna.saying("If-Match", other)
        .post(one + "/approve", Bodies.decision("d"))
        .refused(409, "STALE_VERSION");
  }

  @Test
  void theBodyAndTheTagMustNotDisagree() {
    var read = anna.saying("If-Match", tag(one));
    read.post(one + "/approve", Bodies.decision("d", 2)).refused(400, "INVALID_REQUEST");
    read.post(one + "/approve", Bodies.decision("d", 1)).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "1",
        "\"1\"",
        "\"1-0\"",
        "W/\"1-00000000000000000000000000000000\"",
        "\"00000000000000000000000000000000\"",
        "\"1-00000000000000000000000000000000\", \"2-00000000000000000000000000000000\""
      })
  void aYesToNothingInParticularIsRefused(String ifMatch) {
    var careless = anna.saying("If-Match", ifMatch);
    careless.post(one + "/approve", Bodies.decision("d")).refused(400, "INVALID_REQUEST");
    careless.post(one + "/deny", Bodies.decision("no")).ok();
  }

  @Test
  void rulesAreChangedAsTheyWereRead() {
    var tag = carla.get(SETTINGS).header("ETag").orElseThrow();
    var read = carla.saying("If-Match", tag);
    assertThat(tag).startsWith("\"1-");
    read.put(SETTINGS, settings("a", true)).ok();
    assertThat(carla.get(SETTINGS).header("ETag").orElseThrow()).startsWith("\"2-");
    read.put(SETTINGS, settings("b", false)).refused(409, "STALE_VERSION");
    carla
        .saying("If-Match", "*")
        .put(SETTINGS, settings("c", false))
        .refused(400, "INVALID_REQUEST");
  }

  /** The rules as they stand, but for whether a request must name its ticket. */
  private String settings(String decisionId, boolean ticket) {
    var settings = (ObjectNode) carla.get(SETTINGS).ok().path("settings");
    return Bodies.settings(decisionId, settings.put("ticketRequired", ticket));
  }

  private String tag(String path) {
    var answer = anna.get(path);
    answer.ok();
    return answer.header("ETag").orElseThrow();
  }
}
