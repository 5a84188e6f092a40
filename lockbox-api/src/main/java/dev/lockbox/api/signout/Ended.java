package dev.lockbox.api.signout;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The sessions that were ended, for as long as they would have lasted. There is room for so many:
 * where more are ended, whatever would be over no later than one that is forgotten counts as ended
 * too, so that forgetting lets nobody in. Safe for several threads.
 */
final class Ended {
  private final int max;
  private final Map<String, Instant> until = new HashMap<>();
  private final TreeSet<One> soonestFirst = new TreeSet<>();
  private Instant allUpTo = Instant.MIN;

  private record One(Instant until, String session) implements Comparable<One> {
    @Override
    public int compareTo(One other) {
      var byTime = until.compareTo(other.until);
      return byTime != 0 ? byTime : session.compareTo(other.session);
    }
  }

  /**
   * @param max that are known one by one
   */
  Ended(int max) {
    this.max = max;
  }

  /** Ends one that would be over at that time; those that are over by now are forgotten. */
  synchronized void add(String session, Instant over, Instant now) {
    var before = until.get(session);
    if (before == null || before.isBefore(over)) {
      if (before != null) {
        soonestFirst.remove(new One(before, session));
      }
      until.put(session, over);
      soonestFirst.add(new One(over, session));
    }
    while (!soonestFirst.isEmpty() && !soonestFirst.first().until().isAfter(now)) {
      forgetFirst();
    }
    while (until.size() > max) {
      addAll(forgetFirst());
    }
  }

  /** Ends all that would be over at that time, or before. */
  synchronized void addAll(Instant over) {
    allUpTo = over.isAfter(allUpTo) ? over : allUpTo;
  }

  synchronized boolean has(String session, Instant over) {
    return !over.isAfter(allUpTo) || until.containsKey(session);
  }

  private Instant forgetFirst() {
    var first = soonestFirst.removeFirst();
    until.remove(first.session());
    return first.until();
  }

  synchronized int size() {
    return until.size();
  }
}
