package dev.lockbox.api.hop;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.stream.BodySizeLimits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/**
 * What another instance answers, as it comes. Whoever has one must {@link #handOn} it or {@link
 * #drop} it.
 *
 * @param done makes room for the next; a second call does nothing
 */
record Passed(
    int status, HttpHeaders headers, Flow.Publisher<List<ByteBuffer>> body, Runnable done) {
  /** An answer that says nothing for so long has broken off: streams say that they are alive. */
  private static final Duration QUIET_MAX = Duration.ofSeconds(30);

  private static final int WHOLE_BYTES_MAX = 1024 * 1024;
  private static final long WHOLE_WITHIN_SECONDS = 5;

  /** Told to whoever passed a call on to where its customer's view is not. */
  static final String ELSEWHERE = "Lockbox-Elsewhere";

  /** Said anew on the way; a session that is noted is noted here too. */
  private static final Set<String> OF_THE_WAY =
      Set.of(
          "connection", "content-length", "date", "keep-alive", "set-cookie", "transfer-encoding");

  /**
   * The HTTP client fails a body that is cancelled, when nobody wants to know; by this name Reactor
   * looks up who hears of that.
   */
  private static final String DROPPED = "reactor.onErrorDropped.local";

  private static final Consumer<Throwable> QUIETLY = late -> {};

  /** Whether it says that the view is not there either. */
  boolean isElsewhere() {
    return headers.firstValue(ELSEWHERE).isPresent();
  }

  /** The same answer, to the caller, piece by piece as it comes and as fast as they take it. */
  MutableHttpResponse<?> handOn(HttpRequest<?> request) {
    var answer = HttpResponse.status(HttpStatus.valueOf(status));
    headers.map().entrySet().stream()
        .filter(header -> !OF_THE_WAY.contains(header.getKey()))
        .forEach(header -> header.getValue().forEach(one -> answer.header(header.getKey(), one)));
    if (request.getMethod() == HttpMethod.HEAD) {
      drop();
      return answer;
    }
    var bodies = ((ServerHttpRequest<?>) request).byteBodyFactory();
    return answer.body(
        bodies.adapt(buffers(bodies), BodySizeLimits.UNLIMITED, answer.getHeaders(), this::drop));
  }

  private Flux<ReadBuffer> buffers(ByteBodyFactory bodies) {
    return pieces().map(bodies.readBufferFactory()::copyOf);
  }

  private Flux<ByteBuffer> pieces() {
    return JdkFlowAdapter.flowPublisherToFlux(body)
        .timeout(QUIET_MAX)
        .concatMapIterable(piece -> piece)
        .doFinally(over -> done.run())
        .contextWrite(Context.of(DROPPED, QUIETLY));
  }

  /**
   * All of its body.
   *
   * @throws IOException when that is more than anybody here asks for, or does not come in time
   */
  byte[] whole() throws IOException {
    var whole = BodySubscribers.ofByteArray();
    try {
      if (headers.firstValueAsLong("content-length").orElse(0) > WHOLE_BYTES_MAX) {
        throw new IOException("the answer is larger than %s bytes".formatted(WHOLE_BYTES_MAX));
      }
      body.subscribe(whole);
      return whole.getBody().toCompletableFuture().get(WHOLE_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException broken) {
      throw new IOException("the answer broke off", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while an answer was read");
    } finally {
      done.run();
    }
  }

  /** Nobody wants it. */
  void drop() {
    JdkFlowAdapter.flowPublisherToFlux(body).subscribe(piece -> {}, broken -> {}).dispose();
    done.run();
  }
}
