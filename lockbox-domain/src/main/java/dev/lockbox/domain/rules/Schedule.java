package dev.lockbox.domain.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Hours of the week, by the clocks of a place: when those are changed, so are the hours.
 *
 * @param days on which the hours begin; at least one
 * @param from the first instant, in whole minutes
 * @param to the first instant that is not among them, in whole minutes; when it is not after {@code
 *     from}, it is the next day's
 */
public record Schedule(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
  public Schedule {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a schedule must have a day");
    }
    inMinutes("from", from);
    inMinutes("to", to);
  }

  public boolean includes(Instant at) {
    var there = at.atZone(zone);
    var day = there.getDayOfWeek();
    var time = there.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
    }
    return time.isBefore(from)
        ? time.isBefore(to) && days.contains(day.minus(1))
        : days.contains(day);
  }

  private static void inMinutes(String name, LocalTime given) {
    if (given.getSecond() != 0 || given.getNano() != 0) {
      throw new IllegalArgumentException("%s must be whole minutes, was %s".formatted(name, given));
    }
  }
}
