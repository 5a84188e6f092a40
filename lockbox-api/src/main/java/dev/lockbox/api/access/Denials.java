package dev.lockbox.api.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lockbox.api.command.CommandLog;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.message.LoggedCommand;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes denials down: each goes to the log as an action that was prevented, and from there to the
 * customer's history. Bounded, so that nobody fills a history by asking: the same question of the
 * same gateway counts once a minute, and of each gateway so many in a minute. Nobody's answer waits
 * for it. What is not taken down is counted. Safe for several threads.
 */
@Singleton
final class Denials {
  static final Duration ONCE_IN = Duration.ofMinutes(1);

  /** Of a gateway within that time, on this instance. */
  static final int TAKEN_DOWN_MAX = 600;

  private static final Logger LOG = LoggerFactory.getLogger(Denials.class);

  private final CommandLog log;
  private final Ticker ticker;
  private final MeterRegistry meters;

  /** As many as there are gateways that are known here. */
  private final ConcurrentMap<PersonId, Cache<Question, Boolean>> lately =
      new ConcurrentHashMap<>();

  /** What becomes of a denial. */
  enum Fate {
    /** It is on its way to the log. */
    TAKEN_DOWN,
    /** The same was, less than a minute ago. */
    REPEATED,
    /** So many others were that there is no more room. */
    CROWDED_OUT,
    /** The log did not acknowledge it; the next one of the same is taken down. */
    LOST
  }

  @Inject
  Denials(CommandLog log, MeterRegistry meters) {
    this(log, meters, Ticker.systemTicker());
  }

  Denials(CommandLog log, MeterRegistry meters, Ticker ticker) {
    this.log = log;
    this.meters = meters;
    this.ticker = ticker;
  }

  /**
   * Takes one down.
   *
   * @param about the request that it is beside of; empty for none
   */
  void note(PersonId gateway, Question question, Optional<RequestId> about) {
    var known = lately.computeIfAbsent(gateway, first -> remembering());
    counted(note(known, gateway, question, about)).increment();
  }

  private Fate note(
      Cache<Question, Boolean> known,
      PersonId gateway,
      Question question,
      Optional<RequestId> about) {
    if (known.getIfPresent(question) != null) {
      return Fate.REPEATED;
    }
    known.cleanUp();
    if (known.estimatedSize() >= TAKEN_DOWN_MAX) {
      return Fate.CROWDED_OUT;
    }
    if (known.asMap().putIfAbsent(question, true) != null) {
      return Fate.REPEATED;
    }
    append(prevented(gateway, question, about), () -> known.invalidate(question));
    return Fate.TAKEN_DOWN;
  }

  private static ReportAction prevented(
      PersonId gateway, Question question, Optional<RequestId> about) {
    return new ReportAction(
        question.engineer(),
        new Attempt(gateway, new DecisionId(UUID.randomUUID().toString())),
        about,
        question.session(),
        question.deed().kept());
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

  private Cache<Question, Boolean> remembering() {
    return Caffeine.newBuilder().expireAfterWrite(ONCE_IN).ticker(ticker).build();
  }

  private Counter counted(Fate fate) {
    return Counter.builder("lockbox.access.denials")
        .description("Denials, and whether they were taken down")
        .tag("fate", fate.name())
        .register(meters);
  }
}
