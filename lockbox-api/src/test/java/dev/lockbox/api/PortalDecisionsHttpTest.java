package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.command.FakeLog.Mood;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What approvers do with the portal's forms, and what they are told came of it. */
@ExtendWith(OneHttpRig.class)
class PortalDecisionsHttpTest {
  private static final String TENANT = "/portal/tenants/contoso";
  private static final String ONE = TENANT + "/requests/req-1";

  /** Of one state, on one page. */
  private static final int GRANTS_MAX = 200;

  private final HttpRig http;
  private final PortalVisitor anna;

  PortalDecisionsHttpTest(HttpRig http) {
    this.http = http;
    http.requestOfContoso();
    this.anna = visitor("anna", "approver");
  }

  @Test
  void aYesOpensAccessAndSaysSo() {
    var after = anna.submit(anna.open(ONE).form("Approve").with("reason", "agreed\nby phone"));
    assertThat(after.verdict()).contains("You said yes");
    assertThat(after.text()).contains("Access is open", "8 hours left", "agreed by phone");
    assertThat(happened()).containsExactly("RequestOpened", "RequestApproved");
  }

  @Test
  void aYesMayBeToLess() {
    var less = anna.open(ONE).form("Approve").with("accessFor", "PT1H").with("RECORD", "on");
    assertThat(anna.submit(less).text())
        .contains(
            "Access is open, under conditions", "1 hour left", "All that is done is recorded");
    assertThat(happened()).containsExactly("RequestOpened", "RequestNarrowed", "RequestApproved");
  }

  @Test
  void aYesMayDemandHowAndWhenceTheyCome() {
    var form =
        anna.open(ONE)
            .form("Approve")
            .with("excluded", "PHI, PCI PHI")
            .with("channels", "REMOTE_SHELL")
            .with("countries", "de at");
    assertThat(anna.submit(form).text())
        .contains("Access is open, under conditions", "PCI", "PHI", "REMOTE_SHELL", "AT", "DE");
  }

  @Test
  void aCountryThatIsNoneIsAnsweredInWords() {
    var form = anna.open(ONE).form("Approve").with("countries", "Austria");
    var answer = anna.send(form);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(PortalPage.of(answer).text()).contains("conditions some that can be kept");
    assertThat(happened()).containsExactly("RequestOpened");
  }

  /** F29: what is sent names the version that was read. */
  @Test
  void aYesToWhatChangedSinceIsRefusedInWords() {
    http.register(FABRIKAM);
    var read = anna.open(ONE).form("Approve");
    var ben = visitor("ben", "approver");
    ben.submit(ben.open(ONE).form("Offer this instead").with("accessFor", "PT1H"));
    var after = anna.submit(read.with("ifVersion", "7"));
    assertThat(after.verdict()).contains("Another version stands than the one that was read");
    assertThat(after.text()).contains("Waiting for a decision");
  }

  @Test
  void aDoubleClickIsOneDecision() {
    var form = anna.open(ONE).form("Approve").with("accessFor", "PT1H");
    var first = anna.send(form);
    var second = anna.send(form);
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(anna.submit(form).verdict()).contains("You said yes");
    assertThat(happened()).containsExactly("RequestOpened", "RequestNarrowed", "RequestApproved");
  }

  @Test
  void aNoIsFinal() {
    var after = anna.submit(anna.open(ONE).form("Deny").with("reason", "not tonight"));
    assertThat(after.verdict()).contains("You said no");
    assertThat(after.buttons()).isEmpty();
    assertThat(happened()).containsExactly("RequestOpened", "RequestDenied");
  }

  @Test
  void liveAccessIsTakenBackFromItsList() {
    anna.submit(anna.open(ONE).form("Approve"));
    var live = anna.open(TENANT + "/grants");
    assertThat(live.text()).contains("req-1", "8 hours left", "k8s.pod.logs");
    assertThat(anna.submit(live.form("Revoke access")).verdict()).contains("Access is revoked");
    assertThat(anna.open(TENANT + "/grants").text()).contains("Nobody has access now");
  }

  /** Nobody believes to have seen all of it who has not. */
  @Test
  void liveAccessThatDoesNotFitOnItsPageIsLedTo() {
    for (var one = 0; one <= GRANTS_MAX; one++) {
      var id = "many-" + one;
      http.open(CONTOSO, id);
      var yes = new Attempt(Cast.ANNA, new DecisionId("yes-" + one));
      http.decide(
          new Approve(new RequestId(CONTOSO, id), yes, Optional.empty(), 1, Optional.empty()),
          MORNING);
    }
    var first = anna.open(TENANT + "/grants");
    assertThat(first.all("//section")).hasSize(GRANTS_MAX);
    assertThat(first.text()).contains("There is more than is shown here.");
    var path =
        first.links().stream().filter(one -> one.contains("cursor=")).findFirst().orElseThrow();
    var rest = anna.open(path);
    assertThat(rest.all("//section")).hasSize(1);
    assertThat(rest.text()).doesNotContain("There is more");
    assertThat(rest.links()).contains(TENANT + "/grants");
    assertThat(anna.get(TENANT + "/grants?state=DENIED").status()).isEqualTo(400);
  }

  @Test
  void aQuestionAndAnOfferArePassedOnAndShown() {
    var asked = anna.open(ONE).form("Ask").with("question", "Why at night?");
    assertThat(anna.submit(asked).text()).contains("Why at night?", "No answer yet");
    var offered = anna.open(ONE).form("Offer this instead").with("accessFor", "PT30M");
    var after = anna.submit(offered);
    assertThat(after.verdict()).contains("Your offer was passed on");
    assertThat(after.text()).contains("An offer stands", "for 30 minutes");
    assertThat(anna.submit(after.form("Take the offer back")).text())
        .doesNotContain("An offer stands");
  }

  @Test
  void whatAsksForNothingIsAnsweredInWords() {
    var nothing = anna.send(anna.open(ONE).form("Approve").with("actions"));
    assertThat(nothing.status()).isEqualTo(400);
    assertThat(PortalPage.of(nothing).text()).contains("choose at least one of the actions");
    var all = anna.send(anna.open(ONE).form("Offer this instead"));
    assertThat(PortalPage.of(all).text()).contains("An offer is for less than was asked");
    assertThat(happened()).containsExactly("RequestOpened");
  }

  /** A no is not lost over it. */
  @Test
  void aYesThatSaysMoreThanItsFormAsksForIsNone() {
    for (var button : List.of("Approve", "Offer this instead")) {
      var form = anna.open(ONE).form(button).with("accessFor", "PT1H");
      for (var name : List.of("approver", "tenant", "accessUntil", "status", "RECORDED")) {
        assertThat(anna.send(form.with(name, "anna")).status()).as(name).isEqualTo(400);
      }
    }
    assertThat(happened()).containsExactly("RequestOpened");
    anna.submit(anna.open(ONE).form("Deny").with("status", "ACTIVE"));
    assertThat(happened()).containsExactly("RequestOpened", "RequestDenied");
  }

  @Test
  void aRefusalOfTheRulesIsToldInWords() {
    var form = anna.open(ONE).form("Approve");
    http.clock().set(MORNING.plus(Duration.ofDays(4)));
    var later = visitor("anna", "approver");
    var late = form.with("csrf", later.open(TENANT + "/waiting").csrf());
    assertThat(later.submit(late).verdict()).contains("The time for deciding is over");
  }

  /** J12: a yes takes that they have just proved who they are, a no does not. */
  @Test
  void aYesTakesAFreshProofOfWhoSaysIt() {
    http.clock().set(MORNING.plus(Duration.ofMinutes(6)));
    var page = anna.open(ONE);
    assertThat(page.text()).contains("Sign in once more");
    var sentAway = anna.send(page.form("Approve"));
    assertThat(sentAway.status()).isEqualTo(303);
    assertThat(sentAway.header("Location").orElseThrow())
        .startsWith("/signin?again=true&to=%2Fportal%2Ftenants%2Fcontoso%2Frequests%2Freq-1");
    assertThat(happened()).containsExactly("RequestOpened");
    assertThat(anna.submit(page.form("Deny")).verdict()).contains("You said no");
  }

  @Test
  void whatIsNotKnownIsSaidAndMayBeSentAgain() {
    var form = anna.open(ONE).form("Deny");
    http.log().be(Mood.FAILING);
    var unknown = anna.send(form);
    assertThat(unknown.status()).isEqualTo(503);
    assertThat(PortalPage.of(unknown).heading()).contains("not known");
    http.log().be(Mood.WELL);
    assertThat(anna.submit(form).verdict()).contains("You said no");
  }

  @Test
  void aVerdictThatTakesLongerIsLookedForAgain() {
    http.log().be(Mood.VIEW_BEHIND);
    assertThat(anna.submit(anna.open(ONE).form("Deny")).verdict()).contains("no verdict yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"review", "approve", "offer", "deny", "revoke", "ask", "withdraw-offer"})
  void whoOnlyReadsSeesNoButtonAndIsRefused(String what) {
    var dora = visitor("dora", "auditor");
    var hers = dora.open(ONE);
    assertThat(hers.buttons()).isEmpty();
    var form = anna.open(ONE).form("Approve").with("csrf", hers.csrf());
    var answer = dora.send(new PortalForm(ONE + "/" + what, form.fields()));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(PortalPage.of(answer).text()).contains("Deciding takes one of the roles");
    assertThat(happened()).containsExactly("RequestOpened");
  }

  @Test
  void anothersRequestIsNotThere() {
    http.register(FABRIKAM);
    http.open(FABRIKAM, "req-1");
    var theirs = anna.get("/portal/tenants/fabrikam/requests/req-1");
    var none = anna.get(TENANT + "/requests/req-0");
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(withoutInstance(theirs)).isEqualTo(withoutInstance(none));
    var form = anna.open(ONE).form("Deny");
    var answer =
        anna.send(new PortalForm("/portal/tenants/fabrikam/requests/req-1/deny", form.fields()));
    assertThat(withoutInstance(answer)).isEqualTo(withoutInstance(none));
  }

  private static String withoutInstance(Answer answer) {
    return answer.text().replaceAll("urn:uuid:[0-9a-f-]+", "");
  }

  private PortalVisitor visitor(String person, String role) {
    return PortalVisitor.signedIn(http, person, CONTOSO, role);
  }

  private Iterable<String> happened() {
    return http.caller("dora", CONTOSO, "auditor")
        .get("/v1/tenants/contoso/requests/req-1/events")
        .ok()
        .path("items")
        .findValuesAsText("type");
  }
}
