package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an approver sees before deciding, and that looking changes nothing. */
@ExtendWith(OneHttpRig.class)
class PortalHttpTest {
  private static final String TENANT = "/portal/tenants/contoso";
  private static final String ONE = TENANT + "/requests/req-1";

  private final HttpRig http;
  private final PortalVisitor anna;

  PortalHttpTest(HttpRig http) {
    this.http = http;
    http.register(CONTOSO);
    this.anna = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
  }

  @Test
  void theQueueShowsWhatWaitsAndForHowLong() {
    assertThat(anna.open(TENANT + "/waiting").text()).contains("Nothing waits for a decision");
    http.open(CONTOSO, "req-1");
    http.clock().set(MORNING.plus(Duration.ofHours(20)));
    var queue = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver").open(TENANT + "/waiting");
    assertThat(queue.text())
        .contains("req-1", "Waiting for a decision", "eva", Cast.JUSTIFICATION)
        .contains("3 days 4 hours left");
    assertThat(queue.links()).contains(ONE);
  }

  /** F26, F27: all that is known, before anybody decides. */
  @Test
  void aRequestIsShownWithAllThatIsKnownOfIt() {
    http.openDetailed(new RequestId(CONTOSO, "req-1"));
    var page = anna.open(ONE);
    assertThat(page.text())
        .contains("Engineer 7", "of team storage-sre", "in DE", "with fido, pin")
        .contains(Cast.JUSTIFICATION, "restarted the member, and read its metrics")
        .contains(
            "INCIDENT", "severity A", "Data access", "Customer metadata", "Permission needed Read")
        .contains("k8s.pod.logs", "since = 2 hours", "/clusters/aro1/ns/openshift-etcd")
        .contains("over once it has been used", "2 Mar 2026, 12:00 UTC")
        .contains("servicedesk INC-4711", "OPEN", "opened by anna", "assigned to Engineer 7")
        .contains("env=prod", "req-1000", "Satisfied", "Resource scope")
        .contains("1 of 2 approvers", "anna, ben", "1 still missing");
    assertThat(page.links()).contains("https://servicedesk.example/tickets/INC-4711");
    assertThat(page.document().getTextContent() + page.text()).doesNotContainPattern("\\beva\\b");
  }

  /** A18: who sees the same digest has read the same. */
  @Test
  void theDigestIsThatOfTheApi() {
    http.open(CONTOSO, "req-1");
    var digest =
        http.caller("anna", CONTOSO, "approver")
            .get("/v1/tenants/contoso/requests/req-1")
            .ok()
            .path("digest")
            .asText();
    assertThat(anna.open(ONE).text().replace(" ", "")).contains(digest);
  }

  @Test
  void whatTheEngineerDidBeforeIsShown() {
    http.open(CONTOSO, "req-0");
    anna.submit(anna.open(TENANT + "/requests/req-0").form("Deny"));
    http.open(CONTOSO, "req-1");
    assertThat(anna.open(ONE).links()).contains(TENANT + "/requests/req-0");
    assertThat(anna.open(ONE).text()).contains("Denied");
  }

  /** A request that was not looked at is not said not to be there. */
  @Test
  void whatTheEngineerDidBeforeIsLookedForAmongManyAndWhereNotAllWereLookedAtItIsSaidSo() {
    http.open(CONTOSO, "req-0");
    othersAsk(0, 1100);
    http.open(CONTOSO, "req-1", MORNING.plusSeconds(1));
    assertThat(anna.open(ONE).links()).contains(TENANT + "/requests/req-0");
    othersAsk(1100, ReadableRequests.LOOKED_AT_MAX + 10);
    var page = anna.open(ONE);
    assertThat(page.links()).doesNotContain(TENANT + "/requests/req-0");
    assertThat(page.text())
        .contains("None of the newest 3000 requests is another of theirs.")
        .contains("Older ones were not looked at.")
        .contains("Nothing that they did is known here.")
        .doesNotContain("No other request of theirs is known here.");
  }

  private void othersAsk(int from, int to) {
    for (var one = from; one < to; one++) {
      open("other-" + one, Cast.FEMI, "why", MORNING.plusSeconds(1));
    }
  }

  /** H8. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</dd></dl><img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "{{7*7}} ${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ #{x} @{x} *{x} ~{x}",
        "<!--",
        "]]>",
        "&lt;b&gt; &amp; &#x3c;script&#x3e;",
        "</textarea><script>alert(1)</script>",
        "<style>*{display:none}</style>"
      })
  void whateverSomebodyWritesIsText(String hostile) {
    open("req-1", hostile);
    for (var path : List.of(ONE, TENANT + "/waiting", TENANT + "/requests")) {
      var page = anna.open(path);
      assertThat(page.text()).contains(hostile.replaceAll("\\s+", " "));
      assertThat(
              page.all(
                  "//script[not(@src = '/portal/assets/portal.js' or @src ="
                      + " '/portal/assets/passkeys.js') or text()] | //main//script | //style |"
                      + " //img | //svg | //iframe | //@*[starts-with(name(), 'on')]/.."))
          .isEmpty();
      assertThat(page.links()).noneMatch(link -> link.startsWith("javascript:"));
    }
  }

  @Test
  void whatHidesOrTurnsTheReadingDirectionIsShown() {
    open("req-1", "pay\u202Egnp.exe\u200B to \u2066me");
    assertThat(anna.open(ONE).text()).contains("pay‹U+202E›gnp.exe‹U+200B› to ‹U+2066›me");
  }

  /** H6: follows every link there is. */
  @Test
  void noLinkAsksForAnything() {
    http.open(CONTOSO, "req-1");
    http.open(CONTOSO, "req-2");
    anna.submit(anna.open(TENANT + "/requests/req-2").form("Approve"));
    var before = http.log().appended();
    var toVisit = new ArrayDeque<>(List.of("/portal"));
    var seen = new HashSet<String>();
    while (!toVisit.isEmpty()) {
      var path = toVisit.remove();
      if (path.startsWith("/") && seen.add(path)) {
        var answer = anna.get(path);
        if (answer.status() == 303) {
          toVisit.add(answer.header("Location").orElseThrow());
        } else {
          assertThat(answer.status()).as(path).isEqualTo(200);
          PortalPage.of(answer).links().forEach(toVisit::add);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(6).contains(ONE, TENANT + "/grants");
    assertThat(http.log().appended()).isEqualTo(before);
  }

  /** H6: nor does any method but the form's own. */
  @ParameterizedTest
  @ValueSource(strings = {"approve", "offer", "deny", "revoke", "ask", "withdraw-offer"})
  void noOtherMethodDecides(String what) {
    http.open(CONTOSO, "req-1");
    for (var method : List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")) {
      assertThat(anna.send(method, ONE + "/" + what).status()).as(method).isBetween(400, 499);
    }
    assertThat(http.log().appended()).isZero();
  }

  @Test
  void aPageCanBeReadByEar() {
    http.open(CONTOSO, "req-1");
    for (var path : List.of(ONE, TENANT + "/waiting", TENANT + "/grants", TENANT + "/requests")) {
      var page = anna.open(path);
      assertThat(page.all("/html[@lang='en']")).hasSize(1);
      assertThat(page.all("//main[@id='main']//h1")).hasSize(1);
      assertThat(page.all("//header//nav[@aria-label]")).hasSize(1);
      assertThat(page.all("//table[not(caption)] | //th[not(@scope)]")).isEmpty();
      assertThat(
              page.all("//textarea[not(@id = //label/@for)] | //select[not(@id = //label/@for)]"))
          .isEmpty();
      assertThat(page.all("//@style/..")).isEmpty();
      var ids = page.all("//*[@id]").stream().map(one -> one.getAttribute("id")).toList();
      assertThat(ids).doesNotHaveDuplicates();
    }
    assertThat(anna.open(ONE).all("//*[@role='status']")).hasSize(1);
  }

  private void open(String id, String justification) {
    open(id, Cast.EVA, justification, MORNING);
  }

  private void open(String id, PersonId engineer, String justification, Instant at) {
    var asked =
        new Asked(
            engineer,
            new PersonalText(engineer, justification),
            Optional.empty(),
            Cast.ACTIONS,
            Cast.RESOURCES,
            Optional.empty());
    var by = new Attempt(Cast.JIT, new DecisionId("open-" + id));
    http.decide(new OpenRequest(new RequestId(CONTOSO, id), by, asked), at);
  }
}
