package dev.lockbox.adapter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return before == null || !isSame(before.step(), step) || !now.isBefore(before.due());
  }

  void taken(Step step, Instant now) {
    taken.compute(
        step.id(),
        (id, before) ->
            before == null || !isSame(before.step(), step)
                ? new Taken(step, 1, now, now.plus(FIRST))
                : new Taken(
                    step, before.times() + 1, before.first(), now.plus(pause(before.times()))));
  }

  /**
   * What is to go before all else, so that nothing that was made anew is taken away after it; of
   * either, what fails again and again after what may not.
   */
  List<Step> inOrder(Collection<Step> steps) {
    return steps.stream()
        .sorted(
            Comparator.<Step>comparingInt(step -> step instanceof Step.Remove ? 0 : 1)
                .thenComparingInt(this::times))
        .toList();
  }

  private int times(Step step) {
    var before = taken.get(step.id());
    return before == null || !isSame(before.step(), step) ? 0 : before.times();
  }

  /** What is not to be done any more is forgotten: it is done. */
  void keep(Collection<Step> steps) {
    taken.keySet().retainAll(steps.stream().map(Step::id).collect(Collectors.toSet()));
  }

  /** When each of them is due again. */
  Stream<Instant> due() {
    return taken.values().stream().map(Taken::due);
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

  private static boolean isSame(Step one, Step other) {
    return one.getClass().equals(other.getClass());
  }

  private static Duration pause(int times) {
    var doubled = FIRST.multipliedBy(1L << Math.min(times, DOUBLINGS_MAX));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
