package dev.lockbox.api.view;

import dev.lockbox.domain.identity.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the view has folded a tenant's history up to a sequence. No thread waits. Safe for
 * several threads.
 */
@Singleton
final class Reached {
  private final ConcurrentMap<TenantId, List<Wait>> waits = new ConcurrentHashMap<>();
  private final ConcurrentMap<TenantId, Set<Runnable>> followers = new ConcurrentHashMap<>();

  private record Wait(long sequence, CompletableFuture<Boolean> reached) {}

  /**
   * Completes with true once the view is there, and with false when it is not after {@code within}.
   *
   * @param folded where the view is now; asked after the wait is known, so that nothing slips
   *     between
   */
  CompletableFuture<Boolean> await(
      TenantId tenant, long sequence, Duration within, LongSupplier folded) {
    var wait = new Wait(sequence, new CompletableFuture<>());
    waits.compute(tenant, (key, before) -> with(before == null ? List.of() : before, wait));
    if (folded.getAsLong() >= sequence) {
      wait.reached().complete(true);
    }
    return wait.reached()
        .completeOnTimeout(false, within.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((is, failed) -> forget(tenant, wait));
  }

  /** Says that the view has folded this sequence. */
  void reached(TenantId tenant, long sequence) {
    waits.getOrDefault(tenant, List.of()).stream()
        .filter(wait -> wait.sequence() <= sequence)
        .forEach(wait -> wait.reached().complete(true));
    followers.getOrDefault(tenant, Set.of()).forEach(Runnable::run);
  }

  /**
   * Tells somebody of each sequence that the view folds, until they stop it.
   *
   * @param news called by the thread that folds, so it must return at once
   * @return stops it; a second call does nothing
   */
  Runnable follow(TenantId tenant, Runnable news) {
    followers.compute(
        tenant,
        (key, before) -> {
          var after = before == null ? ConcurrentHashMap.<Runnable>newKeySet() : before;
          after.add(news);
          return after;
        });
    return () ->
        followers.computeIfPresent(
            tenant,
            (key, before) -> {
              before.remove(news);
              return before.isEmpty() ? null : before;
            });
  }

  /** How many wait. */
  int waiting() {
    return waits.values().stream().mapToInt(List::size).sum();
  }

  private void forget(TenantId tenant, Wait wait) {
    waits.computeIfPresent(tenant, (key, before) -> without(before, wait));
  }

  private static List<Wait> with(List<Wait> before, Wait wait) {
    var after = new ArrayList<>(before);
    after.add(wait);
    return List.copyOf(after);
  }

  /** Null when nobody is left, which takes the tenant out. */
  private static @Nullable List<Wait> without(List<Wait> before, Wait wait) {
    var after = before.stream().filter(one -> one != wait).toList();
    return after.isEmpty() ? null : after;
  }
}
