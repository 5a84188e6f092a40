package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.Issuer;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies are kept for one name; whoever comes by another one of this machine is led to it. */
@ExtendWith(OneHttpRig.class)
class OneAddressHttpTest {
  private final HttpRig http;

  OneAddressHttpTest(HttpRig http) {
    this.http = http;
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, /portal",
    "127.0.0.1, /portal/tenants/contoso/waiting?a=b%20c&d=%2F",
    "[::1], /portal/",
    "127.0.0.1, /signin?to=%2Fportal",
    "127.0.0.1, /signin",
  })
  void whoLooksIsLedToTheNameThatIsSet(String name, String path) {
    var answer = said("GET " + path, name + ":" + http.base().getPort());
    assertThat(RawCaller.statuses(answer)).containsExactly(307);
    assertThat(answer.lines())
        .anyMatch(line -> line.equalsIgnoreCase("Location: " + http.base() + path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/portal//evil.example", "/portal/@evil.example", "//evil.example"})
  void whatIsNoPageLeadsNowhere(String path) {
    var answer = said("GET " + path, "127.0.0.1:" + http.base().getPort());
    assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("location:");
  }

  @Test
  void aFormIsToldWhereItBelongsAndDoesNothing() {
    var answer = said("POST /signout", "127.0.0.1:" + http.base().getPort());
    assertThat(RawCaller.statuses(answer)).containsExactly(421);
    assertThat(answer).contains("They are at " + http.base());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "evil.example#127.0.0.1",
        "127.0.0.1@evil.example",
        "127.0.0.2",
        "localhost.",
        "LOCALHOST",
        "%zz"
      })
  void fromElsewhereNobodyIsLedAnywhere(String name) {
    var answer = said("GET /portal", name + ":" + http.base().getPort());
    assertThat(answer.lines()).noneMatch(line -> line.contains(http.base().toString()));
  }

  @Test
  void anotherPortIsSomebodyElses() {
    assertThat(RawCaller.statuses(said("GET /portal", "127.0.0.1:1"))).containsExactly(303);
    assertThat(RawCaller.statuses(said("GET /portal", "127.0.0.1"))).containsExactly(303);
  }

  @Test
  void theApiAnswersUnderEveryName() {
    var path = http.requestOfContoso();
    var token = Issuer.token("anna", CONTOSO.value(), Set.of("approver"), http.clock().instant());
    var answer =
        said("GET " + path, "127.0.0.1:" + http.base().getPort(), "Authorization: Bearer " + token);
    assertThat(RawCaller.statuses(answer)).containsExactly(200);
  }

  private String said(String what, String host, String... headers) {
    var head = new StringBuilder(what).append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    try (var caller = RawCaller.of(http)) {
      return caller
          .say(head.append("Content-Length: 0\r\nConnection: close\r\n\r\n").toString())
          .untilClosed();
    }
  }
}
