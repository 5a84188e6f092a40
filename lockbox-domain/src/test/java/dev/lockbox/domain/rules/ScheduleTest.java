package dev.lockbox.domain.rules;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  /** 2026-03-02 was a Monday. */
  private static boolean includes(Schedule schedule, String at) {
    return schedule.includes(Instant.parse(at));
  }

  private static Schedule of(ZoneId zone, Set<DayOfWeek> days, String from, String to) {
    return new Schedule(zone, days, LocalTime.parse(from), LocalTime.parse(to));
  }

  @Test
  void hoursBeginWithTheirFirstInstantAndAreOverAtTheirEnd() {
    var office = of(UTC, EnumSet.range(MONDAY, FRIDAY), "08:00", "18:00");
    assertThat(includes(office, "2026-03-02T07:59:59.999Z")).isFalse();
    assertThat(includes(office, "2026-03-02T08:00:00Z")).isTrue();
    assertThat(includes(office, "2026-03-02T17:59:59.999Z")).isTrue();
    assertThat(includes(office, "2026-03-02T18:00:00Z")).isFalse();
    assertThat(includes(office, "2026-03-07T12:00:00Z")).isFalse();
  }

  @Test
  void hoursThroughMidnightBelongToTheDayTheyBeginOn() {
    var night = of(UTC, Set.of(FRIDAY), "22:00", "06:00");
    assertThat(includes(night, "2026-03-06T21:59:00Z")).isFalse();
    assertThat(includes(night, "2026-03-06T22:00:00Z")).isTrue();
    assertThat(includes(night, "2026-03-07T05:59:00Z")).isTrue();
    assertThat(includes(night, "2026-03-07T06:00:00Z")).isFalse();
    assertThat(includes(night, "2026-03-06T05:59:00Z")).isFalse();
    assertThat(includes(night, "2026-03-07T22:00:00Z")).isFalse();
  }

  @Test
  void fromAnHourToTheSameIsAWholeDay() {
    var weekend = of(UTC, Set.of(SATURDAY, SUNDAY), "00:00", "00:00");
    assertThat(includes(weekend, "2026-03-06T23:59:00Z")).isFalse();
    assertThat(includes(weekend, "2026-03-07T00:00:00Z")).isTrue();
    assertThat(includes(weekend, "2026-03-08T23:59:00Z")).isTrue();
    assertThat(includes(weekend, "2026-03-09T00:00:00Z")).isFalse();
  }

  @Test
  void theClocksOfThePlaceCountAlsoWhenTheyAreChanged() {
    var morning = of(VIENNA, EnumSet.allOf(DayOfWeek.class), "08:00", "09:00");
    assertThat(includes(morning, "2026-03-28T07:30:00Z")).isTrue();
    assertThat(includes(morning, "2026-03-28T06:30:00Z")).isFalse();
    assertThat(includes(morning, "2026-03-29T06:30:00Z")).isTrue();
    assertThat(includes(morning, "2026-03-29T07:30:00Z")).isFalse();
  }

  @Test
  void aScheduleHasADayAndWholeMinutes() {
    assertThatThrownBy(() -> of(UTC, Set.of(), "08:00", "09:00")).hasMessageContaining("a day");
    assertThatThrownBy(() -> of(UTC, Set.of(MONDAY), "08:00:01", "09:00"))
        .hasMessage("from must be whole minutes, was 08:00:01");
    assertThatThrownBy(() -> of(UTC, Set.of(MONDAY), "08:00", "09:00:30"))
        .hasMessage("to must be whole minutes, was 09:00:30");
  }
}
