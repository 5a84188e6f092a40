package dev.lockbox.api.hop;

import dev.lockbox.api.command.DecisionSettings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks another instance. Follows no redirect, and has no more answers open at once than there is
 * room for. Safe for several threads.
 */
@Singleton
class Line {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

  /** Beyond what a decision may wait there. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final HttpClient client;
  private final Stamp stamp;
  private final Duration answerWithin;
  private final Semaphore free;

  Line(Stamp stamp, DecisionSettings decisions, HopSettings settings) {
    this.client = client(settings);
    this.stamp = stamp;
    this.answerWithin = decisions.verdictWithin().plus(MARGIN);
    this.free = new Semaphore(settings.openMax());
  }

  private static HttpClient client(HopSettings settings) {
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(CONNECT_WITHIN);
    settings.caFile().map(Path::of).map(Authorities::in).ifPresent(client::sslContext);
    return client.build();
  }

  /**
   * The beginning of its answer.
   *
   * @throws java.net.ConnectException when nothing was sent
   * @throws java.net.http.HttpConnectTimeoutException likewise
   * @throws javax.net.ssl.SSLHandshakeException when it did not show that it is the one, and
   *     nothing was sent
   * @throws TooMany when nothing was sent for want of room
   * @throws IOException when it may have been sent
   */
  Passed ask(URI instance, Call call) throws IOException {
    if (!free.tryAcquire()) {
      throw new TooMany();
    }
    var isOpen = new AtomicBoolean(true);
    Runnable done =
        () -> {
          if (isOpen.getAndSet(false)) {
            free.release();
          }
        };
    var isAnswered = false;
    try {
      var answer = client.send(request(instance, call), BodyHandlers.ofPublisher());
      isAnswered = true;
      return new Passed(answer.statusCode(), answer.headers(), answer.body(), done);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while another instance was asked");
    } finally {
      if (!isAnswered) {
        done.run();
      }
    }
  }

  private HttpRequest request(URI instance, Call call) {
    var body =
        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
    var request =
        HttpRequest.newBuilder(URI.create(instance + call.target()))
            .timeout(answerWithin)
            .method(call.method(), body)
            .header(Stamp.HEADER, stamp.on(call));
    call.headers().forEach((name, values) -> values.forEach(one -> request.header(name, one)));
    return request.build();
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /** As many answers are open as there is room for. */
  static final class TooMany extends IOException {
    private static final long serialVersionUID = 1L;

    TooMany() {
      super("as many calls are passed on as may be at once");
    }
  }
}
