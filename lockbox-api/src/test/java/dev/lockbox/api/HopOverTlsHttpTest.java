package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.signin.SealKey;
import dev.lockbox.api.view.Owner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances whose hop goes over TLS: a door that knows who certifies the keeper of Contoso's
 * view, and another that knows somebody else.
 */
class HopOverTlsHttpTest {
  private static final String PATH = "/v1/tenants/contoso/requests/req-1";

  @TempDir private static Path directory;
  private static HttpRig keeper;
  private static HttpRig door;
  private static HttpRig strangersDoor;

  private final HttpCaller anna = door.caller("anna", CONTOSO, "approver");
  private final HttpCaller annaElsewhere = strangersDoor.caller("anna", CONTOSO, "approver");

  @BeforeAll
  static void start() throws IOException {
    var authority = Certificates.of(directory, "authority");
    var stranger = Certificates.of(directory, "stranger");
    var shared =
        Map.<String, Object>of(
            "lockbox.view.address",
            "https://localhost:8",
            "lockbox.hop.key-file",
            SealKey.ofANewKey().toString());
    keeper = HttpRig.start(and(shared, authority.server("localhost")));
    door = HttpRig.start(and(shared, trusting(authority.file())));
    strangersDoor = HttpRig.start(and(shared, trusting(stranger.file())));
  }

  private static Map<String, Object> trusting(Path file) {
    return Map.of("lockbox.hop.ca-file", file.toString());
  }

  private static Map<String, Object> and(Map<String, Object> some, Map<String, Object> others) {
    var all = new HashMap<>(some);
    all.putAll(others);
    return all;
  }

  @AfterAll
  static void stop() {
    keeper.close();
    door.close();
    strangersDoor.close();
  }

  @BeforeEach
  void contosoIsAtTheKeepers() {
    keeper.forget();
    keeper.requestOfContoso();
    for (var one : new HttpRig[] {door, strangersDoor}) {
      one.forget();
      one.owners().keeps(CONTOSO, new Owner.There(keeper.base()));
    }
  }

  @Test
  void whatIsAskedAtTheDoorIsAnsweredByTheKeeperOverTls() throws IOException {
    assertThat(keeper.base().getScheme()).isEqualTo("https");
    assertThat(anna.get(PATH).ok().path("id").asText()).isEqualTo("req-1");
    try (var heard = anna.hear("/v1/tenants/contoso/events/stream")) {
      assertThat(heard.next("alive").data().path("sequence").asLong()).isEqualTo(2);
      assertThat(
              anna.post(PATH + "/approve", Bodies.decision("yes", 1)).ok().path("state").asText())
          .isEqualTo("ACTIVE");
      assertThat(heard.next("event").id()).isEqualTo("3");
    }
    assertThat(keeper.log().appended()).isEqualTo(1);
    assertThat(door.log().appended()).isZero();
  }

  /** Whoever answers there is told nothing: neither who calls, nor by what token, nor what. */
  @Test
  void whoeverIsCertifiedBySomebodyElseIsNotAskedAndThatIsSaid() {
    refused(annaElsewhere.get(PATH));
    refused(annaElsewhere.post(PATH + "/deny", Bodies.decision("no")));
    refused(annaElsewhere.post(PATH + "/approve", Bodies.decision("yes", 1)));
    assertThat(keeper.log().appended()).isZero();
    assertThat(strangersDoor.meters().counter("lockbox.hops.failed").count()).isPositive();
  }

  @Test
  void aCertificateOfAnotherNameIsNone() {
    door.owners().keeps(CONTOSO, new Owner.There(at("https", "127.0.0.1", keeper)));
    refused(anna.get(PATH));
    refused(anna.post(PATH + "/deny", Bodies.decision("no")));
    assertThat(keeper.log().appended()).isZero();
  }

  /** Nothing is ever sent in the clear instead. */
  @Test
  void whoSpeaksNoTlsIsNotAsked() {
    door.owners().keeps(CONTOSO, new Owner.There(at("https", "localhost", strangersDoor)));
    refused(anna.get(PATH));
    anna.post(PATH + "/deny", Bodies.decision("no")).is(503);
    assertThat(strangersDoor.log().appended()).isZero();
  }

  private static URI at(String scheme, String host, HttpRig rig) {
    return URI.create("%s://%s:%s".formatted(scheme, host, rig.base().getPort()));
  }

  private static void refused(Answer answer) {
    answer.refused(503, "ELSEWHERE");
    assertThat(answer.header("Retry-After")).contains("2");
    assertThat(answer.response().body())
        .doesNotContainIgnoringCase("certif")
        .doesNotContain("localhost", "127.0.0.1", "PKIX");
  }
}
