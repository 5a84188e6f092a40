package dev.lockbox.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Steps that were taken, and when they are taken again if they are still to be done, whatever the
 * target answered: twice as long each time, up to a bound.
 */
final class Tries {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS_MAX = 16;

  private final Map<String, Taken> taken = new HashMap<>();

  private record Taken(Step step, int times, Instant first, Instant due) {}

  boolean isDue(Step step, Instant now) {
    var before = taken.get(step.id());
    return before == null
        || !before.step().getClass().equals(step.getClass())
        || !now.isBefore(before.due());
  }

  void taken(Step step, Instant now) {
    taken.compute(
        step.id(),
        (id, before) ->
            before == null || !before.step().getClass().equals(step.getClass())
                ? new Taken(step, 1, now, now.plus(FIRST))
                : new Taken(
                    step, before.times() + 1, before.first(), now.plus(pause(before.times()))));
  }

  /** What is not to be done any more is forgotten: it is done. */
  void keep(Collection<Step> steps) {
    taken.keySet().retainAll(steps.stream().map(Step::id).collect(Collectors.toSet()));
  }

  /** When the first of them is due; empty where there are none. */
  Optional<Instant> next() {
    return taken.values().stream().map(Taken::due).min(Instant::compareTo);
  }

  /** What should have been removed by then, and is there still. */
  SortedSet<String> notRemoved(Instant takenBefore) {
    var ids = new TreeSet<String>();
    taken.forEach(
        (id, one) -> {
          if (one.step() instanceof Step.Remove && one.first().isBefore(takenBefore)) {
            ids.add(id);
          }
        });
    return ids;
  }

  private static Duration pause(int times) {
    var doubled = FIRST.multipliedBy(1L << Math.min(times, DOUBLINGS_MAX));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
