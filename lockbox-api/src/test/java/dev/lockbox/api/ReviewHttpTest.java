package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Reviews;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A guard against approving unread, over HTTP and in the portal (FEATURES row 98). */
@ExtendWith(OneHttpRig.class)
class ReviewHttpTest {
  private static final String PAGE = "/portal/tenants/contoso/requests/req-2";

  private final HttpRig http;
  private final HttpCaller anna;

  /** The path of a request that waits, and must be reviewed. */
  private final String two;

  ReviewHttpTest(HttpRig http) {
    this.http = http;
    http.requestOfContoso();
    var by = new Attempt(CARLA, new DecisionId("review"));
    http.decide(new ChangeSettings(CONTOSO, by, Reviews.asking(Duration.ofMinutes(2))), MORNING);
    this.two = http.open(CONTOSO, "req-2");
    this.anna = http.caller("anna", CONTOSO, "approver");
  }

  @Test
  void aYesIsTakenFromWhoeverHasReviewedForSoLong() {
    assertThat(anna.get(two).ok().at("/review/dwell").asText()).isEqualTo("PT2M");
    anna.post(two + "/approve", Bodies.decision("y-1", 2)).refused(409, "REVIEW_FIRST");
    var reviewed = anna.post(two + "/review", Bodies.decision("r-1", 2)).ok();
    var reading = reviewed.at("/review/begun/0");
    assertThat(reading.path("by").asText()).isEqualTo("anna");
    assertThat(reading.path("version").asInt()).isEqualTo(2);
    assertThat(reading.path("approveFrom").asText()).isEqualTo("2026-03-02T08:02:00Z");
    assertThat(reviewed.path("state").asText()).isEqualTo("CUSTOMER_NOTIFIED");
    var early = anna.post(two + "/approve", Bodies.decision("y-2", 2));
    early.refused(409, "REVIEW_TOO_SHORT");
    assertThat(early.text()).contains("cannot approve it before 2026-03-02T08:02:00Z");
    http.clock().set(MORNING.plus(Duration.ofMinutes(2)));
    assertThat(anna.post(two + "/approve", Bodies.decision("y-3", 2)).ok().path("state").asText())
        .isEqualTo("ACTIVE");
    var events = http.caller("dora", CONTOSO, "auditor").get(two + "/events").ok().path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly(
            "RequestOpened",
            "ReviewRequired",
            "CommandRefused",
            "ReviewBegun",
            "CommandRefused",
            "RequestApproved");
    assertThat(events.at("/1/reviewed/dwell").asText()).isEqualTo("PT2M");
    assertThat(events.at("/3/reviewed/version").asInt()).isEqualTo(2);
    assertThat(anna.get(two + "/decisions/r-1").status()).isEqualTo(200);
  }

  @Test
  void aNoNeedsNoReview() {
    assertThat(anna.post(two + "/deny", Bodies.decision("n-1")).ok().path("state").asText())
        .isEqualTo("DENIED");
  }

  @Test
  void onlyWhoMayDecideReviewsAndOnlyWhatStands() {
    var dora = http.caller("dora", CONTOSO, "auditor");
    dora.post(two + "/review", Bodies.decision("r-1", 2)).refused(403, "NOT_AN_APPROVER");
    anna.post(two + "/review", Bodies.decision("r-2", 1)).refused(409, "STALE_VERSION");
    anna.post(two + "/review", Bodies.decision("r-3")).refused(400, "INVALID_REQUEST");
    anna.post(two + "/review", Bodies.decision("r-4", 2)).ok();
    anna.post(two + "/review", Bodies.decision("r-5", 2)).refused(409, "ALREADY_REVIEWING");
  }

  @Test
  void whatWasOpenedBeforeNeedsNone() {
    var one = two.replace("req-2", "req-1");
    assertThat(anna.get(one).ok().path("review").isNull()).isTrue();
    anna.post(one + "/approve", Bodies.decision("y-1", 1)).ok();
  }

  @Test
  void aPageLetsItsReaderBeginAndSaysFromWhenOnAYesCanBeSaid() {
    var reader = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    var page = reader.open(PAGE);
    assertThat(page.buttons()).contains("Begin review", "Deny").doesNotContain("Approve");
    assertThat(page.text()).contains("2 minutes before it at least");
    var reviewing = reader.submit(page.form("Begin review"));
    assertThat(reviewing.verdict()).contains("Your review is taken down");
    assertThat(reviewing.buttons()).contains("Approve", "Deny").doesNotContain("Begin review");
    assertThat(reviewing.text())
        .contains("Your yes can be said from 2 Mar 2026, 08:02:00 UTC on", "Review begun");
    var early = reader.submit(reviewing.form("Approve"));
    assertThat(early.verdict()).contains("more time between the review and the yes");
    http.clock().set(MORNING.plus(Duration.ofMinutes(2)));
    assertThat(reader.submit(reader.open(PAGE).form("Approve")).verdict()).contains("You said yes");
  }

  @Test
  void anothersReviewShowsNobodyElseTheirYes() {
    anna.post(two + "/review", Bodies.decision("r-1", 2)).ok();
    var ben = PortalVisitor.signedIn(http, "ben", CONTOSO, "approver");
    assertThat(ben.open(PAGE).buttons()).contains("Begin review").doesNotContain("Approve");
  }
}
