package dev.lockbox.local.doctor;

import dev.lockbox.domain.identity.HostId;
import dev.lockbox.domain.time.HostClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the hosts' clocks showed when they last ticked. Without ticks that agree nothing is granted;
 * see docs/adr/0012-time-in-the-log.md.
 */
final class Clocks {
  /** Three ticks may be late. */
  static final Duration FRESH = Duration.ofSeconds(20);

  /** Half of what makes a clock suspect. */
  static final Duration APART_MAX = Duration.ofSeconds(15);

  private Clocks() {}

  /**
   * @param ticks of one partition, in any order
   * @param now by this machine
   */
  static Symptom symptom(Collection<HostClock> ticks, Instant now) {
    var last = new TreeMap<HostId, HostClock>(Comparator.comparing(HostId::value));
    ticks.forEach(tick -> last.merge(tick.host(), tick, (one, other) -> later(one, other)));
    var fresh =
        last.values().stream()
            .filter(tick -> Duration.between(tick.appended(), now).compareTo(FRESH) <= 0)
            .toList();
    if (fresh.isEmpty()) {
      return Symptom.bad(
          "clocks",
          "no host has told its clock for %s s: nothing is granted".formatted(FRESH.toSeconds()));
    }
    var words =
        fresh.stream()
            .map(tick -> "%s %+d ms".formatted(tick.host(), ahead(tick).toMillis()))
            .collect(Collectors.joining(", "));
    var isTogether = fresh.stream().allMatch(tick -> ahead(tick).abs().compareTo(APART_MAX) <= 0);
    var told = "beside the broker's: " + words;
    return isTogether ? Symptom.well("clocks", told) : Symptom.bad("clocks", told);
  }

  private static HostClock later(HostClock one, HostClock other) {
    return one.appended().isAfter(other.appended()) ? one : other;
  }

  private static Duration ahead(HostClock tick) {
    return Duration.between(tick.appended(), tick.shown());
  }
}
