package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * People sign in at a Keycloak, as it comes and with the realm of the try in containers, in a
 * browser. Each one's password is their name.
 */
@EnabledIfSystemProperty(
    named = Keycloak.HOME,
    matches = ".+",
    disabledReason = "Keycloak is fetched and started by the profile keycloak alone")
class KeycloakIT {
  private static final String TENANT = "/portal/tenants/contoso";

  private static Chromium chromium;
  private static HttpRig http;
  private static Keycloak keycloak;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    var port = HttpRig.freePort();
    http =
        HttpRig.start(
            Map.of(
                "lockbox.signin.issuers.keycloak.title",
                "Contoso",
                "lockbox.signin.issuers.keycloak.issuer",
                Keycloak.issuer(port).toString(),
                "lockbox.signin.issuers.keycloak.client-id",
                "lockbox-portal",
                "lockbox.signin.issuers.keycloak.tenants",
                List.of("contoso")));
    keycloak = Keycloak.start(port, http.base());
  }

  @AfterAll
  static void stop() {
    if (keycloak != null) {
      keycloak.close();
    }
    if (http != null) {
      http.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  /** Keycloak's tokens are of the time it is, so the portal must have that too. */
  @BeforeEach
  void aRequestWaits() {
    http.forget();
    http.register(CONTOSO);
    http.clock().set(now());
    http.open(CONTOSO, "req-1", now());
  }

  @Test
  void whoSignsInThereApproves() {
    try (var context = chromium.browser().newContext()) {
      var page = signIn(context.newPage(), "anna");
      assertThat(page.locator(".visitor").textContent()).contains("Signed in as Anna of Contoso");
      page.click("a:text-is('req-1')");
      page.click("button:text-is('Approve')");
      page.waitForSelector("text=You said yes");
    }
  }

  /** By the portal's clock the proof that was given at sign-in is six minutes old. */
  @Test
  void aYesTakesAProofThatKeycloakAsksForAnew() {
    try (var context = chromium.browser().newContext()) {
      http.clock().set(now().plus(Duration.ofMinutes(6)));
      var page = signIn(context.newPage(), "ben");
      page.click("a:text-is('req-1')");
      page.click("button:text-is('Approve')");
      page.waitForSelector("#kc-login");
      http.clock().set(now());
      prove(page, "ben");
      page.waitForSelector("button:text-is('Approve')");
      page.click("button:text-is('Approve')");
      page.waitForSelector("text=You said yes");
    }
  }

  @Test
  void whoSignsOutIsKnownNowhereAnyMore() {
    try (var context = chromium.browser().newContext()) {
      var page = signIn(context.newPage(), "anna");
      page.click("button:text-is('Sign out')");
      page.click("#kc-logout");
      page.waitForSelector("text=You are signed out");
      page.navigate(http.base() + TENANT + "/waiting");
      page.click("a:text-is('Contoso')");
      page.waitForSelector("#password");
    }
  }

  private static Page signIn(Page page, String who) {
    page.navigate(http.base() + TENANT + "/waiting");
    page.click("a:text-is('Contoso')");
    page.waitForSelector("#username");
    page.fill("#username", who);
    prove(page, who);
    page.waitForURL("**/waiting");
    return page;
  }

  private static void prove(Page page, String who) {
    page.fill("#password", who);
    page.click("#kc-login");
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
