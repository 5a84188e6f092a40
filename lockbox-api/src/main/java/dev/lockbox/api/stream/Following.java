package dev.lockbox.api.stream;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Recorded;
import io.micronaut.http.sse.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.FluxSink;

/**
 * One reader, and how far they have read. They are handed the next event when they ask for one, and
 * not before: what they have not asked for waits in the view. One thread at a time works for a
 * reader, whoever wakes it.
 */
final class Following {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);

  /** Events that are read from the view at once. */
  private static final int PAGE = 64;

  private final Feed feed;
  private final FluxSink<Event<Object>> sink;
  private final Executor blocking;
  private final LongSupplier ticker;
  private final long begunNanos;
  private final AtomicInteger calls = new AtomicInteger();
  private final Queue<Recorded> page = new ArrayDeque<>();

  /** Everything up to here was told, or is not for this reader. */
  private long sequence;

  private volatile boolean mustSayThatItIsAlive = true;
  private volatile long movedNanos;

  /**
   * @param sequence that they read last
   * @param blocking where the view may be read
   */
  Following(
      Feed feed,
      long sequence,
      FluxSink<Event<Object>> sink,
      Executor blocking,
      LongSupplier ticker) {
    this.feed = feed;
    this.sequence = sequence;
    this.sink = sink;
    this.blocking = blocking;
    this.ticker = ticker;
    this.begunNanos = ticker.getAsLong();
    this.movedNanos = begunNanos;
  }

  /** There may be something to hand on: something happened, or the reader asks for more. */
  void wake() {
    if (calls.getAndIncrement() == 0) {
      blocking.execute(this::work);
    }
  }

  /** To be said when everything else was. */
  void sayThatItIsAlive() {
    mustSayThatItIsAlive = true;
    wake();
  }

  /** How long the reader has not asked for what is there; zero while they have. */
  Duration stalled() {
    return sink.requestedFromDownstream() > 0
        ? Duration.ZERO
        : Duration.ofNanos(ticker.getAsLong() - movedNanos);
  }

  Duration lasted() {
    return Duration.ofNanos(ticker.getAsLong() - begunNanos);
  }

  void end() {
    sink.complete();
  }

  /** Breaks the connection: whoever reads it must not take it for the end. */
  void cutOff() {
    sink.error(new SlowReader());
  }

  private void work() {
    var done = false;
    try {
      var seen = 1;
      while (seen != 0) {
        handOn();
        seen = calls.addAndGet(-seen);
      }
      done = true;
    } catch (ProblemException notAnyMore) {
      LOG.debug("A stream ends, since its reader may read no more of it", notAnyMore);
    } finally {
      if (!done) {
        end();
      }
    }
  }

  private void handOn() {
    while (sink.requestedFromDownstream() > 0 && !sink.isCancelled()) {
      var next = next();
      if (next == null) {
        return;
      }
      sink.next(next);
      movedNanos = ticker.getAsLong();
    }
  }

  /** Null when there is nothing to say. */
  private @Nullable Event<Object> next() {
    while (true) {
      var alive = mustSayThatItIsAlive ? feed.alive(sequence) : null;
      if (page.isEmpty()) {
        page.addAll(feed.after(sequence, PAGE));
      }
      if (page.isEmpty()) {
        if (alive == null) {
          return null;
        }
        mustSayThatItIsAlive = false;
        return event("alive", alive);
      }
      var told = tell();
      if (told != null) {
        return told;
      }
    }
  }

  /** Null where the next one is not for this reader. */
  private @Nullable Event<Object> tell() {
    var next = page.element();
    if (next.sequence() != sequence + 1) {
      var gap = new GapJson(sequence, next.sequence());
      sequence = next.sequence() - 1;
      return event("gap", gap);
    }
    page.remove();
    sequence = next.sequence();
    return feed.show(next).map(shown -> event(feed.name(), shown).id("" + sequence)).orElse(null);
  }

  private static Event<Object> event(String name, Object data) {
    return Event.of(data).name(name);
  }

  /** They asked for nothing for too long. */
  private static final class SlowReader extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SlowReader() {
      super("a stream is read too slowly", null, false, false);
    }
  }
}
