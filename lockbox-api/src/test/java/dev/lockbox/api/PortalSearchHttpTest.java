package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people see of sessions, of what was done in them and of what happened, and how they find
 * some of it.
 */
@ExtendWith(OneHttpRig.class)
class PortalSearchHttpTest {
  private static final String TENANT = "/portal/tenants/contoso";
  private static final String ONE = TENANT + "/requests/req-1";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final SessionId SESSION = new SessionId("s1");

  private final HttpRig http;
  private final PortalVisitor anna;
  private int told;

  /** Eva's session under a grant of Anna's. */
  PortalSearchHttpTest(HttpRig http) {
    this.http = http;
    http.requestOfContoso();
    http.decide(
        new Approve(REQUEST, by(Cast.ANNA), Optional.empty(), 1, Optional.empty()), MORNING);
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            by(GATEWAY),
            SESSION,
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
    this.anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
  }

  @Test
  void anOpenSessionIsShownWithWhoIsWhereAndForHowLong() {
    var open = anna.open(TENANT + "/sessions");
    assertThat(open.heading()).isEqualTo("Open sessions");
    assertThat(open.text()).contains("s1", "req-1", "eva", TARGET.value(), "by " + GATEWAY.value());
    assertThat(open.text()).contains("8 hours left at most");
    assertThat(open.links()).contains(ONE);
  }

  @Test
  void aSessionThatIsOverIsShownWithItsRequestAndWhatWasMadeOfTheGrant() {
    did(MORNING.plusSeconds(60));
    http.decide(
        new EndSession(EVA_AT_CONTOSO, by(GATEWAY), SESSION, REQUEST), MORNING.plusSeconds(120));
    assertThat(anna.open(TENANT + "/sessions").text()).contains("No session is known.");
    var sessions = anna.open(ONE + "/sessions");
    var ofOne = sessions.text();
    assertThat(ofOne).contains("ended 2 Mar 2026, 08:02 UTC", "Signed out");
    assertThat(ofOne).contains("What was made of the grant", DEED.action().value() + ", 1 times");
    assertThat(ofOne).contains("from DE", "on device " + DEVICE.value());
    var inOne = TENANT + "/activity?request=req-1&session=s1";
    assertThat(sessions.links()).contains(inOne);
    assertThat(anna.open(inOne).text()).contains("Session ended", "(signed out)");
    assertThat(rows("/activity?session=s1")).isEqualTo(3);
    assertThat(rows("/activity?session=s2")).isZero();
  }

  @Test
  void whatWasDoneIsShownWithWhoDidWhatWhereAndUnderWhichRequest() {
    did(MORNING.plusSeconds(60));
    var shown = anna.open(TENANT + "/activity");
    assertThat(shown.all("//tbody/tr")).hasSize(2);
    var deed = shown.all("//tbody/tr").getFirst().getTextContent();
    assertThat(deed).contains("2 Mar 2026, 08:01 UTC", "Action performed", "req-1", "eva");
    assertThat(deed).contains(DEED.action().value(), DEED.resource().value());
    assertThat(deed).contains("session s1", "told by " + GATEWAY.value(), "4096 bytes read");
    assertThat(deed.replaceAll("\\s+", " ")).contains("Get-PodLog Pod = etcd-0");
    assertThat(shown.links()).contains(ONE);
  }

  /** F38. */
  @Test
  void whatWasDoneIsFoundByWhatItWasByWhomWhenWhereAndUnderWhichRequest() {
    did(MORNING.plusSeconds(60));
    var one =
        List.of(
            "type=ActionPerformed",
            "resource=/clusters/aro1",
            "from=2026-03-02T08:01",
            "engineer=eva&request=req-1&type=ActionPerformed&until=2026-03-02T08:02");
    for (var query : one) {
      assertThat(rows("/activity?" + query)).as(query).isEqualTo(1);
    }
    var nothing =
        List.of("type=ActionDenied", "engineer=frida", "request=req-2", "until=2026-03-02T08:00");
    for (var query : nothing) {
      var found = anna.open(TENANT + "/activity?" + query);
      assertThat(found.text()).as(query).contains("Nothing of the kind is known");
    }
    assertThat(rows("/activity?type=&engineer=&resource=&request=&from=&until=")).isEqualTo(2);
  }

  @Test
  void whatWasPreventedIsShownWithHowOftenItWas() {
    told(DEED.kept(), MORNING.plusSeconds(60));
    assertThat(anna.open(TENANT + "/activity").text()).contains("(prevented)");
    told(DEED.kept(3), MORNING.plusSeconds(61));
    assertThat(anna.open(TENANT + "/activity").text()).contains("(prevented, 3 times)");
  }

  /** F38. */
  @Test
  void whatHappenedToARequestIsFoundByWhatItWasByWhomAndWhen() {
    var all = anna.open(ONE + "/history");
    assertThat(all.text())
        .contains("Request opened", "Request approved by anna", "Session started");
    assertThat(happened("type=RequestApproved")).isEqualTo(1);
    assertThat(happened("actor=anna&from=2026-03-02T08:00&until=2026-03-02T08:01")).isEqualTo(1);
    var done = anna.open(ONE).text();
    assertThat(done).contains("What happened, newest first", "Session started", "In session s1");
    for (var query : List.of("actor=ben", "from=2026-03-02T08:01", "until=2026-03-02T08:00")) {
      assertThat(anna.open(ONE + "/history?" + query).text())
          .as(query)
          .contains("Nothing of the kind happened");
    }
    assertThat(anna.open(ONE).links())
        .contains(ONE + "/history", TENANT + "/activity?request=req-1");
    did(MORNING.plusSeconds(60));
    assertThat(anna.open(ONE + "/history?type=ActionPerformed").text().replaceAll("\\s+", " "))
        .contains(DEED.action().value() + " Get-PodLog Pod = etcd-0", "on " + TARGET.value());
  }

  /** F38. */
  @Test
  void whatHappenedOverAllRequestsIsFoundByWhatItWasByWhomWhenAndByRequest() {
    http.open(CONTOSO, "req-2");
    http.decide(
        new Deny(new RequestId(CONTOSO, "req-2"), by(Cast.ANNA), Optional.empty()),
        MORNING.plusSeconds(60));
    var all = anna.open(TENANT + "/events");
    assertThat(all.heading()).isEqualTo("History");
    assertThat(all.all("//nav//a[@aria-current]").getFirst().getTextContent()).isEqualTo("History");
    assertThat(all.all("//tbody/tr").getFirst().getTextContent())
        .contains("2 Mar 2026, 08:01 UTC", "Request denied", "DenyLockboxRequest", "anna", "req-2");
    assertThat(all.text()).contains("Tenant registered", "Session started");
    assertThat(all.links()).contains(ONE, TENANT + "/requests/req-2");
    assertThat(rows("/events?type=RequestDenied")).isEqualTo(1);
    assertThat(rows("/events?operation=DenyLockboxRequest&type=&actor=")).isEqualTo(1);
    var denied = anna.open(TENANT + "/events?operation=DenyLockboxRequest");
    assertThat(denied.form("Show").body()).contains("operation=DenyLockboxRequest");
    assertThat(anna.get(TENANT + "/events?operation=Deny").status()).isEqualTo(400);
    assertThat(rows("/events?actor=anna")).isEqualTo(2);
    assertThat(rows("/events?actor=anna&request=req-1&until=2026-03-02T08:01")).isEqualTo(1);
    assertThat(rows("/events?from=2026-03-02T08:01&type=&actor=&request=&until=")).isEqualTo(1);
    for (var query : List.of("actor=ben", "from=2026-03-02T08:02", "type=SettingsChanged")) {
      assertThat(anna.open(TENANT + "/events?" + query).text())
          .as(query)
          .contains("Nothing of the kind happened.");
    }
    assertThat(anna.get(TENANT + "/events?request=req-9").status()).isEqualTo(404);
  }

  /** Whoever follows a link there finds what is known of it, not that there is nothing. */
  @Test
  void whatWasRefusedOfARequestThatWasNeverOpenedLeadsToAllThatIsKnownOfIt() {
    var never = new RequestId(CONTOSO, "req-9");
    http.decide(new Approve(never, by(Cast.ANNA), Optional.empty(), 1, Optional.empty()), MORNING);
    http.decide(new Deny(never, by(Cast.ANNA), Optional.empty()), MORNING);
    http.decide(
        new ReportAction(EVA_AT_CONTOSO, by(GATEWAY), Optional.of(never), Optional.empty(), DEED),
        MORNING);
    var found = TENANT + "/events?request=req-9";
    for (var path : List.of(TENANT + "/events", found)) {
      var page = anna.open(path);
      assertThat(page.text()).contains("req-9 never opened").doesNotContain("req-1 never opened");
      assertThat(page.links()).contains(found);
      assertThatEachLeadsSomewhere(page);
    }
    assertThat(rows("/events?request=req-9")).isEqualTo(3);
    assertThat(anna.get(TENANT + "/requests/req-9").status()).isEqualTo(404);

    var done = anna.open(TENANT + "/activity?type=ActionPerformed");
    assertThat(done.text()).contains("req-9", "No request");
    assertThatEachLeadsSomewhere(done);
    assertThatEachLeadsSomewhere(anna.open(ONE));
  }

  private void assertThatEachLeadsSomewhere(PortalPage page) {
    var links = page.links().stream().filter(link -> link.startsWith(TENANT)).distinct().toList();
    assertThat(links).isNotEmpty();
    for (var link : links) {
      assertThat(anna.get(link).status()).as(link).isEqualTo(200);
    }
  }

  /** F38. */
  @Test
  void requestsAreFoundByTheirState() {
    http.open(CONTOSO, "req-2");
    assertThat(rows("/requests")).isEqualTo(2);
    assertThat(rows("/requests?state=")).isEqualTo(2);
    var waiting = anna.open(TENANT + "/requests?state=CUSTOMER_NOTIFIED");
    assertThat(waiting.all("//tbody/tr")).hasSize(1);
    assertThat(waiting.text()).contains("req-2");
    assertThat(waiting.form("Show").body()).contains("state=CUSTOMER_NOTIFIED");
    assertThat(anna.open(TENANT + "/requests?state=DENIED").text())
        .contains("No request of the kind is known.");
    assertThat(anna.get(TENANT + "/requests?state=Waiting").status()).isEqualTo(400);
    for (var more = 0; more < 51; more++) {
      http.open(CONTOSO, "more-" + more);
    }
    var first = anna.open(TENANT + "/requests?state=CUSTOMER_NOTIFIED");
    assertThat(next(first)).contains("requests?state=CUSTOMER_NOTIFIED&cursor=");
    assertThat(anna.open(next(first)).all("//tbody/tr")).hasSize(2);
  }

  @Test
  void theNextPageIsOfTheSameSearchAndTheFormSaysWhatWasSought() {
    for (var deed = 0; deed < 52; deed++) {
      did(MORNING.plusSeconds(60 + deed));
    }
    var query = "?engineer=eva&type=ActionPerformed&from=2026-03-02T08:00";
    var first = anna.open(TENANT + "/activity" + query);
    assertThat(first.form("Show").body())
        .contains("engineer=eva", "type=ActionPerformed", "from=2026-03-02T08%3A00");
    assertThat(first.all("//tbody/tr")).hasSize(50);
    var next = next(first);
    assertThat(next).contains("engineer=eva&type=ActionPerformed&from=2026-03-02T08%3A00&cursor=");
    assertThat(anna.open(next).all("//tbody/tr")).hasSize(2);

    var happened = anna.open(TENANT + "/events?type=ActionPerformed&from=2026-03-02T08:00");
    assertThat(happened.form("Show").body()).contains("type=ActionPerformed");
    assertThat(happened.all("//tbody/tr")).hasSize(50);
    assertThat(next(happened)).contains("&from=2026-03-02T08%3A00&cursor=");
    assertThat(anna.open(next(happened)).all("//tbody/tr")).hasSize(2);

    var history = anna.open(ONE + "/history?type=ActionPerformed");
    assertThat(history.all("//ol/li")).hasSize(50);
    assertThat(next(history)).contains("history?type=ActionPerformed&cursor=");
    assertThat(anna.open(next(history)).all("//ol/li")).hasSize(2);
  }

  @Test
  void whatCannotBeLookedForIsRefusedInWordsAndWhatOthersMayReadIsNotShown() {
    for (var query : List.of("type=Anything", "from=yesterday", "until=8", "cursor=x")) {
      assertThat(anna.get(TENANT + "/activity?" + query).status()).as(query).isEqualTo(400);
      assertThat(anna.get(ONE + "/history?" + query).status()).as(query).isEqualTo(400);
      assertThat(anna.get(TENANT + "/events?" + query).status()).as(query).isEqualTo(400);
    }
    var nobody = PortalVisitor.signedIn(http, "eva", CONTOSO);
    for (var path :
        List.of(TENANT + "/sessions", TENANT + "/activity", TENANT + "/events", ONE + "/history")) {
      assertThat(nobody.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(anna.get("/portal/tenants/fabrikam/activity").status()).isEqualTo(404);
  }

  private int rows(String path) {
    return anna.open(TENANT + path).all("//tbody/tr").size();
  }

  private int happened(String query) {
    return anna.open(ONE + "/history?" + query).all("//ol/li").size();
  }

  private static String next(PortalPage page) {
    return page.all("//a[@rel='next']").getFirst().getAttribute("href");
  }

  private void did(Instant at) {
    told(DEED, at);
  }

  private void told(Deed deed, Instant at) {
    http.decide(
        new ReportAction(
            EVA_AT_CONTOSO, by(GATEWAY), Optional.of(REQUEST), Optional.of(SESSION), deed),
        at);
  }

  private Attempt by(PersonId actor) {
    told++;
    return new Attempt(actor, new DecisionId("told-" + told));
  }
}
