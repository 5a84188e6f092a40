package dev.lockbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.bench.bed.BenchFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final OpenLoop TEN_QUESTIONS =
      new OpenLoop(100, 0, Duration.ofMillis(50), Duration.ofMillis(50));

  @Test
  void questionsAreNumberedWithoutAGap() {
    var asked = new ArrayList<Integer>();
    TEN_QUESTIONS.run(
        7,
        number -> {
          asked.add(number);
          return CompletableFuture.completedFuture(null);
        });
    assertThat(asked).isEqualTo(List.of(7, 8, 9, 10, 11, 12, 13, 14, 15, 16));
  }

  @Test
  void noBatchIsAskedBeforeTheOneBeforeIsAnswered() {
    var open = new AtomicInteger();
    var most = new AtomicInteger();
    var loop = new OpenLoop(1000, 3, Duration.ZERO, Duration.ofMillis(5));
    loop.run(
        0,
        number -> {
          most.accumulateAndGet(open.incrementAndGet(), Math::max);
          return CompletableFuture.runAsync(open::decrementAndGet);
        });
    assertThat(loop.questions()).isEqualTo(3 * OpenLoop.BATCH + 5);
    assertThat(most.get()).isBetween(1, OpenLoop.BATCH);
    assertThat(open).hasValue(0);
  }

  /** All are answered together with the last, so the one asked first has waited longest. */
  @Test
  void aStallIsChargedToAllWhoWaited() {
    var waiting = new ArrayList<CompletableFuture<Void>>();
    var latencies =
        new OpenLoop(100, 0, Duration.ZERO, Duration.ofMillis(200))
            .run(
                0,
                number -> {
                  var answer = new CompletableFuture<Void>();
                  waiting.add(answer);
                  if (waiting.size() == 20) {
                    waiting.forEach(one -> one.complete(null));
                  }
                  return answer;
                });
    assertThat(latencies.p99()).isGreaterThanOrEqualTo(190);
    assertThat(latencies.p50()).isBetween(90.0, latencies.p99());
  }

  @Test
  void aWrongAnswerEndsTheMeasurement() {
    assertThatThrownBy(
            () ->
                TEN_QUESTIONS.run(
                    0, number -> CompletableFuture.failedFuture(new BenchFailed("no"))))
        .isInstanceOf(BenchFailed.class)
        .hasMessageContaining("no");
  }

  @Test
  void percentilesAreOfWhatWasMeasured() {
    var millis = LongStream.rangeClosed(1, 100).map(n -> n * 1_000_000).toArray();
    assertThat(Latencies.of(millis)).isEqualTo(new Latencies(50, 99));
    assertThat(Latencies.of(new long[] {3_000_000})).isEqualTo(new Latencies(3, 3));
  }
}
