package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.OtherIssuer;
import dev.lockbox.api.view.Owner;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose word on who a customer's people are is taken: that of the issuers which the log names. */
class SpeakersHttpTest {
  private static final String OWN = dev.lockbox.api.security.Issuer.NAME;
  private static final String PAGE = "/portal/tenants/contoso/requests/req-1";
  private static final OtherIssuer CONTOSOS = OtherIssuer.start();
  private static final OtherIssuer UNKNOWN = OtherIssuer.start();

  private static HttpRig http;

  private String one = "";

  @BeforeAll
  static void start() {
    http =
        HttpRig.start(
            Map.of(
                "lockbox.oidc.issuers.contosos.issuer",
                CONTOSOS.url(),
                "lockbox.oidc.issuers.contosos.audience",
                "lockbox",
                "lockbox.oidc.issuers.contosos.jwks-uri",
                CONTOSOS.keys()));
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  @BeforeEach
  void aRequestWaits() {
    http.forget();
    one = http.requestOfContoso();
    http.register(FABRIKAM);
    http.registerProvider();
  }

  @Test
  void whereTheLogNamesNobodyTheProvidersOwnIssuerSpeaksAlone() {
    byOwn("anna").get(one).ok();
    refused(by(CONTOSOS, CONTOSO));
  }

  @Test
  void whomTheLogNamesSpeaksAndNobodyElse() {
    name(CONTOSO, CONTOSOS.url());
    by(CONTOSOS, CONTOSO).get(one).ok();
    refused(byOwn("anna"));
    http.caller("anna", FABRIKAM, "approver").get("/v1/tenants/fabrikam/requests").ok();
    name(CONTOSO, CONTOSOS.url(), OWN);
    byOwn("anna").get(one).ok();
    name(CONTOSO);
    refused(by(CONTOSOS, CONTOSO));
    byOwn("anna").get(one).ok();
  }

  /** It was believed a moment ago, and is remembered for that. */
  @Test
  void aTokenThatWasTakenIsNotOnceTheLogDropsItsIssuer() {
    name(CONTOSO, CONTOSOS.url());
    var anna = by(CONTOSOS, CONTOSO);
    anna.get(one).ok();
    name(CONTOSO, "https://another.example");
    refused(anna);
    anna.post(one + "/deny", Bodies.decision("d")).refused(401, "UNAUTHENTICATED");
  }

  @Test
  void anIssuerOfOneCustomerSaysNothingOfAnother() {
    name(CONTOSO, CONTOSOS.url());
    var stranger = by(CONTOSOS, FABRIKAM);
    refused(stranger);
    stranger.get("/v1/tenants/fabrikam/requests").refused(401, "UNAUTHENTICATED");
    name(FABRIKAM, OWN);
    stranger.get("/v1/tenants/fabrikam/requests").refused(401, "UNAUTHENTICATED");
  }

  @Test
  void anIssuerThatTheLogNamesAndNoSettingKnowsIsNobody() {
    name(CONTOSO, UNKNOWN.url());
    refused(by(UNKNOWN, CONTOSO));
  }

  @Test
  void anIssuerIsComparedToTheLetter() {
    name(CONTOSO, CONTOSOS.url(), OWN);
    for (var other :
        List.of(CONTOSOS.url() + "/", CONTOSOS.url().replace("http", "HTTP"), OWN + "/")) {
      refused(http.bearing(CONTOSOS.as(other, "anna", "contoso", Set.of("approver"), MORNING)));
    }
    name(CONTOSO, CONTOSOS.url() + "/", OWN.replace("issuer", "Issuer"));
    refused(by(CONTOSOS, CONTOSO));
    refused(byOwn("anna"));
  }

  /** Both issuers have a key of this name. */
  @Test
  void aKeyOfOneIssuerSignsForNoOther() {
    name(CONTOSO, CONTOSOS.url(), OWN);
    refused(http.bearing(CONTOSOS.as(OWN, "anna", "contoso", Set.of("approver"), MORNING)));
    refused(http.bearing(CONTOSOS.forged("anna", "contoso", Set.of("approver"), MORNING)));
    by(CONTOSOS, CONTOSO).get(one).ok();
    byOwn("anna").get(one).ok();
  }

  /** Whatever its token claims, and though the provider's own registration names it. */
  @Test
  void anIssuerOfACustomersIsNeverTheProviders() {
    name(CONTOSO, CONTOSOS.url());
    name(History.PROVIDER, CONTOSOS.url(), OWN);
    var roles = Set.of("admin", "auditor", "approver", "gateway", "operator");
    for (var person : List.of("carla", "dora", "ben", SessionSamples.GATEWAY.value())) {
      http.bearing(CONTOSOS.token(person, History.PROVIDER.value(), roles, MORNING))
          .get("/v1/provider/roles")
          .refused(401, "UNAUTHENTICATED");
      http.bearing(CONTOSOS.token(person, "contoso", roles, MORNING))
          .get("/v1/provider/roles")
          .refused(404, "NOT_FOUND");
    }
    http.caller("carla", History.PROVIDER, "admin").get("/v1/provider/roles").ok();
  }

  @Test
  void whereNobodyCanTellNobodyIsLetIn() {
    name(CONTOSO, CONTOSOS.url());
    http.owners().keeps(CONTOSO, new Owner.Nobody());
    by(CONTOSOS, CONTOSO).get(one).refused(503, "ELSEWHERE");
    byOwn("anna").get(one).refused(503, "ELSEWHERE");
  }

  @Test
  void aSessionEndsOnceTheLogDropsItsIssuer() {
    var browser = http.browser();
    assertThat(browser.signIn(PAGE, "anna", CONTOSO, "approver").status()).isEqualTo(200);
    name(CONTOSO, CONTOSOS.url());
    assertThat(browser.get(PAGE).status()).isEqualTo(303);
    assertThat(browser.fetch(PAGE).status()).isEqualTo(401);
    assertThat(browser.arrive(PAGE, "anna", CONTOSO, "approver").status()).isEqualTo(403);
    name(CONTOSO, http.issuer().url());
    assertThat(browser.signIn(PAGE, "anna", CONTOSO, "approver").status()).isEqualTo(200);
  }

  @Test
  void aFormOfASessionWhoseIssuerWasDroppedChangesNothing() {
    var visitor = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    var form = visitor.open(PAGE).form("Approve");
    name(CONTOSO, CONTOSOS.url());
    var appended = http.log().appended();
    assertThat(visitor.send(form).status()).isEqualTo(401);
    assertThat(http.log().appended()).isEqualTo(appended);
  }

  @Test
  void aSessionIsOfNoUseWhereNobodyCanTell() {
    var browser = http.browser();
    assertThat(browser.signIn(PAGE, "anna", CONTOSO, "approver").status()).isEqualTo(200);
    http.owners().keeps(CONTOSO, new Owner.Nobody());
    assertThat(browser.get(PAGE).status()).isEqualTo(503);
    assertThat(browser.arrive(PAGE, "anna", CONTOSO, "approver").status()).isEqualTo(503);
  }

  @Test
  void theRegistrationSaysWhoSpeaks() {
    name(CONTOSO, OWN, CONTOSOS.url());
    var shown = byOwn("carla").get("/v1/tenants/contoso/settings").ok().path("issuers");
    assertThat(shown).extracting(url -> url.asText()).containsExactly(CONTOSOS.url(), OWN);
  }

  private static void name(TenantId tenant, String... urls) {
    var issuers = Arrays.stream(urls).map(Issuer::new).collect(Collectors.toSet());
    var attempt = new Attempt(OPERATOR, new DecisionId(UUID.randomUUID().toString()));
    http.decide(new ChangeIssuers(tenant, attempt, issuers, Optional.empty()), MORNING);
  }

  private static HttpCaller by(OtherIssuer issuer, TenantId tenant) {
    return http.bearing(issuer.token("anna", tenant.value(), Set.of("approver"), MORNING));
  }

  private static HttpCaller byOwn(String person) {
    return http.caller(person, CONTOSO, "approver", "admin");
  }

  private void refused(HttpCaller caller) {
    caller.get(one).refused(401, "UNAUTHENTICATED");
  }
}
