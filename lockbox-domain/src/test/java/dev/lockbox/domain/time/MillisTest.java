package dev.lockbox.domain.time;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MillisTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
  void whateverCountOfMillisecondsThereIsIsHeld(long millis) {
    assertThatCode(() -> Millis.mustHold("it", Duration.ofMillis(millis)))
        .doesNotThrowAnyException();
    assertThatCode(() -> Millis.mustHold("it", Instant.ofEpochMilli(millis)))
        .doesNotThrowAnyException();
  }

  static List<Duration> tooLong() {
    return List.of(
        Duration.ofMillis(Long.MAX_VALUE).plusMillis(1),
        Duration.ofMillis(Long.MIN_VALUE).minusMillis(1),
        Duration.ofSeconds(Long.MAX_VALUE),
        Duration.ofSeconds(Long.MIN_VALUE));
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void aDurationBeyondThemIsRefused(Duration given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Millis.mustHold("accessFor", given))
        .withMessageStartingWith("accessFor must be from ")
        .withMessageEndingWith(", was " + given);
  }

  static List<Instant> tooFar() {
    return List.of(
        Instant.ofEpochMilli(Long.MAX_VALUE).plusMillis(1),
        Instant.ofEpochMilli(Long.MIN_VALUE).minusMillis(1),
        Instant.parse("+1000000000-12-31T23:59:59Z"),
        Instant.MIN);
  }

  @ParameterizedTest
  @MethodSource("tooFar")
  void anInstantBeyondThemIsRefused(Instant given) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Millis.mustHold("startAt", given))
        .withMessageStartingWith("startAt must be from ")
        .withMessageEndingWith(", was " + given);
  }

  @Test
  void whatIsFinerIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Millis.mustHold("accessFor", Duration.ofNanos(1)))
        .withMessage("accessFor must be whole milliseconds, was PT0.000000001S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Millis.mustHold("startAt", Instant.EPOCH.plusNanos(999_999)))
        .withMessage("startAt must be whole milliseconds, was 1970-01-01T00:00:00.000999999Z");
  }
}
