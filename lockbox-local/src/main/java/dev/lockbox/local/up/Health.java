package dev.lockbox.local.up;

import dev.lockbox.broker.Loopback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Asks a service how it is until it is well. */
final class Health {
  private static final int OK = 200;
  private static final Duration WELL_WITHIN = Duration.ofMinutes(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration ASK_EVERY = Duration.ofMillis(100);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final Stop stop;

  Health(Stop stop) {
    this.stop = stop;
  }

  /** Returns when the service on this port says that it is well. */
  void awaitWell(Service service, int port) throws InterruptedException {
    var url = URI.create("http://%s/health".formatted(Loopback.address(port)));
    var until = Instant.now().plus(WELL_WITHIN);
    var said = ask(url);
    while (!said.well()) {
      stop.check();
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(
            "%s is not well after %s; it says: %s".formatted(service, WELL_WITHIN, said.words()));
      }
      TimeUnit.MILLISECONDS.sleep(ASK_EVERY.toMillis());
      said = ask(url);
    }
  }

  private record Said(boolean well, String words) {}

  private Said ask(URI url) throws InterruptedException {
    var request = HttpRequest.newBuilder(url).timeout(ANSWER_WITHIN).build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return new Said(answer.statusCode() == OK, answer.body());
    } catch (IOException notYet) {
      return new Said(false, notYet.toString());
    }
  }
}
