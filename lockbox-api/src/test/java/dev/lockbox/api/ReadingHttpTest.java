package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Readings;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The reminder of what was done and nobody read, over HTTP and in the portal (FEATURES row 98). */
@ExtendWith(OneHttpRig.class)
class ReadingHttpTest {
  private static final String PAGE = "/portal/tenants/contoso/requests/req-1";

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller dora;
  private final String one;

  ReadingHttpTest(HttpRig http) {
    this.http = http;
    this.one = http.requestOfContoso();
    var by = new Attempt(CARLA, new DecisionId("reading"));
    http.decide(new ChangeSettings(CONTOSO, by, Readings.reminding()), MORNING);
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.dora = http.caller("dora", CONTOSO, "auditor");
  }

  private void over() {
    anna.post(one + "/approve", Bodies.decision("y-1", 1)).ok();
    anna.post(one + "/revoke", Bodies.decision("r-1")).ok();
  }

  private void ring(Instant at) {
    http.clock().set(at);
    http.decide(new EnforceDeadline(new RequestId(CONTOSO, "req-1")), at);
  }

  @Test
  void anAuditorSaysThatTheyReadWhatWasDoneAndNobodyIsReminded() {
    assertThat(anna.get(one).ok().path("lookback").isNull()).isTrue();
    anna.post(one + "/read", Bodies.decision("s-1")).refused(409, "NOTHING_TO_READ");
    over();
    var lookback = dora.get(one).ok().path("lookback");
    assertThat(lookback.path("remindAt").asText()).isEqualTo("2026-03-05T08:00:00Z");
    assertThat(lookback.path("readBy").isNull()).isTrue();
    var read = dora.post(one + "/read", Bodies.decision("s-2")).ok();
    assertThat(read.at("/lookback/readBy").asText()).isEqualTo("dora");
    assertThat(read.at("/lookback/remindAt").isNull()).isTrue();
    assertThat(read.path("state").asText()).isEqualTo("REVOKED");
    assertThat(dora.post(one + "/read", Bodies.decision("s-2")).ok().at("/lookback/readBy"))
        .isEqualTo(read.at("/lookback/readBy"));
    anna.post(one + "/read", Bodies.decision("s-3")).refused(409, "ALREADY_READ");
    ring(MORNING.plus(Duration.ofDays(4)));
    var events = dora.get(one + "/events").ok().path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly(
            "RequestOpened",
            "CommandRefused",
            "RequestApproved",
            "ReadingRequired",
            "RequestRevoked",
            "RecordRead",
            "CommandRefused");
    assertThat(events.at("/3/dueBy").asText()).isEqualTo("2026-03-05T08:00:00Z");
  }

  @Test
  void whatNobodyReadInTimeIsToldOnceAndMayStillBeRead() {
    over();
    ring(MORNING.plus(Readings.REMIND_AFTER));
    ring(MORNING.plus(Readings.REMIND_AFTER.multipliedBy(2)));
    var events = dora.get(one + "/events").ok().path("items").findValuesAsText("type");
    assertThat(events).endsWith("RequestRevoked", "RecordUnread");
    assertThat(dora.get(one).ok().at("/lookback/remindAt").isNull()).isTrue();
    anna.post(one + "/read", Bodies.decision("s-1")).ok();
  }

  @Test
  void onlyWhoDecidesAdministersOrAuditsSaysThatTheyReadIt() {
    over();
    for (var role : new String[] {"security_admin", "reader", "policy_editor"}) {
      http.caller("fred", CONTOSO, role)
          .post(one + "/read", Bodies.decision("s-1"))
          .refused(403, "NOT_OF_THE_CUSTOMER");
    }
    http.caller("fred", CONTOSO, "auditor")
        .post(one + "/read", Bodies.decision("s-1"))
        .refused(403, "NOT_OF_THE_CUSTOMER");
    dora.post(one + "/read", "{\"decisionId\":\"d\",\"ifVersion\":4}")
        .refused(400, "INVALID_REQUEST");
    http.caller("carla", CONTOSO, "admin").post(one + "/read", Bodies.decision("s-2")).ok();
  }

  @Test
  void aPageTellsWhoReadItAndLetsItsReaderSaySo() {
    over();
    var reader = PortalVisitor.signedIn(http, "dora", CONTOSO, "auditor");
    var page = reader.open(PAGE);
    assertThat(page.text())
        .contains("Nobody has said yet that they have read it.", "your people are reminded");
    var read = reader.submit(page.form("I have read it"));
    assertThat(read.verdict()).contains("It is taken down that you have read what was done");
    assertThat(read.text()).contains("dora has said that they have read it.");
    assertThat(read.buttons()).doesNotContain("I have read it");
    var others = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver").open(PAGE);
    assertThat(others.buttons()).doesNotContain("I have read it");
  }

  @Test
  void whoeverWaitsToDecideIsNotAskedToReadYet() {
    var reader = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    assertThat(reader.open(PAGE).buttons()).contains("Approve").doesNotContain("I have read it");
  }
}
