package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Eva goes by a pseudonym in one request, and by her id in another. */
@ExtendWith(OneHttpRig.class)
class PseudonymHttpTest {
  private static final String TENANT = "/v1/tenants/contoso";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "veiled");
  private static final String SEVEN = "engineer=Engineer%207";
  private static final String EVA = "\\beva\\b";

  private final HttpRig http;
  private int told;

  PseudonymHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    http.open(CONTOSO, "veiled", Said.nothing().pseudonym("Engineer 7").details());
    approve(REQUEST, 2);
    start("s1");
  }

  @Test
  void aSessionIsShownByThePseudonym() {
    for (var path : List.of("/requests/veiled/sessions", "/sessions")) {
      var shown = get(path);
      assertThat(shown.path("items").get(0).path("engineer").asText()).isEqualTo("Engineer 7");
      assertThat(shown.toString()).doesNotContainPattern(EVA);
    }
  }

  @Test
  void whatWasDoneIsShownAndFoundByThePseudonymOnly() {
    did(EVA_AT_CONTOSO);
    var shown = get("/activity");
    assertThat(shown.path("items"))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one.path("engineer").asText()).isEqualTo("Engineer 7"));
    assertThat(shown.toString()).doesNotContainPattern(EVA);
    assertThat(get("/activity?" + SEVEN)).isEqualTo(shown);
    assertThat(get("/activity?engineer=eva").path("items")).isEmpty();
  }

  /** Or whoever knows whose device it is knows who goes by the pseudonym. */
  @Test
  void whatNamesNoRequestIsShownByAPseudonymToo() {
    http.decide(new ReportDevice(EVA_AT_CONTOSO, by(GATEWAY), DEVICE, false), MORNING);
    var shown = get("/activity");
    assertThat(shown.path("items").get(0).path("type").asText()).isEqualTo("SessionEnded");
    assertThat(shown.path("items").get(1).path("type").asText()).isEqualTo("DevicePostureChanged");
    assertThat(shown.toString()).doesNotContainPattern(EVA);
    assertThat(get("/activity?" + SEVEN).path("items")).hasSize(3);
  }

  @Test
  void aPseudonymIsNobodyElses() {
    did(new EngineerId(CONTOSO, Cast.FEMI));
    var deed = get("/activity").path("items").get(0);
    assertThat(deed.path("findings").toString()).contains("OTHER_ENGINEER");
    assertThat(deed.path("engineer").asText()).isEqualTo(Cast.FEMI.value());
    assertThat(get("/activity?" + SEVEN).path("items")).hasSize(1);
  }

  @Test
  void entitlementsAreShownAndFoundByWhatTheirRequestsShow() {
    assertThat(get("/entitlements?engineer=eva").path("items")).isEmpty();
    http.open(CONTOSO, "plain");
    approve(new RequestId(CONTOSO, "plain"), 1);
    assertThat(requests("Engineer%207")).isEqualTo("Engineer 7: [\"veiled\"]");
    assertThat(requests("eva")).isEqualTo("eva: [\"plain\"]");
  }

  @Test
  void aTimelineNamesTheEngineerByThePseudonymOnly() {
    start("s2");
    http.decide(new Withdraw(REQUEST, by(JIT), Cast.EVA), MORNING);
    var shown = get("/requests/veiled/events");
    assertThat(shown.toString()).contains("Engineer 7 may have 1 sessions at once");
    assertThat(shown.toString()).doesNotContainPattern(EVA);
  }

  @Test
  void aStreamNamesTheEngineerByThePseudonymOnly() throws IOException {
    did(EVA_AT_CONTOSO);
    var anna = http.caller("anna", CONTOSO, "approver");
    try (var heard = anna.hear(TENANT + "/events/stream?after=0")) {
      var shown = heard.upTo("alive").toString();
      assertThat(shown).contains("ActionPerformed", "Engineer 7").doesNotContainPattern(EVA);
    }
  }

  private String requests(String engineer) {
    var items = get("/entitlements?engineer=" + engineer).path("items");
    assertThat(items).hasSize(1);
    var one = items.get(0);
    return one.path("engineer").asText() + ": " + one.path("requests");
  }

  private void approve(RequestId request, long ifVersion) {
    http.decide(
        new Approve(request, by(Cast.ANNA), Optional.empty(), ifVersion, Optional.empty()),
        MORNING);
  }

  private void start(String session) {
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            new SessionId(session),
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
  }

  private void did(EngineerId engineer) {
    http.decide(
        new ReportAction(
            engineer, by(GATEWAY), Optional.of(REQUEST), Optional.of(new SessionId("s1")), DEED),
        MORNING);
  }

  private Attempt by(PersonId actor) {
    told++;
    return new Attempt(actor, new DecisionId("told-" + told));
  }

  private JsonNode get(String path) {
    return http.caller("anna", CONTOSO, "approver").get(TENANT + path).ok();
  }
}
