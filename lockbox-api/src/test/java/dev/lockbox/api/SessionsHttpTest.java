package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.KEEPING;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.SessionSamples.WITH_ARGUMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TargetReport.ReportNotProvisioned;
import dev.lockbox.domain.TargetReport.ReportUngranted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Engineers' sessions, as the customer reads them. */
@ExtendWith(OneHttpRig.class)
class SessionsHttpTest {
  private static final String TENANT = "/v1/tenants/contoso";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  private final HttpRig http;
  private int told;

  /** Eva's session under a grant. */
  SessionsHttpTest(HttpRig http) {
    this.http = http;
    http.requestOfContoso();
    http.decide(
        new Approve(REQUEST, by(Cast.ANNA), Optional.empty(), 1, Optional.empty()), MORNING);
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            new SessionId("s1"),
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
  }

  @Test
  void anOpenSessionIsShownWithTheUseSoFar() {
    did(MORNING.plusSeconds(1));
    var shown = get("/requests/req-1/sessions", 200);
    var session = shown.path("items").get(0);
    assertThat(session.path("id").asText()).isEqualTo("s1");
    assertThat(session.path("engineer").asText()).isEqualTo("eva");
    assertThat(session.path("gateway").asText()).isEqualTo(GATEWAY.value());
    assertThat(session.path("device").path("kind").asText()).isEqualTo("SAW");
    assertThat(session.path("idleBy").asText()).isEqualTo("2026-03-02T08:15:01Z");
    assertThat(session.path("endedAt").isNull()).isTrue();
    assertThat(shown.path("use").path("isFinal").asBoolean(true)).isFalse();
    assertThat(shown.path("use").path("percentUsed").asInt()).isEqualTo(100);
    assertThat(get("/sessions", 200).path("items")).hasSize(1);
  }

  @Test
  void aSessionIsShownWithWhatItsGatewayKeeps() {
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            new SessionId("s2"),
            REQUEST,
            Optional.empty(),
            Optional.empty(),
            KEEPING),
        MORNING);
    var shown = get("/requests/req-1/sessions", 200).path("items");
    assertThat(shown.get(0).path("keeps").toString())
        .isEqualTo("{\"obligations\":[],\"excluded\":[]}");
    assertThat(shown.get(1).path("keeps").toString())
        .isEqualTo("{\"obligations\":[\"REDACT\",\"RECORD\"],\"excluded\":[\"PCI\",\"PHI\"]}");
  }

  @Test
  void aSessionThatIsOverIsShownWithItsEnd() {
    http.decide(
        new EndSession(EVA_AT_CONTOSO, by(GATEWAY), new SessionId("s1"), REQUEST),
        MORNING.plusSeconds(60));
    var session = get("/requests/req-1/sessions", 200).path("items").get(0);
    assertThat(session.path("end").asText()).isEqualTo("SIGNED_OUT");
    assertThat(session.path("endedAt").asText()).isEqualTo("2026-03-02T08:01:00Z");
    assertThat(session.path("idleBy").isNull()).isTrue();
    assertThat(get("/sessions", 200).path("items")).isEmpty();
  }

  @Test
  void whatWasDoneIsFoundByResourceEngineerAndTime() {
    did(MORNING.plusSeconds(60));
    http.decide(
        new ReportDevice(EVA_AT_CONTOSO, by(GATEWAY), DEVICE, false), MORNING.plusSeconds(120));
    var all = get("/activity", 200).path("items");
    assertThat(all)
        .extracting(item -> item.path("type").asText())
        .containsExactly(
            "SessionEnded", "DevicePostureChanged", "ActionPerformed", "SessionStarted");
    var deed = get("/activity?resource=/clusters/aro1", 200).path("items");
    assertThat(deed).hasSize(1);
    assertThat(deed.get(0).path("deed").path("command").asText()).isEqualTo("Get-PodLog");
    assertThat(deed.get(0).path("request").asText()).isEqualTo("req-1");
    assertThat(get("/activity?resource=/clusters/aro", 200).path("items")).isEmpty();
    assertThat(get("/activity?engineer=frida", 200).path("items")).isEmpty();
    var window = "/activity?from=2026-03-02T08:01:00Z&until=2026-03-02T08:02:00Z";
    assertThat(get(window, 200).path("items")).hasSize(1);
  }

  /** F38. */
  @Test
  void whatWasDoneIsFoundByWhatItWasAndByRequest() {
    did(MORNING.plusSeconds(60));
    var deeds = get("/activity?type=ActionPerformed&request=req-1", 200).path("items");
    assertThat(deeds).hasSize(1);
    assertThat(get("/activity?type=ActionDenied", 200).path("items")).isEmpty();
    assertThat(get("/activity?request=req-2", 200).path("items")).isEmpty();
    assertThat(get("/activity?type=ActionPerformed&session=s1", 200).path("items")).hasSize(1);
    assertThat(get("/activity?session=s2", 200).path("items")).isEmpty();
  }

  /** F38. */
  @Test
  void whatHappenedToARequestIsFoundByWhatItWasByWhomAndWhen() {
    var events = "/requests/req-1/events";
    assertThat(get(events + "?type=RequestApproved", 200).path("items")).hasSize(1);
    assertThat(get(events + "?actor=anna", 200).path("items").findValuesAsText("type"))
        .containsExactly("RequestApproved");
    assertThat(get(events + "?from=2026-03-02T08:00:01Z", 200).path("items")).isEmpty();
    assertThat(get(events + "?until=2026-03-02T08:00:00Z", 200).path("items")).isEmpty();
    var first = get(events + "?actor=anna&limit=1&until=2026-03-02T08:00:01Z", 200);
    assertThat(first.path("items")).hasSize(1);
    for (var query : new String[] {"type=Approved", "from=yesterday", "until=8"}) {
      assertThat(get(events + "?" + query, 400).path("code").asText()).isEqualTo("INVALID_REQUEST");
    }
  }

  @Test
  void whatWasDoneIsShownWithWhatItWasDoneWith() {
    http.decide(
        new ReportAction(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            Optional.of(REQUEST),
            Optional.of(new SessionId("s1")),
            WITH_ARGUMENTS),
        MORNING.plusSeconds(60));
    var deed = get("/activity", 200).path("items").get(0).path("deed");
    assertThat(deed.path("arguments").path("container").asText()).isEqualTo("etcd");
    assertThat(deed.path("arguments")).hasSize(2);
  }

  @Test
  void whatWasDoneIsReadPageByPage() {
    did(MORNING.plusSeconds(60));
    var first = get("/activity?limit=1", 200);
    assertThat(first.path("items").get(0).path("type").asText()).isEqualTo("ActionPerformed");
    var rest = get("/activity?limit=1&cursor=" + first.path("next").asText(), 200);
    assertThat(rest.path("items").get(0).path("type").asText()).isEqualTo("SessionStarted");
    assertThat(rest.path("next").isNull()).isTrue();
  }

  @Test
  void whatIsFoundAtATargetIsShown() {
    http.decide(
        new ReportUngranted(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            Optional.of(REQUEST),
            Cast.ACTIONS.getFirst(),
            TARGET,
            Set.of(Finding.NOT_GRANTED)),
        MORNING.plusSeconds(60));
    http.decide(
        new ReportNotProvisioned(EVA_AT_CONTOSO, by(GATEWAY), REQUEST), MORNING.plusSeconds(61));
    var found = get("/activity?resource=" + TARGET, 200).path("items");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).path("type").asText()).isEqualTo("UngrantedAccessDetected");
    assertThat(found.get(0).path("action").asText()).isEqualTo(Cast.ACTIONS.getFirst().value());
    assertThat(found.get(0).path("findings").toString()).isEqualTo("[\"NOT_GRANTED\"]");
    assertThat(found.get(0).path("deed").isNull()).isTrue();
    var timeline = get("/requests/req-1/events", 200).path("items");
    assertThat(timeline.get(timeline.size() - 1).path("type").asText())
        .isEqualTo("AccessNotProvisioned");
  }

  @Test
  void aTimelineTellsOfItsSessions() {
    var entry = get("/requests/req-1/events", 200).path("items").get(2);
    assertThat(entry.path("type").asText()).isEqualTo("SessionStarted");
    assertThat(entry.path("activity").path("session").asText()).isEqualTo("s1");
  }

  @Test
  void whatIsNotThereAndWhatCannotBeAskedIsRefused() {
    assertThat(get("/requests/nothing/sessions", 404).path("code").asText())
        .isEqualTo("NO_SUCH_REQUEST");
    for (var query :
        new String[] {"from=yesterday", "engineer=%20", "cursor=x", "limit=0", "type=Done"}) {
      assertThat(get("/activity?" + query, 400).path("code").asText()).isEqualTo("INVALID_REQUEST");
    }
  }

  private void did(Instant at) {
    http.decide(
        new ReportAction(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            Optional.of(REQUEST),
            Optional.of(new SessionId("s1")),
            DEED),
        at);
  }

  private Attempt by(PersonId actor) {
    told++;
    return new Attempt(actor, new DecisionId("told-" + told));
  }

  private JsonNode get(String path, int status) {
    return http.caller("anna", CONTOSO, "approver").get(TENANT + path).is(status);
  }
}
