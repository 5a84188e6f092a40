package dev.lockbox.service;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Named conditions that are wrong just now, and why. A service is well when there are none. Safe
 * for several threads.
 */
@Singleton
public final class Vitals {
  private final Map<String, String> wrong = new ConcurrentSkipListMap<>();

  /** Says that a condition is wrong; the newest reason counts. */
  public void red(String condition, String why) {
    wrong.put(condition, why);
  }

  /** Says that a condition is right (again). */
  public void green(String condition) {
    wrong.remove(condition);
  }

  /** What is wrong, by condition, sorted; empty when all is well. */
  public Map<String, String> wrong() {
    var copy = new TreeMap<String, String>();
    // A sorted map's own copying trusts a size that others may be changing.
    wrong.forEach(copy::put);
    return copy;
  }
}
