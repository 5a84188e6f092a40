package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * Open requests in the order in which they fall due: an index of what the requests say themselves,
 * rebuilt from them at any time. Each open request is in it once, so its size is bounded by theirs.
 * For one thread.
 */
public final class Deadlines {
  /** How long the decider has to answer an alarm before it is rung again. */
  public static final Duration REST = Duration.ofSeconds(5);

  private final Map<RequestId, Instant> deadlines = new HashMap<>();

  /** Never rung, earliest first. */
  private final NavigableSet<Due> waiting = new TreeSet<>();

  /** Rung and not decided yet, longest rung first, with the time of ringing. */
  private final SequencedMap<Due, Instant> resting = new LinkedHashMap<>();

  /** Rung, rested and still not decided, longest rung first. */
  private final SequencedSet<Due> rested = new LinkedHashSet<>();

  /** A request, and the instant by which its state must have moved on. */
  public record Due(Instant at, RequestId request) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      var byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : request.compareTo(other.request);
    }
  }

  /**
   * Notes where a request's deadline is now.
   *
   * @param to empty when there is nothing left to wait for
   */
  public void move(RequestId request, Optional<Instant> to) {
    var from = Optional.ofNullable(deadlines.get(request));
    if (from.equals(to)) {
      return;
    }
    from.map(at -> new Due(at, request)).ifPresent(this::forget);
    to.ifPresent(
        at -> {
          deadlines.put(request, at);
          waiting.add(new Due(at, request));
        });
  }

  /**
   * Whom to ring now, and notes that they were rung. First whoever is due and was never rung,
   * earliest first; then whoever was rung {@link #REST} ago and is still open. So a look goes on
   * where the last one stopped, and an alarm that came to nothing (a broker's clock may be behind
   * ours) keeps nobody else from being rung.
   *
   * @param limit as many alarms may be unanswered at once: what was rung within the last {@link
   *     #REST} and is still open counts, so that a decider that has fallen behind is not buried
   */
  public List<Due> ring(Instant now, int limit) {
    wake(now);
    var room = limit - resting.size();
    var rung = new ArrayList<Due>();
    while (rung.size() < room && !waiting.isEmpty() && !waiting.first().at().isAfter(now)) {
      rung.add(waiting.removeFirst());
    }
    while (rung.size() < room && !rested.isEmpty()) {
      rung.add(rested.removeFirst());
    }
    rung.forEach(due -> resting.put(due, now));
    return rung;
  }

  /** The tenant's open requests, in the order of their ids. */
  public List<RequestId> openOf(TenantId tenant) {
    return deadlines.keySet().stream()
        .filter(request -> request.tenant().equals(tenant))
        .sorted()
        .toList();
  }

  /** How many requests are open. */
  public int size() {
    return deadlines.size();
  }

  void clear() {
    deadlines.clear();
    waiting.clear();
    resting.clear();
    rested.clear();
  }

  private void wake(Instant now) {
    while (!resting.isEmpty() && isRested(resting.firstEntry().getValue(), now)) {
      rested.add(resting.pollFirstEntry().getKey());
    }
  }

  /**
   * A clock that was set back wakes everybody, rather than let them rest until it is there again.
   */
  private static boolean isRested(Instant rungAt, Instant now) {
    return now.isBefore(rungAt) || !now.isBefore(rungAt.plus(REST));
  }

  private void forget(Due due) {
    deadlines.remove(due.request());
    waiting.remove(due);
    resting.remove(due);
    rested.remove(due);
  }
}
