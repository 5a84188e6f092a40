package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where mails about access without approval lead, and where the customer takes note of it. */
@ExtendWith(OneHttpRig.class)
class PortalExclusionsHttpTest {
  private static final String PAGE = "/portal/tenants/contoso/exclusions";
  private static final ExclusionReport REPORT =
      new ExclusionReport(
          ExclusionCategory.INADVERTENT,
          Cast.EVA,
          new IncidentId("INC-7"),
          Cast.RESOURCES,
          DataExposure.ENCRYPTED,
          new PersonalText(OPERATOR, "a packet <b>capture</b>"));

  private final HttpRig http;
  private final PortalVisitor anna;

  PortalExclusionsHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    http.register(FABRIKAM);
    this.anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
  }

  private void report(String id) {
    var by = new Attempt(OPERATOR, new DecisionId("report-" + id));
    http.decide(new ReportExclusion(new ExclusionId(CONTOSO, id), by, REPORT), MORNING);
  }

  @Test
  void whatWasReportedIsShownAndNoteTakenOfItOnce() {
    assertThat(anna.open(PAGE).text()).contains("Nothing of the kind was reported");
    report("x-1");
    var page = anna.open(PAGE);
    assertThat(page.text())
        .contains("x-1", "Somebody of yours is to take note of it", "5 Mar 2026, 08:00 UTC")
        .contains("Inadvertent", "eva", "INC-7", "Encrypted", "a packet <b>capture</b>");
    var form = page.form("Take note").with("reason", "seen by two of us");
    var noted = anna.submit(form);
    assertThat(noted.text()).contains("Acknowledged by anna").doesNotContain("is to take note");
    assertThat(noted.buttons()).doesNotContain("Take note");
    assertThat(anna.submit(form).text()).contains("Acknowledged by anna");

    var again = anna.send(form.with("decisionId", "another"));
    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void whoOnlyReadsSeesNoButtonAndIsRefused() {
    report("x-1");
    var form = anna.open(PAGE).form("Take note");
    var dora = PortalVisitor.signedIn(http, "dora", CONTOSO, "auditor");
    var hers = dora.open(PAGE);
    assertThat(hers.text()).contains("x-1");
    assertThat(hers.buttons()).isEmpty();
    assertThat(dora.send(form.with("csrf", hers.csrf())).status()).isEqualTo(403);
    assertThat(anna.open(PAGE).text()).contains("is to take note");
  }

  @Test
  void anothersIsNotThere() {
    report("x-1");
    var hanna = PortalVisitor.signedIn(http, "anna", FABRIKAM, "approver");
    assertThat(hanna.get(PAGE).status()).isEqualTo(404);
    var elsewhere = hanna.open(PAGE.replace("contoso", "fabrikam"));
    assertThat(elsewhere.text()).doesNotContain("x-1");
    var unknown = anna.open(PAGE).form("Take note").with("exclusion", "x-2");
    assertThat(anna.send(unknown).status()).isEqualTo(404);
  }

  @Test
  void thePageIsFoundFromEveryOther() {
    assertThat(anna.open("/portal/tenants/contoso/waiting").links()).contains(PAGE);
  }
}
