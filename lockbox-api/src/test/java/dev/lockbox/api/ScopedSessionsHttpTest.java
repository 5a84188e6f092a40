package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.JIT;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads some requests only reads the sessions of these, what was done in them, and no more. */
@ExtendWith(OneHttpRig.class)
class ScopedSessionsHttpTest {
  private static final String TENANT = "/v1/tenants/contoso";
  private static final String PORTAL = "/portal/tenants/contoso";
  private static final String ARO1 = "/clusters/aro1/ns/openshift-etcd";
  private static final String ARO2 = "/clusters/aro2/ns/openshift-etcd";

  private final HttpRig http;
  private final HttpCaller anna;
  private final HttpCaller sam;
  private final HttpCaller tim;
  private int told;

  /**
   * Eva had a session under a grant for two clusters, and has one under each of two others: in one
   * of these clusters, which is Sam's, and in the other.
   */
  ScopedSessionsHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    var assignments =
        new Assignments(
            List.of(
                assignment("anna", ""),
                assignment("sam", "/clusters/aro1"),
                assignment("tim", "/clusters/aro3")));
    http.decide(
        new ChangeSettings(CONTOSO, by(CARLA), Policies.settingsHaving(assignments)), MORNING);
    inSession("both", ARO1, ARO2);
    http.decide(
        new EndSession(
            EVA_AT_CONTOSO, by(GATEWAY), new SessionId("in-both"), new RequestId(CONTOSO, "both")),
        MORNING);
    inSession("here", ARO1);
    inSession("there", ARO2);
    http.decide(
        new ReportDevice(EVA_AT_CONTOSO, by(GATEWAY), new DeviceId("another"), false), MORNING);
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.sam = http.caller("sam", CONTOSO, "approver");
    this.tim = http.caller("tim", CONTOSO, "approver");
  }

  private static Assignment assignment(String person, String resources) {
    var member = Member.of(person, person + "@contoso.example");
    return new Assignment(member, CustomerRole.APPROVER, resources);
  }

  /** Under a grant of Anna's, in which something is done. */
  private void inSession(String id, String... resources) {
    var request = new RequestId(CONTOSO, id);
    var all = Arrays.stream(resources).map(ResourceName::new).toList();
    var asked =
        new Asked(
            EVA,
            new PersonalText(EVA, Cast.JUSTIFICATION),
            Optional.of(Cast.TICKET),
            Cast.ACTIONS,
            all,
            Optional.empty());
    http.decide(new OpenRequest(request, new Attempt(JIT, new DecisionId(id)), asked), MORNING);
    http.decide(new Approve(request, by(ANNA), Optional.empty(), 1, Optional.empty()), MORNING);
    var session = new SessionId("in-" + id);
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            session,
            request,
            Optional.of(all.getFirst()),
            Optional.empty(),
            CONNECTION),
        MORNING);
    http.decide(
        new ReportAction(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            Optional.of(request),
            Optional.of(session),
            SessionSamples.DEED),
        MORNING);
  }

  @Test
  void whoReadsEverythingIsShownAllOfThem() {
    assertThat(ids(anna, "/sessions")).containsExactlyInAnyOrder("in-here", "in-there");
    assertThat(ids(anna, "/requests/both/sessions")).containsExactly("in-both");
    assertThat(texts(anna, "/activity", "request")).contains("here", "there", "both", "null");
  }

  @Test
  void insideOfTheirScopeTheyAreShown() {
    assertThat(ids(sam, "/sessions")).containsExactly("in-here");
    assertThat(ids(sam, "/requests/here/sessions")).containsExactly("in-here");
    assertThat(sam.get(TENANT + "/requests/here/sessions").ok())
        .isEqualTo(anna.get(TENANT + "/requests/here/sessions").ok());
    assertThat(texts(sam, "/activity", "type"))
        .containsExactly("ActionPerformed", "SessionStarted");
    assertThat(texts(sam, "/activity", "request")).containsOnly("here");
    assertThat(ids(sam, "/activity?session=in-here")).isNotEmpty();
  }

  /** What touches anything outside looks like what is not there, to the last letter. */
  @Test
  void outsideOfItNothingIsThere() {
    for (var id : List.of("there", "both", "unknown")) {
      sam.get(TENANT + "/requests/" + id + "/sessions").refused(404, "NO_SUCH_REQUEST");
      for (var query : List.of("request=" + id, "session=in-" + id)) {
        assertThat(sam.get(TENANT + "/activity?" + query).ok())
            .as(query)
            .isEqualTo(sam.get(TENANT + "/activity?request=nothing").ok());
      }
    }
    assertThat(sam.get(TENANT + "/activity?resource=/clusters/aro2").ok().path("items")).isEmpty();
    assertThat(sam.get(TENANT + "/activity?type=DevicePostureChanged").ok().path("items"))
        .isEmpty();
    assertThat(texts(sam, "/activity?engineer=eva", "request")).containsOnly("here");
  }

  @Test
  void whoseScopeHoldsNoneOfThemIsShownNone() {
    assertThat(tim.get(TENANT + "/sessions").ok().path("items")).isEmpty();
    assertThat(tim.get(TENANT + "/activity").ok().path("items")).isEmpty();
    tim.get(TENANT + "/requests/here/sessions").refused(404, "NO_SUCH_REQUEST");
    http.caller("nobody", CONTOSO, "approver").get(TENANT + "/sessions").refused(403, "NO_ROLE");
    http.caller("nobody", CONTOSO, "approver").get(TENANT + "/activity").refused(403, "NO_ROLE");
  }

  @Test
  void asTheyStoodTheyAreShownNoMoreThanAsTheyStand() {
    var then = "?asOf=" + MORNING;
    assertThat(ids(anna, "/sessions" + then)).containsExactlyInAnyOrder("in-here", "in-there");
    assertThat(ids(sam, "/sessions" + then)).containsExactly("in-here");
    assertThat(ids(sam, "/requests/here/sessions" + then)).containsExactly("in-here");
    assertThat(ids(tim, "/sessions" + then)).isEmpty();
    for (var id : List.of("there", "both", "unknown")) {
      sam.get(TENANT + "/requests/" + id + "/sessions" + then).refused(404, "NO_SUCH_REQUEST");
    }
    http.caller("nobody", CONTOSO, "approver")
        .get(TENANT + "/sessions" + then)
        .refused(403, "NO_ROLE");
  }

  @Test
  void pageByPageThereIsNoMore() {
    var seen = 0;
    var next = "";
    do {
      var page = sam.get(TENANT + "/activity?limit=1" + next).ok();
      assertThat(page.path("items").findValuesAsText("request")).allMatch("here"::equals);
      seen += page.path("items").size();
      next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
    } while (!next.isEmpty());
    assertThat(seen).isEqualTo(2);
  }

  @Test
  void theirPagesShowTheSameAndLeadThere() {
    var visitor = PortalVisitor.signedIn(http, "sam", CONTOSO, "approver");
    var open = visitor.open(PORTAL + "/sessions");
    assertThat(open.text()).contains("in-here").doesNotContain("in-there", "in-both");
    assertThat(open.links()).contains(PORTAL + "/activity").doesNotContain(PORTAL + "/exclusions");
    assertThat(visitor.open(PORTAL + "/activity").text())
        .contains("in-here")
        .doesNotContain("in-there", "in-both");
    var request = visitor.open(PORTAL + "/requests/here");
    assertThat(request.links()).contains(PORTAL + "/requests/here/sessions");
    assertThat(request.text())
        .contains("What lies outside of your scope is not shown here.", "in-here")
        .doesNotContain("in-there", "in-both");
    assertThat(visitor.open(PORTAL + "/requests/here/sessions").text()).contains("in-here");
    assertThat(visitor.fetch(PORTAL + "/requests/there/sessions").status()).isEqualTo(404);
  }

  private static List<String> ids(HttpCaller caller, String path) {
    return texts(caller, path, path.contains("activity") ? "session" : "id");
  }

  private static List<String> texts(HttpCaller caller, String path, String name) {
    return caller
        .get(TENANT + path)
        .ok()
        .path("items")
        .valueStream()
        .map(item -> item.path(name))
        .map(JsonNode::asText)
        .toList();
  }

  private Attempt by(PersonId person) {
    told++;
    return new Attempt(person, new DecisionId("told-" + told));
  }
}
