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
        "/docs",
        "/docs/",
        "/docs/res/swagger-ui.css",
        "/openapi/lockbox-api.yml"
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
        "/docs/.hidden"
      })
  void everythingElseIsClosed(String path) {
    assertThat(Doors.isOpen(path)).isFalse();
  }
}
