package dev.lockbox.local.client;

import dev.lockbox.local.client.ApiClient.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the API says to a decision, once it knows. */
final class Verdict {
  private static final int TAKEN_DOWN = 202;
  private static final Duration WITHIN = Duration.ofSeconds(30);
  private static final Duration AGAIN_AFTER = Duration.ofMillis(250);

  private Verdict() {}

  /**
   * Sends it, again as it is while nobody knows: under one {@code decisionId} it counts once. Empty
   * where nobody knew in time.
   */
  static Optional<Answer> on(ApiClient api, String method, String route, Object body)
      throws InterruptedException {
    var until = Instant.now().plus(WITHIN);
    var answer = sent(api, method, route, body);
    while (answer.isEmpty() && Instant.now().isBefore(until)) {
      TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
      answer = sent(api, method, route, body);
    }
    return answer;
  }

  /** Empty where nobody knows yet. */
  private static Optional<Answer> sent(ApiClient api, String method, String route, Object body)
      throws InterruptedException {
    try {
      var answer = api.send(method, route, body);
      return Optional.of(answer).filter(it -> !isOpen(it));
    } catch (UncheckedIOException unanswered) {
      return Optional.empty();
    }
  }

  private static boolean isOpen(Answer answer) {
    return answer.status() == TAKEN_DOWN
        || answer.body().path("code").asText().equals("OUTCOME_UNKNOWN");
  }
}
