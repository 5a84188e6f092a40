package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of the portal hear of what happens after they were made. */
@ExtendWith(OneHttpRig.class)
class PortalNewsHttpTest {
  private static final String TENANT = "/portal/tenants/contoso";
  private static final String NEWS = TENANT + "/news";
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  private final HttpRig http;

  PortalNewsHttpTest(HttpRig http) {
    this.http = http;
    http.requestOfContoso();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/waiting", "/grants", "/requests", "/requests/req-1"})
  void aPageHearsWhatHappensAfterItWasMade(String page) throws IOException {
    try (var heard = anna().hear(TENANT + page)) {
      assertThat(heard.next("alive").data().path("sequence").asLong()).isEqualTo(2);
      approved();
      var said = heard.next("event");
      assertThat(said.id()).isEqualTo("3");
      assertThat(said.data().path("event").path("type").asText()).isEqualTo("RequestApproved");
    }
  }

  @Test
  void nothingFallsBetweenAPageAndItsStream() throws IOException {
    var anna = anna();
    var page = anna.open(TENANT + "/waiting");
    approved();
    try (var heard = anna.listen(page.news())) {
      assertThat(heard.next("event").id()).isEqualTo("3");
    }
  }

  @Test
  void aListHearsOfNoSessionsAndAPageOfNoOtherRequest() throws IOException {
    var anna = anna();
    try (var ofAll = anna.hear(TENANT + "/grants");
        var ofOne = anna.hear(TENANT + "/requests/req-1")) {
      http.open(CONTOSO, "req-2");
      approved();
      started();
      http.open(CONTOSO, "req-3");
      assertThat(ofAll.next("event").data().path("request").asText()).isEqualTo("req-2");
      assertThat(ofAll.next("event").data().path("request").asText()).isEqualTo("req-1");
      assertThat(ofAll.next("event").data().path("request").asText()).isEqualTo("req-3");
      assertThat(type(ofOne.next("event"))).isEqualTo("RequestApproved");
      assertThat(type(ofOne.next("event"))).isEqualTo("SessionStarted");
    }
  }

  @Test
  void aPageOfSessionsHearsOfSessions() throws IOException {
    approved();
    try (var open = anna().hear(TENANT + "/sessions");
        var activity = anna().hear(TENANT + "/activity");
        var ofOne = anna().hear(TENANT + "/requests/req-1/sessions")) {
      http.open(CONTOSO, "req-2");
      started();
      assertThat(type(open.next("event"))).isEqualTo("SessionStarted");
      assertThat(type(activity.next("event"))).isEqualTo("SessionStarted");
      assertThat(type(ofOne.next("event"))).isEqualTo("SessionStarted");
    }
  }

  @Test
  void thePageOfAllThatHappenedHearsOfAllThatHappens() throws IOException {
    try (var heard = anna().hear(TENANT + "/events")) {
      approved();
      started();
      reported();
      http.decide(settings(Cast.CARLA, "yes"), MORNING);
      assertThat(type(heard.next("event"))).isEqualTo("RequestApproved");
      assertThat(type(heard.next("event"))).isEqualTo("SessionStarted");
      assertThat(type(heard.next("event"))).isEqualTo("ExclusionInvoked");
      assertThat(type(heard.next("event"))).isEqualTo("SettingsChanged");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/keys", "/settings"})
  void aPageOfRulesHearsWhatTheyBecomeAndWhatIsRefused(String page) throws IOException {
    try (var heard = anna().hear(TENANT + page)) {
      approved();
      http.decide(settings(Cast.EVA, "no"), MORNING);
      http.decide(settings(Cast.CARLA, "yes"), MORNING);
      assertThat(type(heard.next("event"))).isEqualTo("CommandRefused");
      assertThat(type(heard.next("event"))).isEqualTo("SettingsChanged");
    }
  }

  @Test
  void thePageOfAccessWithoutApprovalHearsOfIt() throws IOException {
    try (var heard = anna().hear(TENANT + "/exclusions")) {
      approved();
      reported();
      assertThat(type(heard.next("event"))).isEqualTo("ExclusionInvoked");
    }
  }

  @Test
  void nobodyHearsWhoMayNotRead() {
    var nobody = http.browser().fetch(NEWS);
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(anna().fetch(NEWS + "?after=x").status()).isEqualTo(400);
    assertThat(anna().fetch(NEWS + "?about=weather").status()).isEqualTo(400);
    assertThat(anna().fetch("/portal/tenants/fabrikam/news").status()).isEqualTo(404);
    assertThat(PortalVisitor.signedIn(http, "eva", CONTOSO).fetch(NEWS).status()).isEqualTo(403);
    assertThat(http.caller("anna", CONTOSO, "approver").get(NEWS).status()).isEqualTo(303);
  }

  @Test
  void aPageThatIsLeftOpenKeepsNobodySignedIn() {
    var anna = anna();
    for (var minute = 2; minute < 10; minute += 2) {
      http.clock().set(MORNING.plus(Duration.ofMinutes(minute)));
      assertThat(anna.fetch(TENANT + "/waiting").status()).isEqualTo(200);
    }
    http.clock().set(MORNING.plus(Duration.ofMinutes(11)));
    assertThat(anna.fetch(TENANT + "/waiting").status()).isEqualTo(401);
  }

  @Test
  void whoSignsOutHearsNothingMoreHoweverManyPagesStandOpen() throws IOException {
    var anna = anna();
    var page = anna.open(TENANT + "/waiting");
    try (var heard = anna.listen(page.news())) {
      heard.next("alive");
      anna.send(page.form("Sign out"));
      approved();
      assertThat(heard.upTo("end")).extracting(Heard.Said::name).doesNotContain("event");
    }
  }

  @Test
  void whoIsSilentForTooLongHearsNothingMore() throws IOException {
    var anna = anna();
    try (var heard = anna.hear(TENANT + "/waiting")) {
      heard.next("alive");
      http.clock().set(MORNING.plus(Duration.ofMinutes(10)));
      approved();
      assertThat(heard.upTo("end")).extracting(Heard.Said::name).doesNotContain("event");
    }
  }

  private PortalVisitor anna() {
    return PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
  }

  private void approved() {
    var yes = new Attempt(Cast.ANNA, new DecisionId("yes"));
    http.decide(new Approve(REQUEST, yes, Optional.empty(), 1, Optional.empty()), MORNING);
  }

  private void started() {
    http.decide(
        new StartSession(
            EVA_AT_CONTOSO,
            new Attempt(GATEWAY, new DecisionId("start")),
            new SessionId("s1"),
            REQUEST,
            Optional.of(TARGET),
            Optional.empty(),
            CONNECTION),
        MORNING);
  }

  private void reported() {
    var by = new Attempt(Cast.OPERATOR, new DecisionId("report"));
    var report =
        new ExclusionReport(
            ExclusionCategory.INADVERTENT,
            Cast.EVA,
            new IncidentId("INC-7"),
            Cast.RESOURCES,
            DataExposure.ENCRYPTED,
            new PersonalText(Cast.OPERATOR, "a packet capture"));
    http.decide(new ReportExclusion(new ExclusionId(CONTOSO, "x-1"), by, report), MORNING);
  }

  private static ChangeSettings settings(PersonId by, String id) {
    return new ChangeSettings(
        CONTOSO,
        new Attempt(by, new DecisionId(id)),
        Policies.settingsHaving(new SignatureRules(Mode.OPTIONAL, Duration.ZERO)));
  }

  private static String type(Heard.Said said) {
    return said.data().path("event").path("type").asText();
  }
}
