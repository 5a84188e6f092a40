package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client is told that asks wrongly. */
@ExtendWith(OneHttpRig.class)
class ProblemsHttpTest {
  private final HttpRig http;
  private final HttpCaller anna;

  /** The path of a request that waits. */
  private final String one;

  ProblemsHttpTest(HttpRig http) {
    this.http = http;
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.one = http.requestOfContoso();
  }

  @Test
  void everyMistakeOfAClientIsAProblemDocument() {
    var approve = one + "/approve";
    anna.get("/v1/nothing").refused(404, "NOT_FOUND");
    anna.send("DELETE", one, "").refused(405, "METHOD_NOT_ALLOWED");
    anna.get(approve).refused(405, "METHOD_NOT_ALLOWED");
    anna.post(approve, "").refused(400, "INVALID_REQUEST");
    anna.post(approve, "{").refused(400, "INVALID_REQUEST");
    var unknown = "{\"decisionId\":\"d\",\"ifVersion\":1,\"x\":1}";
    anna.post(approve, unknown).refused(400, "INVALID_REQUEST");
    anna.post(approve, "x".repeat(600_000)).refused(413, "TOO_LARGE");
    var tooLong = "{\"decisionId\":\"d\",\"reason\":\"%s\"}".formatted("r".repeat(5000));
    anna.post(one + "/deny", tooLong).refused(422, "INVALID_REASON");
    anna.send("POST", one + "/deny", "application/x-www-form-urlencoded", "decisionId=d")
        .refused(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  /** Who is cut off while they send hears of a broken connection, and not what was wrong. */
  @Test
  void whoSendsTooMuchIsToldSoAndMaySendTheRest() {
    var half = " ".repeat(8 * 1024 * 1024);
    try (var caller = RawCaller.of(http)) {
      caller.say(
          "POST %s/deny HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n"
              .formatted(one, 2 * half.length()));
      assertThat(RawCaller.statuses(caller.say(half).untilClosed())).containsExactly(413);
      assertThat(caller.say(half).isCutOffSaying(' ')).isFalse();
    }
  }

  @Test
  void tellsNobodyHowItIsMade() {
    var answer = anna.post(one + "/approve", "{\"decisionId\":[");
    assertThat(answer.text()).doesNotContain("Exception", "jackson", "dev.lockbox", "micronaut");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void whereTheTypeOfAProblemLeadsEveryCodeIsExplained() {
    var page = http.anybody().get("/docs/problems");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(Code.values())
        .allSatisfy(code -> assertThat(page.text()).contains("id=\"%s\"".formatted(code)));
  }
}
