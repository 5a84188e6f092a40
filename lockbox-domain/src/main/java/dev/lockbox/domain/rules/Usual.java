package dev.lockbox.domain.rules;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long access was granted for by a tenant's people, of one kind of requests: how often for how
 * many minutes, which are at most as many as a day has, however many requests there were. Decides
 * nothing.
 *
 * @param granted how often, by the minutes it was granted for, begun ones counted whole
 * @param narrowed how many of those to less than was asked for
 */
public record Usual(SortedMap<Integer, Long> granted, long narrowed) {
  /** Of fewer nobody says that anything is usual. */
  public static final int HANDFUL = 5;

  /** Access lasts no longer than a day. */
  public static final int MINUTES_MAX = 24 * 60;

  /** Nothing was granted. */
  public static final Usual NOTHING = new Usual(new TreeMap<>(), 0);

  private static final int MEDIAN = 50;
  private static final int NINETIETH = 90;
  private static final int ALL = 100;

  public Usual {
    granted = Collections.unmodifiableSortedMap(new TreeMap<>(granted));
    granted.forEach(Usual::mustBeTold);
    var count = count(granted);
    if (narrowed < 0 || narrowed > count) {
      throw new IllegalArgumentException(
          "narrowed must be from 0 to %s, was %s".formatted(count, narrowed));
    }
  }

  private static void mustBeTold(int minutes, long times) {
    if (minutes < 1 || minutes > MINUTES_MAX || times < 1) {
      throw new IllegalArgumentException(
          "from 1 to %s minutes must be granted once at least, was %s for %s"
              .formatted(MINUTES_MAX, times, minutes));
    }
  }

  /** How many were granted. */
  public long count() {
    return count(granted);
  }

  private static long count(Map<Integer, Long> granted) {
    return granted.values().stream().mapToLong(Long::longValue).sum();
  }

  /** With one more. */
  public Usual and(Duration accessFor, boolean isNarrowed) {
    var more = new TreeMap<>(granted);
    more.merge(minutes(accessFor), 1L, Long::sum);
    return new Usual(more, narrowed + (isNarrowed ? 1 : 0));
  }

  private static int minutes(Duration accessFor) {
    var whole = accessFor.toMinutes();
    var begun = Duration.ofMinutes(whole).equals(accessFor) ? whole : whole + 1;
    return (int) Math.clamp(begun, 1, MINUTES_MAX);
  }

  /** Half of them were granted for so long at most; empty where too few are known. */
  public Optional<Duration> median() {
    return most(MEDIAN);
  }

  /** Nine of ten were granted for so long at most; empty where too few are known. */
  public Optional<Duration> ninetieth() {
    return most(NINETIETH);
  }

  private Optional<Duration> most(int percent) {
    var count = count();
    if (count < HANDFUL) {
      return Optional.empty();
    }
    var so = 0L;
    for (var some : granted.entrySet()) {
      so += some.getValue();
      if (so * ALL >= count * percent) {
        return Optional.of(Duration.ofMinutes(some.getKey()));
      }
    }
    throw new IllegalStateException("all of them are at most the longest");
  }
}
