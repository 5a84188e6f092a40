package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.Issuer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H3: bodies that are small to send and large to read; nothing is done of any. */
@ExtendWith(OneHttpRig.class)
class HostileBodiesHttpTest {
  private static final int HUNDRED_MEGABYTES = 100 * 1024 * 1024;

  private final HttpRig http;
  private final HttpCaller anna;

  /** The path of a request that waits. */
  private final String one;

  HostileBodiesHttpTest(HttpRig http) {
    this.http = http;
    http.registerProvider();
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.one = http.requestOfContoso();
  }

  private record Body(String name, String json) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** All are smaller than what is taken at the most, so that they are looked at. */
  static Stream<Body> bodies() {
    var names = new StringBuilder();
    for (var at = 0; at < 40_000; at++) {
      names.append(",\"").append(at).append("\":1");
    }
    return Stream.of(
        body("40000 names", names.substring(1)),
        body("10^5 times the same name", "\"a\":1" + ",\"\":1".repeat(90_000)),
        body("10^4 levels of lists", "\"x\":" + "[".repeat(10_000) + "]".repeat(10_000)),
        body("10^4 levels of objects", "\"x\":" + "{\"\":".repeat(10_000) + 1 + "}".repeat(10_000)),
        body("10^5 levels that never end", "\"x\":" + "[".repeat(100_000)),
        body("a number of 400000 digits", "\"ifVersion\":" + "9".repeat(400_000)),
        body("a fraction of 400000 digits", "\"ifVersion\":0." + "9".repeat(400_000)),
        body("a number of 10^9 digits", "\"ifVersion\":1e999999999"),
        body("a version of minus one", "\"ifVersion\":-1"),
        body("a name of 400000 characters", "\"" + "n".repeat(400_000) + "\":1"),
        body("a text of 400000 characters", "\"reason\":\"" + "r".repeat(400_000) + "\""),
        body("a list of 10^5 texts", "\"actions\":[\"\"" + ",\"\"".repeat(100_000) + "]"),
        body("white space without end", " ".repeat(400_000)),
        body("half a surrogate", "\"reason\":\"\\ud800\""),
        body("the same name twice", "\"decisionId\":\"e\""),
        body("the same name twice, escaped", "\"d\\u0065cisionId\":\"e\""));
  }

  private static Body body(String name, String content) {
    return new Body(name, "{\"decisionId\":\"d\"," + content + "}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void isRefusedByEveryKindOfRoute(Body body) {
    var carla = http.caller("carla", CONTOSO, "admin");
    var gateway = http.caller(GATEWAY.value(), History.PROVIDER, "gateway");
    for (var answer :
        Stream.of(
                anna.post(one + "/approve", body.json()),
                anna.post(one + "/offer", body.json()),
                carla.put("/v1/tenants/contoso/settings", body.json()),
                gateway.post("/v1/tenants/contoso/authorize", body.json()),
                gateway.post("/access/v1/evaluation", body.json()))
            .toList()) {
      assertThat(answer.status()).as(answer.text()).isIn(400, 422);
    }
    assertThat(http.log().appended()).isZero();
  }

  /** No byte of it is waited for. */
  @ParameterizedTest
  @ValueSource(strings = {"", "Expect: 100-continue\r\n"})
  void moreThanIsTakenIsRefusedWhenItIsAnnounced(String expecting) {
    var heard = said(expecting + "Content-Length: %d\r\n\r\n".formatted(HUNDRED_MEGABYTES));
    assertThat(RawCaller.statuses(heard)).containsExactly(413);
    assertThat(heard).contains("TOO_LARGE");
  }

  /** A hundred bytes that would be a hundred thousand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "deflate",
        "br",
        "zstd",
        "snappy",
        "gzip, gzip",
        "identity",
        "x"
      })
  void nothingIsUnpacked(String encoding) throws IOException {
    var packed = packed(Bodies.decision("d") + " ".repeat(100_000));
    var heard =
        said(
            "Connection: close\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(encoding, packed.length(), packed));
    assertThat(RawCaller.statuses(heard)).as(heard).containsExactly(415);
    assertThat(heard).contains("UNSUPPORTED_MEDIA_TYPE");
    assertThat(http.log().appended()).isZero();
  }

  @Test
  void aLongPathAndLongLinesAreNotRead() {
    anna.get(one + "?" + "a&".repeat(2000)).refused(413, "TOO_LARGE");
    anna.saying("X", "y".repeat(17_000)).get(one).refused(413, "TOO_LARGE");
    anna.saying("Cookie", "a=b; ".repeat(4000)).get(one).refused(413, "TOO_LARGE");
  }

  @Test
  void aFormOfManyFieldsIsNone() {
    var visitor = PortalVisitor.signedIn(http, "anna", CONTOSO, "approver");
    var page = visitor.open("/portal/tenants/contoso/requests/req-1");
    var form = page.form("Deny");
    var fields = new LinkedHashMap<>(form.fields());
    fields.put("a", Collections.nCopies(100_000, "b"));
    assertThat(visitor.send(new PortalForm(form.action(), fields)).status()).isEqualTo(400);
    assertThat(http.log().appended()).isZero();
  }

  /** Each character is a byte. */
  private static String packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(bytes)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  /** All that is answered to a denial, until the connection is closed. */
  private String said(String rest) {
    var token = Issuer.token("anna", CONTOSO.value(), Set.of("approver"), MORNING);
    try (var caller = RawCaller.of(http)) {
      return caller
          .say(
              "POST %s/deny HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                  .formatted(one, token))
          .say(rest)
          .untilClosed();
    }
  }
}
