package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
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

  private PortalVisitor insider(String person) {
    return PortalVisitor.signedIn(http, person, History.PROVIDER);
  }
}
