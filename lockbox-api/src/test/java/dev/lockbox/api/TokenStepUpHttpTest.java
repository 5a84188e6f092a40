package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.Issuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a yes over the API takes a token of somebody who has just proved who they are. */
class TokenStepUpHttpTest {
  private static final Instant LATELY = MORNING.minus(Duration.ofMinutes(4));
  private static HttpRig http;
  private String request = "";

  @BeforeAll
  static void start() {
    http =
        HttpRig.start(
            Map.of(
                "lockbox.oidc.step-up.max-age", "PT5M", "lockbox.oidc.step-up.acr-values", "phr"));
  }

  @AfterAll
  static void stop() {
    http.close();
  }

  @BeforeEach
  void ask() {
    http.forget();
    request = http.requestOfContoso();
  }

  @Test
  void aYesTakesAFreshProof() {
    var yes = Bodies.decision("d-1", 1);
    var program = http.caller("anna", CONTOSO, "approver");
    program.post(request + "/approve", yes).refused(403, "STEP_UP_REQUIRED");
    var longAgo = MORNING.minus(Duration.ofMinutes(5));
    anna(longAgo, "phr").post(request + "/approve", yes).refused(403, "STEP_UP_REQUIRED");
    anna(LATELY, "pwd").post(request + "/approve", yes).refused(403, "STEP_UP_REQUIRED");
    var approved = anna(LATELY, "phr").post(request + "/approve", yes).ok();
    assertThat(approved.path("state").asText()).isEqualTo("ACTIVE");
  }

  /** J12: what proves nothing, or nothing of now. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"acr\":\"phr\"",
        "\"auth_time\":LATELY",
        "\"auth_time\":LATELY,\"acr\":\"\"",
        "\"auth_time\":LATELY,\"acr\":\"PHR\"",
        "\"auth_time\":LATELY,\"acr\":\"phr pwd\"",
        "\"auth_time\":LATELY,\"acr\":[\"phr\"]",
        "\"auth_time\":LATELY,\"acr\":null",
        "\"auth_time\":LATELY,\"amr\":[\"phr\"]",
        "\"auth_time\":0,\"acr\":\"phr\""
      })
  void whatProvesNothingIsNoProof(String said) {
    var lately = Long.toString(LATELY.getEpochSecond());
    var anna =
        http.bearing(
            Issuer.claiming(
                "anna",
                CONTOSO.value(),
                Set.of("approver"),
                MORNING,
                said.replace("LATELY", lately)));
    anna.post(request + "/approve", Bodies.decision("d-1", 1)).refused(403, "STEP_UP_REQUIRED");
    assertThat(http.log().appended()).isZero();
    anna.post(request + "/deny", Bodies.decision("d-2", 1)).ok();
  }

  @Test
  void soDoesAnOfferOfOne() {
    var offer = "{\"decisionId\":\"o-1\",\"ifVersion\":1,\"accessFor\":\"PT1H\"}";
    anna(LATELY, "pwd").post(request + "/offer", offer).refused(403, "STEP_UP_REQUIRED");
    anna(LATELY, "phr").post(request + "/offer", offer).ok();
  }

  @Test
  void aNoTakesNone() {
    var program = http.caller("anna", CONTOSO, "approver");
    program.post(request + "/deny", Bodies.decision("d-1", 1)).ok();
  }

  private static HttpCaller anna(Instant at, String acr) {
    var roles = Set.of("approver");
    return http.bearing(Issuer.proven("anna", CONTOSO.value(), roles, MORNING, at, acr));
  }
}
