package dev.lockbox.api;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.security.Issuer;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a proxy before the API may read in another way than the API does (H1), or takes for another
 * protocol (H4): it is refused, the connection is closed, and what hides behind it is never read.
 * Behind each stands a denial, with a token that is good, which would be on the record.
 */
@ExtendWith(OneHttpRig.class)
class SmugglingHttpTest {
  private static final String CHUNKED = "Transfer-Encoding: chunked";

  private final HttpRig http;

  /** The path of a request that waits. */
  private final String one;

  private final String bearer;

  SmugglingHttpTest(HttpRig http) {
    this.http = http;
    this.one = http.requestOfContoso();
    this.bearer =
        "Authorization: Bearer "
            + Issuer.token("anna", CONTOSO.value(), Set.of("approver"), MORNING);
  }

  /**
   * @param head its lines, each ended by CR LF, but for the empty one behind them; ASK stands for
   *     the first line of a question and the lines that it takes
   */
  private record Attack(String name, String head, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Attack lines(String name, String lines, String body) {
    return new Attack(name, "ASK" + lines.replace("|", "\r\n") + "\r\n", body);
  }

  private static Attack chunks(String name, String chunks) {
    return lines(name, CHUNKED, chunks.replace("|", "\r\n"));
  }

  static Stream<Attack> attacks() {
    return Stream.of(lengths(), codings(), linesOfHeads(), targets(), http2()).flatMap(all -> all);
  }

  private static Stream<Attack> lengths() {
    return Stream.of(
        lines("H1 a length and chunks", "Content-Length: 5|" + CHUNKED, "0\r\n\r\n"),
        lines("H1 chunks and a length", CHUNKED + "|Content-Length: 5", "0\r\n\r\n"),
        lines("H1 no length and chunks", "Content-Length: 0|" + CHUNKED, "0\r\n\r\n"),
        lines("H1 two lengths", "Content-Length: 5|Content-Length: 0", "hello"),
        lines("H1 the same length twice", "Content-Length: 0|Content-Length: 0", ""),
        lines("H1 two lengths in a line", "Content-Length: 0, 5", ""),
        lines("H1 the same length twice in a line", "Content-Length: 0, 0", ""),
        lines("H1 a length with a plus", "Content-Length: +0", ""),
        lines("H1 a length with a minus", "Content-Length: -1", ""),
        lines("H1 a length of minus nothing", "Content-Length: -0", ""),
        lines("H1 a length in hex", "Content-Length: 0x0", ""),
        lines("H1 a length with an exponent", "Content-Length: 0e1", ""),
        lines("H1 a length with a fraction", "Content-Length: 0.0", ""),
        lines("H1 a length and a word", "Content-Length: 0 bytes", ""),
        lines("H1 a length of nothing", "Content-Length: ", ""),
        lines("H1 a length beyond a long", "Content-Length: 18446744073709551616", ""),
        lines("H1 a length on the next line", "Content-Length:| 0", ""),
        lines("H1 a length over two lines", "Content-Length: 0| 0", ""),
        lines("H1 a length with a vertical tab", "Content-Length: \u000b0", ""),
        lines("H1 white space behind the name of the length", "Content-Length : 0", ""));
  }

  private static Stream<Attack> codings() {
    return Stream.of(
        lines("H1 chunked, identity", CHUNKED + ", identity", "0\r\n\r\n"),
        lines("H1 identity, chunked", "Transfer-Encoding: identity, chunked", "0\r\n\r\n"),
        lines("H1 chunked twice", CHUNKED + ", chunked", "0\r\n\r\n"),
        lines("H1 chunked on two lines", CHUNKED + "|" + CHUNKED, "0\r\n\r\n"),
        lines(
            "H1 chunked, and identity on another line",
            CHUNKED + "|Transfer-Encoding: identity",
            "0\r\n\r\n"),
        lines(
            "H1 identity, and chunked on another line",
            "Transfer-Encoding: identity|" + CHUNKED,
            "0\r\n\r\n"),
        lines("H1 packed and chunked", "Transfer-Encoding: gzip, chunked", "0\r\n\r\n"),
        lines("H1 packed", "Transfer-Encoding: gzip", ""),
        lines("H1 identity", "Transfer-Encoding: identity", ""),
        lines("H1 a coding that is nearly chunked", "Transfer-Encoding: xchunked", ""),
        lines("H1 such a coding and a length", "Transfer-Encoding: xchunked|Content-Length: 0", ""),
        lines("H1 chunked in quotes", "Transfer-Encoding: \"chunked\"", ""),
        lines("H1 chunked with a parameter", CHUNKED + ";q=1", ""),
        lines("H1 chunked and a comma", CHUNKED + ",", "0\r\n\r\n"),
        lines("H1 no coding at all", "Transfer-Encoding:", ""),
        lines("H1 chunked on the next line", "Transfer-Encoding:| chunked", "0\r\n\r\n"),
        lines("H1 chunked on a line after identity", "Transfer-Encoding: identity,| chunked", ""),
        lines("H1 chunked behind a vertical tab", "Transfer-Encoding: \u000bchunked", ""),
        lines("H1 white space behind the name of the coding", "Transfer-Encoding : chunked", ""),
        lines("H1 a coding in the name of the one before", "X: y|\tTransfer-Encoding: chunked", ""),
        new Attack(
            "H1 chunks before they were invented", "ASK1.0" + CHUNKED + "\r\n", "0\r\n\r\n"));
  }

  static Stream<Attack> chunked() {
    return Stream.of(
        chunks("H1 a chunk beyond 32 bits", "100000004|{}|0||"),
        chunks("H1 a chunk beyond 64 bits", "10000000000000002|{}|0||"),
        chunks("H1 a chunk of minus one", "-1|{}|0||"),
        chunks("H1 a chunk with a plus", "+2|{}|0||"),
        chunks("H1 a chunk with a prefix", "0x2|{}|0||"),
        chunks("H1 a chunk of nothing", "|{}|0||"),
        chunks("H1 a chunk of a word", "zwei|{}|0||"),
        chunks("H1 an extension that a line feed ends", "2;x\n{}|0||"),
        chunks("H1 a size that a line feed ends", "2\n{}|0||"),
        chunks("H1 a last size that a line feed ends", "2|{}|0\n|"),
        chunks("H1 an extension with a line feed in quotes", "2;x=\"\n\"|{}|0||"),
        chunks("H1 an extension with a carriage return", "2;x=\r\"|{}|0||"),
        chunks("H1 more in a chunk than its size", "2|{}{}|0||"),
        chunks("H1 a chunk that a line feed ends", "2|{}\n0||"));
  }

  private static Stream<Attack> linesOfHeads() {
    return Stream.of(
        lines("H1 a folded line", "X: y| z|Content-Length: 0", ""),
        lines("H1 a line folded by a tab", "X: y|\tz|Content-Length: 0", ""),
        lines("H1 a folded line of nothing", "X: y| |Content-Length: 0", ""),
        lines("H1 a last line that is folded", "Content-Length: 0|X: y| z", ""),
        lines("H1 a line that a line feed ends", "X: y\nContent-Length: 0", ""),
        lines("H1 a line that a carriage return ends", "X: y\rContent-Length: 0", ""),
        lines("H1 a nul", "X: y\u0000z|Content-Length: 0", ""),
        lines("H1 a line without a colon", "X|Content-Length: 0", ""),
        lines("H1 a name of nothing", ": y|Content-Length: 0", ""),
        lines("H1 a space in a name", "X y: z|Content-Length: 0", ""),
        lines("H1 a control character in a name", "X\u0001: z|Content-Length: 0", ""),
        lines("H1 two hosts", "Host: evil.example|Content-Length: 0", ""),
        new Attack("H1 no host", "GET /health HTTP/1.1\r\n", ""),
        new Attack("H1 a first line that is folded", "GET /health HTTP/1.1\r\n Host: x\r\n", ""),
        new Attack(
            "H1 white space before the first line", " GET /health HTTP/1.1\r\nHost: x\r\n", ""));
  }

  private static Stream<Attack> targets() {
    return Stream.of(
        target("H1 a whole address", "GET http://evil.example/health HTTP/1.1"),
        target("H1 somebody's host and port", "CONNECT evil.example:443 HTTP/1.1"),
        target("H1 a path to be connected with", "CONNECT /health HTTP/1.1"),
        target("H1 everything", "OPTIONS * HTTP/1.1"),
        target("H1 no path", "GET health HTTP/1.1"),
        target("H1 no version", "GET /health"),
        target("H1 a version in small letters", "GET /health http/1.1"),
        target("H1 a later version", "GET /health HTTP/1.2"),
        target("H1 a version of more digits", "GET /health HTTP/1.10"),
        target("H1 another protocol", "GET /health ICE/1.0"),
        target("H1 a space within the path", "GET /health /docs HTTP/1.1"),
        target("H1 a method with a control character", "G\u0001ET /health HTTP/1.1"));
  }

  private static Stream<Attack> http2() {
    return Stream.of(
        new Attack("H4 the preface of HTTP/2", "PRI * HTTP/2.0\r\n", "SM\r\n\r\n" + SETTINGS),
        target("H4 the version of HTTP/2", "GET /health HTTP/2.0"));
  }

  private static Attack target(String name, String line) {
    return new Attack(name, line + "\r\nHost: x\r\n", "");
  }

  /** A frame of HTTP/2: no bytes, settings, no flags, of the connection. */
  private static final String SETTINGS = "\0\0\0\u0004\0\0\0\0\0";

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedAndWhatHidesBehindItIsNeverRead(Attack attack) {
    var head = attack.head().replace("ASK1.0", ask("1.0")).replace("ASK", ask("1.1"));
    var heard = said(head + "\r\n" + attack.body() + denial());
    assertThat(RawCaller.statuses(heard)).as(heard).containsExactly(400);
    assertThat(heard).contains("application/problem+json", "\"INVALID_REQUEST\"");
    assertThat(http.log().appended()).isZero();
  }

  /** A body is on its way already, so nothing is answered: it is no body, and no shorter one. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("chunked")
  void whoGarblesABodyIsCutOff(Attack attack) {
    var body = Bodies.decision("garbled");
    var heard =
        said(
            ask("1.1").replace("/ask", "/deny")
                + attack.head().replace("ASK", "")
                + "\r\n%x\r\n%s\r\n".formatted(body.length(), body)
                + attack.body()
                + denial());
    assertThat(heard).isEmpty();
    assertThat(http.log().appended()).isZero();
  }

  /** So that the denial is one: behind what is clear it is read. */
  @Test
  void behindWhatIsClearItIsRead() {
    var chunks = ask("1.1") + CHUNKED + "\r\n\r\n1\r\n{\r\n1;x=y\r\n}\r\n0\r\n\r\n";
    assertThat(RawCaller.statuses(said(chunks + denial()))).containsExactly(400, 200);
    assertThat(http.log().appended()).isOne();
  }

  /** H4: who asks to go on in HTTP/2 is answered as if they had not. */
  @Test
  void nobodyIsUpgraded() {
    var upgrade =
        "GET /health/liveness HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\n"
            + "Connection: close\r\n"
            + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n";
    assertThat(RawCaller.statuses(said(upgrade))).containsExactly(200);
  }

  /** Each character is a byte; gives all that is answered. */
  private String said(String bytes) {
    try (var caller = RawCaller.of(http)) {
      return caller.say(bytes).untilClosed();
    }
  }

  private String ask(String version) {
    return ("POST %s/ask HTTP/%s\r\nHost: x\r\n%s\r\nContent-Type: application/json\r\n")
        .formatted(one, version, bearer);
  }

  private String denial() {
    var body = Bodies.decision("hidden");
    return "POST %s/deny HTTP/1.1\r\nHost: x\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s"
        .formatted(one, bearer, body.length(), body);
  }
}
