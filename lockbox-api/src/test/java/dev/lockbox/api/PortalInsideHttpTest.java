package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.RequestId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the provider's own approvers do in the portal before a customer is asked. */
@ExtendWith(OneHttpRig.class)
class PortalInsideHttpTest {
  private static final String LIST = "/portal/provider/requests/contoso";
  private static final String INSIDE = LIST + "/inside";

  private final HttpRig http;

  /** A request waits for Mira, and then for Sam. */
  PortalInsideHttpTest(HttpRig http) {
    this.http = http;
    http.registerProvider();
    http.register(CONTOSO);
    http.log().history().wanting(TWO_INTERNAL_STAGES);
    http.openDetailed(new RequestId(CONTOSO, "inside"));
  }

  @Test
  void theySayYesInTheirOrderAndThenTheCustomerIsAsked() {
    var mira = insider("mira");
    assertThat(mira.open(LIST).links()).contains(INSIDE);
    var once = mira.submit(mira.open(INSIDE).form("Approve"));
    assertThat(once.verdict()).contains("Others inside must still agree");
    assertThat(once.text()).contains("Passed.", "1 still missing");
    var sam = insider("sam");
    var after = sam.submit(sam.open(INSIDE).form("Approve").with("reason", "needed tonight"));
    assertThat(after.verdict()).contains("the customer is asked");
    var anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    assertThat(anna.open("/portal/tenants/contoso/requests/inside").text())
        .contains("Agreed to inside the provider by mira, sam");
  }

  @Test
  void aNoInsideEndsItUnseen() {
    var mira = insider("mira");
    assertThat(mira.submit(mira.open(INSIDE).form("Deny")).verdict())
        .contains("The customer is not asked");
  }

  @Test
  void theEngineerReadsItAndIsToldWhyNot() {
    var eva = insider("eva");
    assertThat(eva.submit(eva.open(INSIDE).form("Approve")).verdict())
        .contains("Nobody approves their own request");
  }

  @Test
  void toEverybodyElseThereIsNothingThere() {
    assertThat(insider("nils").get(INSIDE).status()).isEqualTo(404);
    var anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    assertThat(anna.get(INSIDE).status()).isEqualTo(404);
    assertThat(anna.get("/portal/tenants/contoso/requests/inside").status()).isEqualTo(404);
  }

  @Test
  void aYesTakesAFreshProofOfWhoSaysItHereToo() {
    var mira = insider("mira");
    http.clock().set(MORNING.plus(Duration.ofMinutes(6)));
    var sentAway = mira.send(mira.open(INSIDE).form("Approve"));
    assertThat(sentAway.header("Location").orElseThrow()).startsWith("/signin?again=true");
  }

  @Test
  void theirPagesHearOfWhatTheyMayReadAndOfNothingElse() throws IOException {
    var sam = insider("sam");
    var mira = insider("mira");
    var page = mira.open(INSIDE);
    try (var ofAll = sam.hear(LIST);
        var ofOne = sam.hear(INSIDE)) {
      http.log().history().wanting(EvaluationRules.NONE);
      http.open(CONTOSO, "customers-alone");
      mira.submit(page.form("Approve"));
      for (var heard : List.of(ofAll, ofOne)) {
        var told = heard.next("event");
        assertThat(told.data().toString()).isEqualTo("{\"request\":\"inside\"}");
      }
    }
  }

  @Test
  void nothingFallsBetweenTheirPageAndItsStream() throws IOException {
    var sam = insider("sam");
    var page = sam.open(INSIDE);
    var mira = insider("mira");
    mira.submit(mira.open(INSIDE).form("Deny"));
    try (var heard = sam.listen(page.news())) {
      assertThat(heard.next("event").data().path("request").asText()).isEqualTo("inside");
    }
  }

  @Test
  void nobodyElseHearsThem() throws IOException {
    var news = insider("sam").open(INSIDE).news();
    var ofAll = news.replaceAll("&.*", "");
    assertThat(insider("nils").fetch(news).status()).isEqualTo(404);
    var anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    assertThat(anna.fetch(news).status()).isEqualTo(404);
    assertThat(anna.fetch(ofAll).status()).isEqualTo(404);
    assertThat(http.browser().fetch(ofAll).status()).isEqualTo(401);
    assertThat(insider("sam").fetch(ofAll.replace("contoso", "nobody")).status()).isEqualTo(404);
    assertThat(insider("sam").fetch(ofAll + "x").status()).isEqualTo(400);
    try (var nils = insider("nils").listen(ofAll)) {
      var mira = insider("mira");
      mira.submit(mira.open(INSIDE).form("Deny"));
      assertThat(nils.upTo("alive")).isEmpty();
      assertThat(nils.upTo("alive")).as("said again when nothing was told").isEmpty();
    }
  }

  private PortalVisitor insider(String person) {
    return PortalVisitor.signedIn(http, person, History.PROVIDER);
  }
}
