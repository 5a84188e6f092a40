package dev.lockbox.testkit.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.testkit.run.ClientHistory;
import dev.lockbox.testkit.run.Operation;
import dev.lockbox.testkit.run.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody who decides over HTTP, the way a careful client does: what has no clear answer is asked
 * again under the same decision id, until there is one or patience ends. Safe for several threads.
 */
public final class Approver {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final int OK = 200;
  private static final int TAKEN_DOWN = 202;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final Supplier<URI> api;
  private final Tokens tokens;
  private final ClientHistory history;
  private final Duration patience;

  /**
   * @param api where it answers now; asked before each try
   * @param patience how long an unclear answer is asked about again; zero: never
   */
  public Approver(Supplier<URI> api, Tokens tokens, ClientHistory history, Duration patience) {
    this.api = api;
    this.tokens = tokens;
    this.history = history;
    this.patience = patience;
  }

  /** Says yes to the version that was read. */
  public Operation approve(RequestId request, PersonId who, String decision, long ifVersion) {
    return decide(request, by(who, decision), "Approve", Optional.of(ifVersion));
  }

  public Operation deny(RequestId request, PersonId who, String decision) {
    return decide(request, by(who, decision), "Deny", Optional.empty());
  }

  public Operation revoke(RequestId request, PersonId who, String decision) {
    return decide(request, by(who, decision), "Revoke", Optional.empty());
  }

  private Operation decide(
      RequestId request, Attempt by, String command, Optional<Long> ifVersion) {
    var invoked = Instant.now();
    var limit = invoked.plus(patience);
    var outcome = ask(request, by, command, ifVersion);
    while (outcome instanceof Outcome.Unknown && Instant.now().isBefore(limit)) {
      if (!pause()) {
        break;
      }
      outcome = ask(request, by, command, ifVersion);
    }
    return history.record(new Operation(request, by, command, invoked, Instant.now(), outcome));
  }

  private Outcome ask(RequestId request, Attempt by, String command, Optional<Long> ifVersion) {
    try {
      var post =
          HttpRequest.newBuilder(uri(request, command))
              .timeout(ANSWER_WITHIN)
              .header(
                  "Authorization", "Bearer " + tokens.of(request.tenant(), by.actor(), "approver"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body(by, ifVersion)))
              .build();
      return outcome(http.send(post, BodyHandlers.ofString()));
    } catch (IOException noAnswer) {
      return new Outcome.Unknown(noAnswer.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown("interrupted");
    }
  }

  private URI uri(RequestId request, String command) {
    var path =
        "/v1/tenants/%s/requests/%s/%s"
            .formatted(request.tenant(), request.value(), command.toLowerCase(Locale.ROOT));
    return api.get().resolve(path);
  }

  private static String body(Attempt by, Optional<Long> ifVersion) {
    var body = JSON.createObjectNode().put("decisionId", by.id().value());
    ifVersion.ifPresent(version -> body.put("ifVersion", version));
    return body.toString();
  }

  private static Outcome outcome(HttpResponse<String> answer) throws IOException {
    JsonNode body = JSON.readTree(answer.body());
    var status = answer.statusCode();
    if (status == OK) {
      return new Outcome.Accepted(body.path("version").asLong());
    }
    if (status == TAKEN_DOWN || status >= SERVER_ERROR) {
      return new Outcome.Unknown("status %d: %s".formatted(status, answer.body()));
    }
    var code = body.path("code").asText();
    return isRefusal(code) ? new Outcome.Refused(code) : new Outcome.Rejected(status, code);
  }

  private static boolean isRefusal(String code) {
    return Arrays.stream(Refusal.values()).anyMatch(refusal -> refusal.name().equals(code));
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Attempt by(PersonId who, String decision) {
    return new Attempt(who, new DecisionId(decision));
  }
}
