package dev.lockbox.local.cli;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.local.client.ApiClient;
import dev.lockbox.local.client.Decision;
import dev.lockbox.local.client.Requests;
import dev.lockbox.local.signing.KeyFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code approve --key}: whatever the API asks to be signed, only what was said yes to is. */
class SignerTest {
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final Fingerprint DIGEST = new Fingerprint("ab".repeat(32));
  private static final Duration ONE_HOUR = Duration.ofHours(1);

  private static final Decision YES =
      Decision.yes("d-1", Optional.empty(), 3)
          .narrowed(List.of(), List.of(), Optional.of(ONE_HOUR), Conditions.NONE);

  private static final Conditions FROM_HOME =
      new Conditions(
          Set.of(Obligation.RECORD, Obligation.REDACT),
          Set.of(new Code("PHI")),
          Optional.of(Set.of(new Code("RDP_GATEWAY"))),
          Optional.of(Set.of(new Country("DE"), new Country("AT"))),
          true);

  @TempDir private Path directory;
  private HttpServer server;
  private KeyFile key;
  private Signer signer;

  /** What the API says there is to sign. */
  private Payload asked = Payload.of(List.of());

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::reply);
    server.start();
    var api = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    key = KeyFile.create(directory.resolve("key.pem"));
    signer = new Signer(key, CONTOSO, new Requests(new ApiClient(api, "the-token"), "contoso"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void reply(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body =
        path.endsWith("/payload")
            ? "{\"payload\":\"%s\"}".formatted(asked.octets().base64Url())
            : path.endsWith("/events")
                ? "{\"items\":[],\"next\":null}"
                : "{\"tenant\":\"contoso\",\"id\":\"req-1\",\"digest\":\"%s\"}"
                    .formatted(DIGEST.hex());
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Payload payload(String decision, long version, Duration accessFor) {
    return payload(REQUEST, decision, version, accessFor);
  }

  private Payload payload(RequestId request, String decision, long version, Duration accessFor) {
    return payload(
        request,
        decision,
        version,
        new Narrowing(Optional.empty(), Optional.empty(), Optional.of(accessFor)));
  }

  private Payload payload(Conditions conditions) {
    return payload(
        REQUEST,
        "d-1",
        3,
        new Narrowing(Optional.empty(), Optional.empty(), Optional.empty(), conditions));
  }

  private Payload payload(RequestId request, String decision, long version, Narrowing less) {
    var by = new Attempt(ANNA, new DecisionId(decision));
    var yes = new Approve(request, by, Optional.empty(), version, Optional.of(less));
    return DecisionPayload.of(yes, DIGEST, key.key().id());
  }

  @Test
  void whatWasSaidYesToIsSigned() throws Exception {
    asked = payload("d-1", 3, ONE_HOUR);
    var proof = signer.sign("req-1", YES);
    var annas = new ApproverKey(ANNA, key.key(), Optional.empty(), MORNING, Optional.empty());
    assertThat(annas.signed(asked, proof)).isTrue();
  }

  @Test
  void conditionsAreSignedAndNoOthers() throws Exception {
    var yes =
        Decision.yes("d-1", Optional.empty(), 3)
            .narrowed(List.of(), List.of(), Optional.empty(), FROM_HOME);
    asked = payload(FROM_HOME);
    var annas = new ApproverKey(ANNA, key.key(), Optional.empty(), MORNING, Optional.empty());
    assertThat(annas.signed(asked, signer.sign("req-1", yes))).isTrue();

    asked = payload(Conditions.RECORDED);
    assertThatThrownBy(() -> signer.sign("req-1", yes))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("something else");
  }

  @Test
  void nothingElseIsSignedWhateverTheApiAsksFor() {
    for (var other :
        List.of(
            payload("d-2", 3, ONE_HOUR),
            payload(new RequestId(CONTOSO, "req-2"), "d-1", 3, ONE_HOUR),
            payload(new RequestId(FABRIKAM, "req-1"), "d-1", 3, ONE_HOUR),
            payload("d-1", 4, ONE_HOUR),
            payload("d-1", 3, Duration.ofHours(8)),
            Payload.of(List.of("lockbox-decision-v1")),
            Payload.of(List.of()))) {
      asked = other;
      assertThatThrownBy(() -> signer.sign("req-1", YES))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("something else");
    }
  }
}
