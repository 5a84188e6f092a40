package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockbox.api.command.FakeLog.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * H11: what is answered to whoever asks wrongly tells nobody how this is made, or who else is a
 * customer; Z3: nor which ids there are.
 */
@ExtendWith(OneHttpRig.class)
class LeaksHttpTest {
  private static final Pattern INSIDES =
      Pattern.compile(
          "exception|dev\\.lockbox|micronaut|netty|jackson|nimbus|\\bjava\\b|\\.java|\\bat"
              + " [a-z]+\\.|kafka|avro|rocksdb|schema"
              + " ?id|lockbox\\.(commands|events|state)|stack|fabrikam|eyJ",
          Pattern.CASE_INSENSITIVE);

  private static final String HOSTILE = "<x>'\"%s${7*7}\\";

  private final HttpRig http;
  private final HttpCaller anna;

  /** The path of a request that waits. */
  private final String one;

  LeaksHttpTest(HttpRig http) {
    this.http = http;
    http.register(FABRIKAM);
    http.open(FABRIKAM, "req-1");
    this.anna = http.caller("anna", CONTOSO, "approver");
    this.one = http.requestOfContoso();
  }

  @Test
  void noRefusalTellsHowItIsMade() {
    var answers = new ArrayList<Answer>();
    for (var route : http.routesOfTokens()) {
      var parts = route.split(" ", 2);
      for (var id : List.of("req-1", "%F0%28", "a".repeat(500))) {
        var path = parts[1].replaceAll("\\{tenant(Id)?}", "contoso").replaceAll("\\{[^}]*}", id);
        for (var body : List.of("", "{\"decisionId\":[", hostile("decisionId"))) {
          if (!parts[0].equals("GET") || body.isEmpty()) {
            answers.add(anna.send(parts[0], stream(path), body));
          }
        }
      }
    }
    for (var id : List.of("fabrikam", "%00", "..", "%25s")) {
      answers.add(anna.get("/v1/tenants/" + id + "/requests/" + id));
      answers.add(anna.post("/v1/tenants/contoso/requests/" + id + "/deny", hostile("x")));
    }
    answers.add(anna.get(one + "?cursor=" + "x".repeat(50)));
    answers.add(anna.get("/v1/tenants/contoso/requests?limit=x&state=x&cursor=%00"));
    answers.add(anna.send("POST", one + "/deny", "text/xml", "<!DOCTYPE x SYSTEM 'file:///'>"));
    answers.add(anna.send("POST", one + "/deny", "nonsense", "x"));
    answers.add(anna.saying("Accept", "nonsense").get(one));
    answers.add(anna.saying("Range", "bytes=0-1").get("/v1/nothing"));
    assertThat(answers).hasSizeGreaterThan(200);
    for (var answer : answers) {
      if (answer.status() >= 400) {
        assertThat(INSIDES.matcher(said(answer)).results().map(found -> found.group()))
            .as("%s: %s", answer.response().request(), answer.text())
            .isEmpty();
      }
      assertThat(answer.status()).as(answer.text()).isLessThan(500);
    }
  }

  /** By the length of what is packed, somebody on the way could guess what stands in it. */
  @Test
  void noAnswerIsPacked() {
    var packing = anna.saying("Accept-Encoding", "gzip, deflate, br, zstd");
    for (var path : List.of(one, one + "/events", "/docs/problems", "/portal/assets/portal.css")) {
      var answer = packing.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.header("Content-Encoding")).as(path).isEmpty();
    }
  }

  @Test
  void noFailureDoesEither() {
    for (var mood : List.of(Mood.SILENT, Mood.FAILING)) {
      http.log().be(mood);
      var answer = anna.post(one + "/deny", Bodies.decision("d"));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(said(answer)).doesNotContainPattern(INSIDES);
    }
    var page =
        PortalVisitor.signedIn(http, "anna", CONTOSO, "approver").get("/portal/sample/broken");
    assertThat(page.status()).isEqualTo(500);
    assertThat(page.text()).doesNotContain("secret").doesNotContainPattern("Exception|\\.java");
  }

  /** Whoever names it finds it in the log, and it says nothing else. */
  @Test
  void everyProblemHasAnIdOfItsOwnThatNobodyGuesses() {
    var ids =
        IntStream.range(0, 20)
            .mapToObj(at -> anna.get("/v1/nothing").refused(404, "NOT_FOUND"))
            .map(problem -> problem.path("instance").asText())
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
    // 122 random bits (RFC 9562, 5.4).
    assertThat(ids)
        .allMatch(
            id ->
                id.matches(
                    "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  }

  /** Z3: one that is there, one that is not, and one that could never be, but for one's own. */
  @Test
  void whoTriesIdsLearnsNothingOfThem() {
    var ids =
        List.of(
            "req-1", "req-2", "0", "REQ-1", "a".repeat(128), "..", "%20", "req-1%20", "%E2%82%AC");
    for (var what : List.of("", "/events", "/sessions", "/decisions/d")) {
      var heard =
          ids.stream()
              .map(id -> anna.get("/v1/tenants/fabrikam/requests/" + id + what))
              .map(answer -> said(answer).replaceAll("urn:uuid:[0-9a-f-]*", ""))
              .distinct()
              .toList();
      assertThat(heard).as(what).hasSize(1);
    }
    for (var id : ids.subList(1, ids.size())) {
      anna.get("/v1/tenants/contoso/requests/" + id).refused(404, "NO_SUCH_REQUEST");
    }
  }

  private static String hostile(String name) {
    return JsonNodeFactory.instance.objectNode().put(name, HOSTILE).toString();
  }

  private static String stream(String path) {
    return path.endsWith("/stream") ? path + "?after=x" : path;
  }

  /** With what servers like to tell of themselves. */
  private static String said(Answer answer) {
    var headers = answer.response().headers().map();
    return answer.status() + answer.text() + headers.get("server") + headers.get("x-powered-by");
  }
}
