package dev.lockbox.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lockbox.api.command.CommandLog;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.message.LoggedCommand;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes denials down: each goes to the log as an action that was prevented, and from there to the
 * customer's history. Bounded, so that nobody fills a history by asking: the first of a question of
 * a gateway's is taken down at once, and how often it was asked again within a minute when that is
 * over, or this instance is stopped; and of each gateway so many in a minute. Nobody's answer waits
 * for it. What is not taken down is counted. Safe for several threads.
 */
@Singleton
final class Denials {
  static final Duration ONCE_IN = Duration.ofMinutes(1);

  /** Of a gateway within that time, on this instance. */
  static final int TAKEN_DOWN_MAX = 600;

  private static final Logger LOG = LoggerFactory.getLogger(Denials.class);

  private final CommandLog log;
  private final MeterRegistry meters;
  private final Ticker ticker;
  private final Scheduler scheduler;
  private final Executor executor;

  /** As many as there are gateways that are known here. */
  private final ConcurrentMap<PersonId, Cache<Question, Repeats>> lately =
      new ConcurrentHashMap<>();

  /**
   * What followed a denial that was taken down.
   *
   * @param times how often it was the same again
   * @param about the request that the last one was beside of
   */
  private record Repeats(int times, Optional<RequestId> about) {
    Repeats andOne(Optional<RequestId> now) {
      return new Repeats(Math.min(times + 1, Deed.TIMES_MAX), now);
    }
  }

  /** What becomes of a denial. */
  enum Fate {
    /** It is on its way to the log. */
    TAKEN_DOWN,
    /** The same was, less than a minute ago: how often is taken down when the minute is over. */
    REPEATED,
    /** So many others were that there is no more room. */
    CROWDED_OUT,
    /** The log did not acknowledge it; the next one of the same is taken down. */
    LOST
  }

  @Inject
  Denials(CommandLog log, MeterRegistry meters) {
    this(
        log, meters, Ticker.systemTicker(), Scheduler.systemScheduler(), ForkJoinPool.commonPool());
  }

  /**
   * @param executor takes down what was repeated
   */
  Denials(
      CommandLog log, MeterRegistry meters, Ticker ticker, Scheduler scheduler, Executor executor) {
    this.log = log;
    this.meters = meters;
    this.ticker = ticker;
    this.scheduler = scheduler;
    this.executor = executor;
  }

  /**
   * Takes one down.
   *
   * @param about the request that it is beside of; empty for none
   */
  void note(PersonId gateway, Question question, Optional<RequestId> about) {
    var known = lately.computeIfAbsent(gateway, this::remembering);
    counted(note(known, gateway, question, about)).increment();
  }

  private Fate note(
      Cache<Question, Repeats> known,
      PersonId gateway,
      Question question,
      Optional<RequestId> about) {
    if (known.asMap().computeIfPresent(question, (same, before) -> before.andOne(about)) != null) {
      return Fate.REPEATED;
    }
    known.cleanUp();
    if (known.estimatedSize() >= TAKEN_DOWN_MAX) {
      return Fate.CROWDED_OUT;
    }
    var first = new Repeats(0, about);
    if (known.asMap().merge(question, first, (before, same) -> before.andOne(about)).times() > 0) {
      return Fate.REPEATED;
    }
    append(prevented(gateway, question, about, 1), () -> forget(known, question));
    return Fate.TAKEN_DOWN;
  }

  /** What followed the one that was lost is lost with it. */
  private void forget(Cache<Question, Repeats> known, Question question) {
    var repeats = known.asMap().remove(question);
    if (repeats != null) {
      counted(Fate.LOST).increment(repeats.times());
    }
  }

  private void takeDown(PersonId gateway, Question question, Repeats repeats) {
    if (repeats.times() > 0) {
      append(
          prevented(gateway, question, repeats.about(), repeats.times()),
          () -> counted(Fate.LOST).increment(repeats.times() - 1));
    }
  }

  /** What is not over yet is taken down as it is: nobody remembers it but this instance. */
  @PreDestroy
  void close() {
    lately.forEach(
        (gateway, known) ->
            known
                .asMap()
                .keySet()
                .forEach(
                    question ->
                        Optional.ofNullable(known.asMap().remove(question))
                            .ifPresent(repeats -> takeDown(gateway, question, repeats))));
  }

  private static ReportAction prevented(
      PersonId gateway, Question question, Optional<RequestId> about, int times) {
    return new ReportAction(
        question.engineer(),
        new Attempt(gateway, new DecisionId(UUID.randomUUID().toString())),
        about,
        question.session(),
        question.deed().kept(times));
  }

  private void append(ReportAction denied, Runnable forget) {
    try {
      log.append(new LoggedCommand(new CommandId(UUID.randomUUID().toString()), denied))
          .whenComplete(
              (done, failed) -> {
                if (failed != null) {
                  lost(denied, failed, forget);
                }
              });
    } catch (RegistryUnavailable unsent) {
      lost(denied, unsent, forget);
    }
  }

  private void lost(ReportAction denied, Throwable why, Runnable forget) {
    LOG.warn("A denial at {} was not taken down: {}", denied.tenant(), why.toString());
    counted(Fate.LOST).increment();
    forget.run();
  }

  /** For a minute from the first on, however often it is asked again. */
  private Cache<Question, Repeats> remembering(PersonId gateway) {
    return Caffeine.newBuilder()
        .expireAfter(Expiry.<Question, Repeats>creating((question, first) -> ONCE_IN))
        .ticker(ticker)
        .scheduler(scheduler)
        .executor(executor)
        .<Question, Repeats>removalListener(
            (question, repeats, cause) -> {
              if (cause == RemovalCause.EXPIRED && question != null && repeats != null) {
                takeDown(gateway, question, repeats);
              }
            })
        .build();
  }

  private Counter counted(Fate fate) {
    return Counter.builder("lockbox.access.denials")
        .description("Denials, and whether they were taken down")
        .tag("fate", fate.name())
        .register(meters);
  }
}
