package dev.lockbox.broker.registry;

import dev.lockbox.broker.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Waits until a process of the registry answers over HTTP. */
final class Readiness {

  enum Outcome {
    READY,
    ENDED,
    TOO_LATE
  }

  private static final int OK = 200;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration POLL_EVERY = Duration.ofMillis(200);
  private static final Duration REPORT_EVERY = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final Duration limit;
  private final Consumer<String> progress;

  Readiness(Duration limit, Consumer<String> progress) {
    this.limit = limit;
    this.progress = progress;
  }

  /** Ready is when the server says so and also answers a question that needs its storage. */
  Outcome await(Process process, int managementPort, URI registry) throws InterruptedException {
    var began = Instant.now();
    var reportAt = began.plus(REPORT_EVERY);
    var health = URI.create("http://" + Loopback.address(managementPort) + "/health/ready");
    var subjects = URI.create(registry + "/subjects");
    while (!process.waitFor(POLL_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
      if (answers(health) && answers(subjects)) {
        return Outcome.READY;
      }
      var now = Instant.now();
      if (now.isAfter(began.plus(limit))) {
        return Outcome.TOO_LATE;
      }
      if (now.isAfter(reportAt)) {
        report(Duration.between(began, now));
        reportAt = now.plus(REPORT_EVERY);
      }
    }
    return Outcome.ENDED;
  }

  private void report(Duration waited) {
    progress.accept(
        "waiting for the schema registry: %d s of at most %d s"
            .formatted(waited.toSeconds(), limit.toSeconds()));
  }

  private boolean answers(URI question) throws InterruptedException {
    var request = HttpRequest.newBuilder(question).timeout(ANSWER_WITHIN).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
