package dev.lockbox.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Steps that failed, and when they are tried again: twice as long each time, up to a bound. */
final class Tries {
  static final Duration FIRST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS_MAX = 16;

  private final Map<String, Failed> failed = new HashMap<>();

  private record Failed(Step step, int times, Instant first, Instant due) {}

  boolean isDue(Step step, Instant now) {
    var before = failed.get(step.id());
    return before == null
        || !before.step().getClass().equals(step.getClass())
        || !now.isBefore(before.due());
  }

  void failed(Step step, Instant now) {
    failed.compute(
        step.id(),
        (id, before) ->
            before == null || !before.step().getClass().equals(step.getClass())
                ? new Failed(step, 1, now, now.plus(FIRST))
                : new Failed(
                    step, before.times() + 1, before.first(), now.plus(pause(before.times()))));
  }

  void done(Step step) {
    failed.remove(step.id());
  }

  /** What is not to be done any more is forgotten. */
  void keep(Collection<Step> steps) {
    failed.keySet().retainAll(steps.stream().map(Step::id).toList());
  }

  /** When the first of them is due; empty where none failed. */
  Optional<Instant> next() {
    return failed.values().stream().map(Failed::due).min(Instant::compareTo);
  }

  /** What should have been removed by then, and is there still. */
  SortedSet<String> notRemoved(Instant failedBefore) {
    var ids = new TreeSet<String>();
    failed.forEach(
        (id, one) -> {
          if (one.step() instanceof Step.Remove && one.first().isBefore(failedBefore)) {
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
