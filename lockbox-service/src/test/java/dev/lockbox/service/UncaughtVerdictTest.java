package dev.lockbox.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UncaughtVerdictTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
  private final UncaughtVerdict verdict = new UncaughtVerdict(now::get);

  @Test
  void theFourthFailureWithinTenMinutesShutsDown() {
    for (var failure = 1; failure <= UncaughtVerdict.REPLACED_MAX; failure++) {
      assertThat(verdict.handle(new IllegalStateException("failure " + failure)))
          .isEqualTo(REPLACE_THREAD);
    }
    assertThat(verdict.handle(new IllegalStateException("one too many")))
        .isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void whatFailedLongAgoNoLongerCounts() {
    for (var failure = 1; failure <= 10; failure++) {
      assertThat(verdict.handle(new IllegalStateException("failure " + failure)))
          .isEqualTo(REPLACE_THREAD);
      now.updateAndGet(before -> before.plus(Duration.ofMinutes(4)));
    }
  }
}
