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
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonalText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Access that no approval covers, as its customer reads of it. */
@ExtendWith(OneHttpRig.class)
class ExclusionsHttpTest {
  private static final String EXCLUSIONS = "/v1/tenants/contoso/exclusions";

  private final HttpRig http;

  ExclusionsHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    http.register(FABRIKAM);
  }

  @Test
  void whoeverIsTheProvidersReportsAndTheCustomerReadsIt() {
    http.registerProvider();
    var nils = http.caller("nils", History.PROVIDER);
    var path = "/v1/provider/exclusions/contoso/x-7";
    var told = nils.put(path, report("r-1", "INADVERTENT")).ok();
    assertThat(told.path("stage").asText()).isEqualTo("INVOKED");
    assertThat(nils.put(path, report("r-1", "INADVERTENT")).ok()).isEqualTo(told);
    nils.put(path, report("r-2", "LEGAL")).refused(409, "EXCLUSION_EXISTS");
    var carla = http.caller("carla", CONTOSO, "admin");
    assertThat(carla.get(EXCLUSIONS + "/x-7").ok()).isEqualTo(told);
    assertThat(nils.get(path).ok()).isEqualTo(told);
    http.caller("mira", History.PROVIDER).get(path).refused(404, "NO_SUCH_EXCLUSION");
    carla.put(path, report("r-3", "LEGAL")).refused(404, "NOT_FOUND");
  }

  @Test
  void breakingTheGlassTakesASecondPersonWhoMayBeThat() {
    http.registerProvider();
    var nils = http.caller("nils", History.PROVIDER);
    var path = "/v1/provider/exclusions/contoso/x-8";
    var asked = nils.put(path, report("r-1", "EMERGENCY")).ok();
    assertThat(asked.path("stage").asText()).isEqualTo("PROPOSED");
    var yes = "{\"decisionId\":\"yes\"}";
    nils.post(path + "/confirm", yes).refused(403, "NO_ROLE");
    http.caller("mira", History.PROVIDER, "admin")
        .post(path + "/confirm", yes)
        .refused(403, "NO_ROLE");
    var second = http.caller("carla", History.PROVIDER, "admin");
    assertThat(second.get(path).ok()).isEqualTo(asked);
    var broken = second.post(path + "/confirm", yes).ok();
    assertThat(broken.path("stage").asText()).isEqualTo("INVOKED");
    assertThat(broken.path("proposedBy").asText()).isEqualTo("nils");
    assertThat(broken.path("reportedBy").asText()).isEqualTo("carla");
  }

  /**
   * Two people broke the glass for Eva: there is no request, no grant and no yes of it anywhere.
   */
  @Test
  void nothingThatIsReadOfABrokenGlassCallsItApprovedOrOpensAnything() {
    http.registerProvider();
    var path = "/v1/provider/exclusions/contoso/x-8";
    http.caller("nils", History.PROVIDER).put(path, report("r-1", "EMERGENCY")).ok();
    http.caller("carla", History.PROVIDER, "admin")
        .post(path + "/confirm", Bodies.decision("yes"))
        .ok();
    var carla = http.caller("carla", CONTOSO, "admin");
    for (var read : List.of(EXCLUSIONS + "/x-8", EXCLUSIONS)) {
      assertThat(carla.get(read).ok().toString())
          .contains("EMERGENCY")
          .doesNotContainIgnoringCase("approv")
          .doesNotContainIgnoringCase("grant");
    }
    for (var none : List.of("requests", "entitlements?engineer=eva", "sessions", "activity")) {
      assertThat(carla.get("/v1/tenants/contoso/" + none).ok().path("items")).as(none).isEmpty();
    }
    var gateway = http.caller(SessionSamples.GATEWAY.value(), History.PROVIDER, "gateway");
    gateway
        .post("/v1/tenants/contoso/requests/x-8/lease", "{\"nonce\":\"0123456789abcdef\"}")
        .refused(404, "NO_SUCH_REQUEST");
    var asks =
        "{\"decisionId\":\"a\",\"engineer\":\"eva\",\"request\":\"x-8\",\"session\":null,"
            + "\"action\":\"vm.disk.read\",\"resource\":\"/vms/1\"}";
    var answer = gateway.post("/v1/tenants/contoso/authorize", asks).ok();
    assertThat(answer.path("decision").asBoolean(true)).isFalse();
    assertThat(answer.path("findings").toString()).contains("NO_REQUEST");
  }

  @Test
  void aReportThatMakesNoSenseIsRefusedByName() {
    http.registerProvider();
    var nils = http.caller("nils", History.PROVIDER);
    var good = report("r-1", "LEGAL");
    nils.put("/v1/provider/exclusions/nobody/x", good).refused(422, "UNKNOWN_TENANT");
    nils.put("/v1/provider/exclusions/contoso/%20", good).refused(404, "NO_SUCH_EXCLUSION");
    var path = "/v1/provider/exclusions/contoso/x-9";
    nils.put(path, good.replace("LEGAL", "APPROVED")).refused(400, "INVALID_REQUEST");
    nils.put(path, good.replace("\"/vms/1\"", "")).refused(400, "INVALID_REQUEST");
    nils.put(path, good.replace("a packet capture", " ")).refused(422, "INVALID_REASON");
    nils.get(path).refused(404, "NO_SUCH_EXCLUSION");
  }

  @Test
  void theCustomerIsShownThePseudonymOfWhoHasTheAccess() {
    http.registerProvider();
    var path = "/v1/provider/exclusions/contoso/x-7";
    var body = report("r-1", "LEGAL").replace("}", ",\"pseudonym\":\"Engineer 7\"}");
    http.caller("nils", History.PROVIDER).put(path, body).ok();
    var carla = http.caller("carla", CONTOSO, "admin");
    assertThat(carla.get(EXCLUSIONS + "/x-7").ok().path("engineer").asText())
        .isEqualTo("Engineer 7");
    for (var read : List.of(EXCLUSIONS, EXCLUSIONS + "/x-7")) {
      assertThat(carla.get(read).ok().toString()).doesNotContain("\"eva\"");
    }
    var blank = body.replace("Engineer 7", " ").replace("r-1", "r-2");
    http.caller("nils", History.PROVIDER)
        .put("/v1/provider/exclusions/contoso/x-6", blank)
        .refused(400, "INVALID_REQUEST");
  }

  private static String report(String decisionId, String category) {
    return ("{\"decisionId\":\"%s\",\"category\":\"%s\",\"engineer\":\"eva\",\"incident\":\"INC-7\","
            + "\"resources\":[\"/vms/1\"],\"exposure\":\"ENCRYPTED\",\"evidence\":\"a packet capture\"}")
        .formatted(decisionId, category);
  }

  @Test
  void aCustomerReadsWhatNoApprovalCoversAndTakesNoteOfIt() {
    var report =
        new ExclusionReport(
            ExclusionCategory.INADVERTENT,
            Cast.EVA,
            new IncidentId("INC-7"),
            Cast.RESOURCES,
            DataExposure.ENCRYPTED,
            new PersonalText(OPERATOR, "a packet capture held encrypted traffic"));
    var by = new Attempt(OPERATOR, new DecisionId("report-1"));
    http.decide(new ReportExclusion(new ExclusionId(CONTOSO, "x-1"), by, report), MORNING);
    var carla = http.caller("carla", CONTOSO, "admin");

    var shown = carla.get(EXCLUSIONS + "/x-1").ok();
    assertThat(shown.path("stage").asText()).isEqualTo("INVOKED");
    assertThat(shown.path("category").asText()).isEqualTo("INADVERTENT");
    assertThat(shown.path("exposure").asText()).isEqualTo("ENCRYPTED");
    assertThat(shown.path("deadline").asText()).isEqualTo("2026-03-05T08:00:00Z");
    assertThat(carla.get(EXCLUSIONS).ok().path("items").get(0)).isEqualTo(shown);
    assertThat(carla.get(EXCLUSIONS + "?after=x-1").ok().path("items")).isEmpty();

    var dora = http.caller("dora", CONTOSO, "auditor");
    var note = EXCLUSIONS + "/x-1/acknowledge";
    var noting = "{\"decisionId\":\"n-1\",\"reason\":\"seen\"}";
    dora.post(note, noting).refused(403, "NOT_OF_THE_CUSTOMER");
    var noted = carla.post(note, noting).ok();
    assertThat(noted.path("stage").asText()).isEqualTo("ACKNOWLEDGED");
    assertThat(noted.path("acknowledgedBy").asText()).isEqualTo("carla");
    assertThat(carla.post(note, noting).ok()).isEqualTo(noted);
    var again = noting.replace("n-1", "n-2");
    carla.post(note, again).refused(409, "ALREADY_ACKNOWLEDGED");
    carla.post(EXCLUSIONS + "/x-2/acknowledge", again).refused(404, "NO_SUCH_EXCLUSION");
    carla.get(EXCLUSIONS + "/x-2").refused(404, "NO_SUCH_EXCLUSION");
    carla.get(EXCLUSIONS + "/%20").refused(404, "NO_SUCH_EXCLUSION");
    var stranger = http.caller("anna", FABRIKAM, "approver");
    stranger.get(EXCLUSIONS + "/x-1").refused(404, "NO_SUCH_REQUEST");
    var more = "{\"decisionId\":\"n-3\",\"approved\":true}";
    carla.post(note, more).refused(400, "INVALID_REQUEST");
  }
}
