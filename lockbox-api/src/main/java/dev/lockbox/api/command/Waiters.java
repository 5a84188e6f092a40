package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.Attempts;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.LoggedCommand;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/**
 * Who waits for which verdict. A verdict is known by the command that caused it; an acceptance also
 * by its attempt and content, since a repeated attempt makes no event of its own. No thread waits.
 * Safe for several threads.
 */
@Singleton
final class Waiters implements Verdicts {
  private final Semaphore free;
  private final ConcurrentMap<CommandId, CompletableFuture<Recorded>> byCommand =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<Asked, Set<CommandId>> byAttempt = new ConcurrentHashMap<>();

  /** One attempt at one request, or at the customer's own rules, asking one thing. */
  private record Asked(TenantId tenant, Optional<RequestId> about, Provenance attempt) {
    static Asked of(Event event, Provenance attempt) {
      return new Asked(event.tenant(), event.about(), attempt);
    }
  }

  Waiters(DecisionSettings settings, MeterRegistry meters) {
    this.free = new Semaphore(settings.waitingMax());
    meters.gauge("lockbox.decisions.waiting", byCommand, ConcurrentMap::size);
  }

  @Override
  public Waiting await(LoggedCommand command, Provenance attempt) {
    if (!free.tryAcquire()) {
      throw new ProblemException(
          Code.TOO_MANY_WAITING, "Nothing was taken down; ask again in a moment.");
    }
    var id = command.id();
    var asked = new Asked(command.command().tenant(), command.command().about(), attempt);
    var verdict = new CompletableFuture<Recorded>();
    byCommand.put(id, verdict);
    byAttempt.computeIfAbsent(asked, key -> ConcurrentHashMap.newKeySet()).add(id);
    return new Waiting(verdict, () -> forget(id, asked));
  }

  @Override
  public void heard(Recorded recorded) {
    if (Attempts.isVerdict(recorded.event())) {
      tell(recorded.cause(), recorded);
      Attempts.accepted(recorded.event())
          .map(attempt -> byAttempt.get(Asked.of(recorded.event(), attempt)))
          .ifPresent(asking -> asking.forEach(id -> tell(id, recorded)));
    }
  }

  private void tell(CommandId id, Recorded recorded) {
    var waiting = byCommand.get(id);
    if (waiting != null) {
      waiting.complete(recorded);
    }
  }

  private void forget(CommandId id, Asked asked) {
    if (byCommand.remove(id) != null) {
      byAttempt.computeIfPresent(
          asked,
          (key, asking) -> {
            asking.remove(id);
            return asking.isEmpty() ? null : asking;
          });
      free.release();
    }
  }
}
