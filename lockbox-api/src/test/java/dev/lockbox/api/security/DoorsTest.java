package dev.lockbox.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/readiness",
        "/prometheus",
        "/.well-known/jwks.json",
        "/.well-known/authzen-configuration",
        "/docs",
        "/docs/",
        "/docs/res/swagger-ui.css",
        "/openapi/lockbox-api.yml",
        "/signin",
        "/signin/callback",
        "/portal/assets/portal.css",
        "/hop/registrations/contoso"
      })
  void theseAreOpen(String path) {
    assertThat(Doors.isOpen(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/v1/tenants/contoso/requests",
        "/health/../v1/tenants/contoso/requests",
        "/docs/../v1",
        "/docs/..;/v1",
        "/docs//v1",
        "/docs/%2e%2e/v1",
        "/docs%2f..%2fv1",
        "//docs",
        "/docs;x=/v1",
        "/docsx",
        "/HEALTH",
        "/beans",
        "/env",
        "/prometheus/",
        "/.well-known",
        "/.well-known/jwks_json",
        "/.well-known/jwks.json/x",
        "/.well-known/authzen-configuration/x",
        "/access/v1/evaluation",
        "/docs/.hidden",
        "/signin/",
        "/signin/callback/x",
        "/signin;x/callback",
        "/signout",
        "/portal",
        "/portal/requests/r-1",
        "/portal/assets/../requests",
        "/hop",
        "/hop/registrations",
        "/hop/registrations/",
        "/hop/registrations/../v1",
        "/hop/registrations/contoso/x"
      })
  void everythingElseIsClosed(String path) {
    assertThat(Doors.isOpen(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/portal", "/portal/", "/portal/requests/r-1.x", "/signout"})
  void theseTakeASession(String path) {
    assertThat(Doors.takesSession(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/portal/assets/portal.css",
        "/portal/../v1/tenants/contoso/requests",
        "/portal/%2e%2e/v1",
        "/portal/..;/v1",
        "/portal//v1",
        "//portal",
        "/portal;x=1",
        "/portalx",
        "/PORTAL",
        "/signin",
        "/signout/",
        "/v1/tenants/contoso/requests"
      })
  void aSessionOpensNothingElse(String path) {
    assertThat(Doors.takesSession(path)).isFalse();
  }
}
