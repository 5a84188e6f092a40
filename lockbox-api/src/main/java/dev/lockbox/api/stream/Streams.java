package dev.lockbox.api.stream;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;

/**
 * Every stream that is open, and no more of them than there is room for. One thread looks after
 * all: it has each say that it is alive, ends those that have lasted long enough, and cuts off
 * those that are read too slowly.
 */
@Singleton
class Streams {
  private final StreamSettings settings;
  private final Executor blocking;
  private final LongSupplier ticker;
  private final Counter cutOff;
  private final Set<Following> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<Who, Integer> places = new ConcurrentHashMap<>();
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lockbox-streams").factory());

  private record Who(TenantId tenant, PersonId person) {}

  @Inject
  Streams(
      StreamSettings settings,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
      MeterRegistry meters) {
    this(settings, blocking, meters, System::nanoTime);
    var every = settings.aliveEvery().toMillis();
    rounds.scheduleWithFixedDelay(this::lookAfterAll, every, every, TimeUnit.MILLISECONDS);
  }

  Streams(StreamSettings settings, Executor blocking, MeterRegistry meters, LongSupplier ticker) {
    this.settings = settings;
    this.blocking = blocking;
    this.ticker = ticker;
    meters.gaugeCollectionSize("lockbox.streams.open", List.of(), open);
    this.cutOff =
        Counter.builder("lockbox.streams.cut.off")
            .description("Streams that were cut off because they were read too slowly")
            .register(meters);
  }

  /**
   * Opens one.
   *
   * @param after the sequence that the reader read last
   * @throws ProblemException TOO_MANY_STREAMS
   */
  Publisher<Event<Object>> open(Caller caller, Feed feed, long after) {
    var who = new Who(caller.tenant(), caller.person());
    takePlace(who);
    return Flux.<Event<Object>>create(sink -> follow(feed, after, sink), OverflowStrategy.ERROR)
        .doFinally(over -> leave(who));
  }

  private void follow(Feed feed, long after, FluxSink<Event<Object>> sink) {
    var following = new Following(feed, after, sink, blocking, ticker);
    var stop = feed.follow(following::wake);
    open.add(following);
    sink.onDispose(
        () -> {
          stop.run();
          open.remove(following);
        });
    sink.onRequest(more -> following.wake());
  }

  private void takePlace(Who who) {
    var taken = places.merge(who, 1, Integer::sum);
    var all = places.values().stream().mapToInt(Integer::intValue).sum();
    if (taken > settings.perCallerMax() || all > settings.openMax()) {
      leave(who);
      throw new ProblemException(Code.TOO_MANY_STREAMS, "Close one, or open it again in a moment.");
    }
  }

  private void leave(Who who) {
    places.computeIfPresent(who, (same, taken) -> taken == 1 ? null : taken - 1);
  }

  void lookAfterAll() {
    open.forEach(this::lookAfter);
  }

  private void lookAfter(Following one) {
    if (one.stalled().compareTo(settings.stalledAfter()) >= 0) {
      cutOff.increment();
      one.cutOff();
    } else if (one.lasted().compareTo(settings.lasts()) >= 0) {
      one.end();
    } else {
      one.sayThatItIsAlive();
    }
  }

  @PreDestroy
  void close() {
    rounds.shutdownNow();
    open.forEach(Following::end);
  }
}
