package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.api.command.FakeLog.Mood;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How administrators change rules in a browser. */
@ExtendWith(OneHttpRig.class)
class PortalRulesHttpTest {
  private static final String RULES = "/portal/tenants/contoso/settings";
  private static final String API = "/v1/tenants/contoso/settings";
  private static final String NO_TICKET = "\"ticketRequired\" : false";
  private static final String TICKET = "\"ticketRequired\" : true";
  private static final String COMPARE = "Show what it would change";
  private static final String SET = "Set these rules";

  private final HttpRig http;
  private final PortalVisitor carla;

  PortalRulesHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO, SetRules.TWO_ADMINS);
    this.carla = PortalVisitor.signedIn(http, "carla", CONTOSO, "admin");
  }

  @Test
  void rulesAreSetOnceItWasShownWhatTheyChange() {
    assertThat(carla.open(RULES).links()).contains(RULES + "/change");
    var shown = compared(carla, NO_TICKET, TICKET);
    assertThat(shown.text()).contains("What it would change", "/ticketRequired: false -> true");
    assertThat(http.log().appended()).isZero();
    var after = carla.submit(shown.form(SET));
    assertThat(after.verdict()).contains("Your change of the rules was taken down");
    assertThat(after.text()).contains("in version 2", "A ticket is needed yes");
    assertThat(rules().path("ticketRequired").asBoolean()).isTrue();
  }

  @Test
  void whatIsSetIsWhatWasShownHoweverOftenItIsSent() {
    var form = compared(carla, NO_TICKET, TICKET).form(SET);
    assertThat(carla.send(form).header("Location")).isEqualTo(carla.send(form).header("Location"));
    assertThat(carla.open(RULES).text()).contains("in version 2");
  }

  @Test
  void nothingIsSetWhereNothingWouldChange() {
    var shown = compared(carla, NO_TICKET, NO_TICKET);
    assertThat(shown.text()).contains("Nothing: these rules hold already");
    assertThat(shown.buttons()).containsExactly(COMPARE);
  }

  @Test
  void whatIsWrongIsSaidInWordsAndWhatWasWrittenStays() {
    var contradicting = carla.open(RULES + "/change").form(COMPARE);
    var none =
        contradicting
            .fields()
            .get("settings")
            .getFirst()
            .replace("\"quorum\" : 1", "\"quorum\" : 9");
    var refused = carla.send(contradicting.with("settings", none));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(PortalPage.of(refused).verdict()).contains("quorum");
    assertThat(written(PortalPage.of(refused))).isEqualTo(none);
    for (var garbled : List.of("{", "[]", "{\"stages\": []}", "no <b>JSON</b>")) {
      var answer = carla.send(contradicting.with("settings", garbled));
      assertThat(answer.status()).as(garbled).isEqualTo(400);
      assertThat(PortalPage.of(answer).buttons()).containsExactly(COMPARE);
      assertThat(written(PortalPage.of(answer))).isEqualTo(garbled);
    }
    assertThat(http.log().appended()).isZero();
  }

  @Test
  void whatWasComparedWithOtherRulesIsRefusedInWordsAndComparedAgain() {
    var shown = compared(carla, NO_TICKET, TICKET);
    var dora = PortalVisitor.signedIn(http, "dora", CONTOSO, "admin");
    dora.submit(compared(dora, "\"SNAPSHOT\"", "\"LIVE\"").form(SET));
    var refused = carla.send(shown.form(SET));
    assertThat(refused.status()).isEqualTo(409);
    var page = PortalPage.of(refused);
    assertThat(page.verdict()).contains("Another version stands than the one that was read");
    assertThat(page.buttons()).containsExactly(COMPARE);
    var again = PortalPage.of(carla.send(page.form(COMPARE)));
    assertThat(again.text())
        .contains("/ticketRequired: false -> true", "/approvers: \"LIVE\" -> \"SNAPSHOT\"");
    assertThat(carla.submit(again.form(SET)).text()).contains("in version 3");
  }

  @Test
  void aSecondAdministratorSeesWhatIsProposedAndAgrees() {
    var second = "\"secondPersonRequired\" : ";
    carla.submit(compared(carla, second + "false", second + "true").form(SET));
    var proposed = carla.submit(compared(carla, NO_TICKET, TICKET).form(SET));
    assertThat(proposed.verdict()).contains("waits for a second administrator");
    assertThat(proposed.text()).contains("proposed by carla", "/ticketRequired: false -> true");
    assertThat(proposed.buttons()).isEmpty();
    assertThat(rules().path("ticketRequired").asBoolean()).isFalse();
    var dora = PortalVisitor.signedIn(http, "dora", CONTOSO, "admin");
    var agreeing = dora.open(RULES);
    assertThat(agreeing.text()).contains("/ticketRequired: false -> true");
    assertThat(dora.submit(agreeing.form("Agree to these rules")).verdict()).contains("taken down");
    assertThat(rules().path("ticketRequired").asBoolean()).isTrue();
    var late = dora.send(agreeing.form("Agree to these rules").with("decisionId", "again"));
    assertThat(late.status()).isEqualTo(404);
    assertThat(PortalPage.of(late).heading()).isNotEmpty();
  }

  @Test
  void aChangeThatIsRefusedLaterIsSaidToBe() {
    var shown = compared(carla, NO_TICKET, TICKET);
    var dora = PortalVisitor.signedIn(http, "dora", CONTOSO, "admin");
    dora.submit(compared(dora, "\"SNAPSHOT\"", "\"LIVE\"").form(SET));
    http.log().be(Mood.VIEW_BEHIND);
    var verdict = leadingTo(carla.send(shown.form(SET)));
    assertThat(carla.open(verdict).verdict()).contains("has no verdict yet");
    http.log().be(Mood.WELL);
    assertThat(carla.open(verdict).verdict())
        .contains("Another version stands than the one that was read");
    assertThat(dora.open(verdict).verdict()).contains("has no verdict yet");
  }

  @Test
  void whatWasProposedIsSaidToWaitForAsLongAsItDoes() {
    var second = "\"secondPersonRequired\" : ";
    carla.submit(compared(carla, second + "false", second + "true").form(SET));
    var verdict = leadingTo(carla.send(compared(carla, NO_TICKET, TICKET).form(SET)));
    assertThat(carla.open(verdict).verdict()).contains("waits for a second administrator");
    var dora = PortalVisitor.signedIn(http, "dora", CONTOSO, "admin");
    dora.submit(dora.open(RULES).form("Agree to these rules"));
    assertThat(carla.open(verdict).verdict()).contains("was proposed, and waits no more");
  }

  @Test
  void nobodyElseChangesRulesAndLookingChangesNone() {
    var form = compared(carla, NO_TICKET, TICKET).form(SET);
    http.open(CONTOSO, "req-1");
    var anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    assertThat(anna.open(RULES).links()).doesNotContain(RULES + "/change");
    assertThat(anna.get(RULES + "/change").status()).isEqualTo(403);
    var csrf = anna.open("/portal/tenants/contoso/waiting").csrf();
    assertThat(anna.send(form.with("csrf", csrf)).status()).isEqualTo(403);
    for (var what : List.of("/set", "/compare", "/confirm")) {
      for (var method : List.of("GET", "HEAD", "PUT", "DELETE")) {
        assertThat(carla.send(method, RULES + what).status()).as(method).isBetween(400, 499);
      }
    }
    assertThat(http.log().appended()).isZero();
  }

  private static PortalPage compared(PortalVisitor who, String before, String after) {
    var form = who.open(RULES + "/change").form(COMPARE);
    var written = form.fields().get("settings").getFirst();
    assertThat(written).contains(before);
    var answer = who.send(form.with("settings", written.replace(before, after)));
    assertThat(answer.status()).isEqualTo(200);
    return PortalPage.of(answer);
  }

  private static String leadingTo(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(303);
    return answer.header("Location").orElseThrow().replaceAll("#.*", "");
  }

  private static String written(PortalPage page) {
    return page.all("//textarea").getFirst().getTextContent();
  }

  private JsonNode rules() {
    return http.caller("carla", CONTOSO, "admin").get(API).ok().path("settings");
  }
}
