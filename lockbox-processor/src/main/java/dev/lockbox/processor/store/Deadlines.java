package dev.lockbox.processor.store;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
 * Alarms in the order in which they fall due: an index of what requests and others that wait say
 * themselves, rebuilt from them at any time. Each of them is in it once, by the command that
 * reminds of it, so its size is bounded by theirs. For one thread.
 */
public final class Deadlines implements Index {
  /** How long the decider has to answer an alarm before it is rung again. */
  public static final Duration REST = Duration.ofSeconds(5);

  private final Map<Command, Instant> deadlines = new HashMap<>();

  /** Never rung, earliest first. */
  private final NavigableSet<Due> waiting = new TreeSet<>();

  /** Rung and not decided yet, longest rung first, with the time of ringing. */
  private final SequencedMap<Due, Instant> resting = new LinkedHashMap<>();

  /** Rung, rested and still not decided, longest rung first. */
  private final SequencedSet<Due> rested = new LinkedHashSet<>();

  /**
   * @param at the instant by which something must have moved on
   * @param alarm the command that reminds of it
   */
  public record Due(Instant at, Command alarm) implements Comparable<Due> {
    private static final Comparator<Due> ORDER =
        Comparator.comparing(Due::at)
            .thenComparing(due -> due.alarm().tenant())
            .thenComparing(due -> due.alarm().about().map(RequestId::value).orElse(""))
            .thenComparing(due -> due.alarm().toString());

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * Notes where a request's deadline is now.
   *
   * @param to empty when there is nothing left to wait for
   */
  public void move(RequestId request, Optional<Instant> to) {
    move(new EnforceDeadline(request), to);
  }

  /**
   * Notes when there is something to be reminded of now.
   *
   * @param alarm that reminds of it; one thing has one
   * @param to empty when there is nothing left to wait for
   */
  public void move(Command alarm, Optional<Instant> to) {
    var from = Optional.ofNullable(deadlines.get(alarm));
    if (from.equals(to)) {
      return;
    }
    from.map(at -> new Due(at, alarm)).ifPresent(this::forget);
    to.ifPresent(
        at -> {
          deadlines.put(alarm, at);
          waiting.add(new Due(at, alarm));
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
        .filter(alarm -> alarm.tenant().equals(tenant))
        .flatMap(alarm -> alarm.about().stream())
        .sorted()
        .toList();
  }

  /** How many deadlines are open. */
  public int size() {
    return deadlines.size();
  }

  @Override
  public void clear() {
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
    deadlines.remove(due.alarm());
    waiting.remove(due);
    resting.remove(due);
    rested.remove(due);
  }
}
