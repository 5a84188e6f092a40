package dev.lockbox.api;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Evaluations.TWO_INTERNAL_STAGES;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.Assignment;
import dev.lockbox.domain.rules.Assignments;
import dev.lockbox.domain.rules.CustomerRole;
import dev.lockbox.domain.rules.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F38: what happened over all requests of a customer, and at the customer itself, is found. */
@ExtendWith(OneHttpRig.class)
class HappeningsHttpTest {
  private static final String EVENTS = "/v1/tenants/contoso/events";
  private static final PersonId BEN = new PersonId("ben");

  private final HttpRig http;
  private final HttpCaller anna;
  private int told;

  /** Of two requests one is granted and used, and one denied; then the rules are changed. */
  HappeningsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    http.register(CONTOSO);
    http.open(CONTOSO, "req-1", at(0));
    http.open(CONTOSO, "req-2", at(1));
    http.decide(
        new Approve(request("req-1"), by(ANNA), Optional.empty(), 1, Optional.empty()), at(2));
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            new SessionId("s1"),
            request("req-1"),
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        at(3));
    http.decide(new Deny(request("req-2"), by(BEN), Optional.empty()), at(4));
    http.decide(
        new Approve(request("req-2"), by(ANNA), Optional.empty(), 1, Optional.empty()), at(5));
    http.decide(new ChangeSettings(CONTOSO, by(CARLA), scoped()), at(6));
  }

  /**
   * Anna and Ben approve everything, and Sam what is in one cluster, in which all requests are, and
   * Tim in another.
   */
  private static Settings scoped() {
    return Policies.settingsHaving(
        new Assignments(
            List.of(
                assignment("anna", ""),
                assignment("ben", ""),
                assignment("sam", "/clusters/aro1"),
                assignment("tim", "/clusters/aro2"))));
  }

  private static Assignment assignment(String person, String resources) {
    var member = Member.of(person, person + "@contoso.example");
    return new Assignment(member, CustomerRole.APPROVER, resources);
  }

  @Test
  void whatHappenedOverAllRequestsAndAtTheCustomerComesNewestFirst() {
    var all = anna.get(EVENTS).ok();
    assertThat(told(all))
        .startsWith(
            "SettingsChanged - carla",
            "CommandRefused req-2 anna",
            "RequestDenied req-2 ben",
            "SessionStarted req-1 " + GATEWAY.value(),
            "RequestApproved req-1 anna");
    assertThat(all.path("items").findValuesAsText("type"))
        .contains("RequestOpened", "TenantRegistered");
    assertThat(all.path("next").isNull()).isTrue();
  }

  /** F38. */
  @Test
  void itIsFoundByWhatItWasByWhomWhenAndByRequest() {
    assertThat(found("type=RequestDenied")).containsExactly("RequestDenied req-2 ben");
    assertThat(found("type=RequestDenied&type=RequestApproved"))
        .containsExactly("RequestDenied req-2 ben", "RequestApproved req-1 anna");
    assertThat(found("actor=anna"))
        .containsExactly("CommandRefused req-2 anna", "RequestApproved req-1 anna");
    assertThat(found("request=req-2"))
        .containsExactly(
            "CommandRefused req-2 anna", "RequestDenied req-2 ben", found("request=req-2").get(2));
    assertThat(found("from=2026-03-02T08:04:00Z&until=2026-03-02T08:06:00Z"))
        .containsExactly("CommandRefused req-2 anna", "RequestDenied req-2 ben");
    assertThat(found("from=2026-03-02T08:06:00.001Z")).isEmpty();
    assertThat(found("from=2026-03-02T08:06:00Z&until=2026-03-02T08:06:00Z")).isEmpty();
    assertThat(found("type=SettingsChanged&actor=carla&from=2026-03-02T08:06:00Z"))
        .containsExactly("SettingsChanged - carla");
    assertThat(
            found(
                "type=CommandRefused&actor=anna&request=req-2"
                    + "&from=2026-03-02T08:05:00Z&until=2026-03-02T08:05:01Z"))
        .containsExactly("CommandRefused req-2 anna");
    assertThat(found("type=RequestDenied&request=req-1")).isEmpty();
    assertThat(found("type=RequestDenied&actor=anna")).isEmpty();
  }

  /** F38: a name out of a SIEM is found as it stands there, whether it was done or refused. */
  @Test
  void itIsFoundByItsNameInTheAuditRecord() {
    assertThat(found("operation=DenyLockboxRequest")).containsExactly("RequestDenied req-2 ben");
    assertThat(found("operation=ApproveLockboxRequest"))
        .containsExactly("CommandRefused req-2 anna", "RequestApproved req-1 anna");
    assertThat(found("operation=ApproveLockboxRequest&type=RequestApproved"))
        .containsExactly("RequestApproved req-1 anna");
    assertThat(found("operation=ApproveLockboxRequest&operation=DenyLockboxRequest"))
        .containsExactly(
            "CommandRefused req-2 anna", "RequestDenied req-2 ben", "RequestApproved req-1 anna");
    assertThat(found("operation=DenyLockboxRequest&type=RequestApproved")).isEmpty();
    var all = anna.get(EVENTS).ok();
    for (var one : all.path("items")) {
      var event = one.path("event");
      assertThat(operation(event)).isNotEmpty();
      assertThat(
              anna.get(EVENTS + "?limit=200&operation=" + operation(event))
                  .ok()
                  .findValues("sequence"))
          .contains(event.path("sequence"));
    }
  }

  /** One kind of event has several names, by what it says. */
  @Test
  void whatAnEventSaysIsInItsName() {
    http.decide(did(Optional.of(new SessionId("s1"))), at(4));
    http.decide(did(Optional.empty()), at(5));
    assertThat(findings("type=ActionPerformed")).hasSize(2);
    assertThat(findings("operation=PerformLockboxAction")).containsExactly("");
    assertThat(findings("operation=PerformUngrantedAction"))
        .singleElement()
        .asString()
        .isNotEmpty();
  }

  @Test
  void whatWasDeniedIsToldWithHowOftenItWas() {
    http.decide(
        new ReportAction(
            EVA_AT_CONTOSO, by(GATEWAY), Optional.empty(), Optional.empty(), DEED.kept(3)),
        at(4));
    assertThat(items(anna.get(EVENTS + "?type=ActionDenied").ok()))
        .singleElement()
        .satisfies(one -> assertThat(one.at("/event/activity/deed/times").asInt()).isEqualTo(3));
  }

  @Test
  void itIsReadPageByPageAndNothingTwice() {
    for (var list : List.of("?", "?request=req-1&", "?actor=anna&")) {
      var all = told(anna.get(EVENTS + list + "limit=200").ok());
      var paged = new ArrayList<String>();
      var next = Optional.of("");
      while (next.isPresent()) {
        var page = anna.get(EVENTS + list + "limit=2" + next.get()).ok();
        assertThat(page.path("items").size()).isLessThanOrEqualTo(2);
        paged.addAll(told(page));
        next = Optional.ofNullable(page.path("next").textValue()).map(it -> "&cursor=" + it);
      }
      assertThat(paged).as(list).isEqualTo(all).hasSizeGreaterThan(1);
    }
  }

  /** A broker's clock may run backwards; who looks for a time does not miss what it says. */
  @Test
  void whatIsStampedEarlierThanWhatWasBeforeItStandsAtItsTime() {
    http.open(CONTOSO, "req-3", at(2).plusSeconds(30));
    assertThat(found("from=2026-03-02T08:02:00Z&until=2026-03-02T08:03:00Z"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("RequestOpened req-3");
    assertThat(found("").getFirst()).isEqualTo("SettingsChanged - carla");
  }

  /** Whose scope it is not is told nothing of it, nor of the customer itself. */
  @Test
  void whoReadsSomeRequestsOnlyIsShownWhatHappenedToThese() {
    var sam = http.caller("sam", CONTOSO, "approver");
    assertThat(sam.get(EVENTS).ok().path("items").findValuesAsText("request"))
        .isNotEmpty()
        .containsOnly("req-1", "req-2");
    assertThat(told(sam.get(EVENTS + "?type=SettingsChanged").ok())).isEmpty();
    var tim = http.caller("tim", CONTOSO, "approver");
    assertThat(tim.get(EVENTS).ok().path("items")).isEmpty();
    tim.get(EVENTS + "?request=req-1").refused(404, "NO_SUCH_REQUEST");
    tim.get(EVENTS + "?request=unknown").refused(404, "NO_SUCH_REQUEST");
    http.caller("nobody", CONTOSO, "approver").get(EVENTS).refused(403, "NO_ROLE");
  }

  @Test
  void whatWaitsInsideTheProviderAndWhatHappensElsewhereIsNotThere() {
    http.log().history().wanting(TWO_INTERNAL_STAGES);
    http.openDetailed(request("inside"));
    assertThat(anna.get(EVENTS).ok().path("items").findValuesAsText("request"))
        .doesNotContain("inside");
    anna.get(EVENTS + "?request=inside").refused(404, "NO_SUCH_REQUEST");
    http.register(FABRIKAM);
    http.caller("anna", FABRIKAM, "approver").get(EVENTS).refused(404, "NO_SUCH_REQUEST");
    var theirs = http.caller("anna", FABRIKAM, "approver").get("/v1/tenants/fabrikam/events").ok();
    assertThat(theirs.path("items").findValuesAsText("type")).containsOnly("TenantRegistered");
  }

  @Test
  void whatCannotBeLookedForIsRefusedByName() {
    for (var query : List.of("from=yesterday", "until=8")) {
      assertThat(anna.get(EVENTS + "?" + query).text()).contains("from and until must be instants");
    }
    assertThat(anna.get(EVENTS + "?type=RequestDenied&type=Denied").text())
        .contains("type must be one of ");
    assertThat(anna.get(EVENTS + "?operation=Deny").text())
        .contains("operation must be one of AcceptLockboxOffer, ", ", DenyLockboxRequest, ");
    var next = anna.get(EVENTS + "?limit=1").ok().path("next").asText();
    for (var query :
        List.of(
            "from=yesterday",
            "until=8",
            "type=Denied",
            "type=RoleDefined",
            "operation=",
            "operation=RequestDenied",
            "operation=denylockboxrequest",
            "operation=DenyLockboxRequest&operation=Deny",
            "operation=DefineLockboxRole",
            "operation=QuarantineRecord",
            "limit=0",
            "limit=201",
            "cursor=x",
            "request=req-1&cursor=" + next)) {
      anna.get(EVENTS + "?" + query).refused(400, "INVALID_REQUEST");
    }
    for (var unknown : List.of("nothing", "%20", "req-1%00")) {
      anna.get(EVENTS + "?request=" + unknown).refused(404, "NO_SUCH_REQUEST");
    }
  }

  private List<String> found(String query) {
    return told(anna.get(EVENTS + "?" + query).ok());
  }

  private static List<String> told(JsonNode page) {
    return items(page)
        .map(
            one ->
                "%s %s %s"
                    .formatted(
                        one.at("/event/type").asText(),
                        one.path("request").asText("-"),
                        one.at("/event/actor").asText()))
        .toList();
  }

  private List<String> findings(String query) {
    return items(anna.get(EVENTS + "?" + query).ok())
        .map(one -> one.at("/event/activity/findings"))
        .map(all -> all.valueStream().map(JsonNode::asText).collect(Collectors.joining(" ")))
        .toList();
  }

  private ReportAction did(Optional<SessionId> session) {
    return new ReportAction(
        EVA_AT_CONTOSO, by(GATEWAY), Optional.of(request("req-1")), session, DEED);
  }

  private static String operation(JsonNode event) {
    return event.path("operation").asText();
  }

  private static Stream<JsonNode> items(JsonNode page) {
    return StreamSupport.stream(page.path("items").spliterator(), false);
  }

  private static Instant at(int minute) {
    return MORNING.plusSeconds(60L * minute);
  }

  private static RequestId request(String id) {
    return new RequestId(CONTOSO, id);
  }

  private Attempt by(PersonId actor) {
    told++;
    return new Attempt(actor, new DecisionId("told-" + told));
  }
}
