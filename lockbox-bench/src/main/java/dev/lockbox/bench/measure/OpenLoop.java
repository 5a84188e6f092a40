package dev.lockbox.bench.measure;

import dev.lockbox.bench.bed.BenchFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Asks at a fixed rate, whether or not the earlier ones have been answered, and counts each latency
 * from the moment its question was due: a server that stalls is charged for all who waited. Before
 * that it asks in batches, each when the one before is answered, so that code is compiled by then
 * without anything having to queue for it.
 *
 * @param perSecond questions
 * @param batches asked first, of {@value #BATCH} questions each
 * @param warmUp at the same rate, before anything counts
 * @param measured for how long it counts
 */
public record OpenLoop(int perSecond, int batches, Duration warmUp, Duration measured) {
  /** Questions that are asked together; few enough for a slow server. */
  public static final int BATCH = 20;

  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** How many questions one run asks. */
  public int questions() {
    return inBatches() + inWarmUp() + counted();
  }

  private int inBatches() {
    return batches * BATCH;
  }

  private int inWarmUp() {
    return (int) (perSecond * warmUp.toMillis() / 1000);
  }

  private int counted() {
    return (int) (perSecond * measured.toMillis() / 1000);
  }

  /**
   * @param first the number of the first question; they are numbered without a gap
   * @param ask answers by completing
   * @throws BenchFailed when one question was not answered
   */
  public Latencies run(int first, IntFunction<CompletableFuture<Void>> ask) {
    for (var batch = 0; batch < batches; batch++) {
      var from = first + batch * BATCH;
      await(IntStream.range(from, from + BATCH).mapToObj(ask).toList());
    }
    return atRate(first + inBatches(), ask);
  }

  private Latencies atRate(int first, IntFunction<CompletableFuture<Void>> ask) {
    var latencies = new long[inWarmUp() + counted()];
    var answers = new ArrayList<CompletableFuture<Void>>();
    var start = System.nanoTime();
    for (var n = 0; n < latencies.length; n++) {
      var index = n;
      var due = start + n * NANOS_PER_SECOND / perSecond;
      parkUntil(due);
      answers.add(ask.apply(first + n).thenRun(() -> latencies[index] = System.nanoTime() - due));
    }
    await(answers);
    return Latencies.of(Arrays.copyOfRange(latencies, inWarmUp(), latencies.length));
  }

  private static void parkUntil(long due) {
    for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void await(List<CompletableFuture<Void>> answers) {
    try {
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
          .get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException wrong) {
      throw new BenchFailed("a question was answered wrongly: " + wrong.getCause(), wrong);
    } catch (TimeoutException unanswered) {
      throw new BenchFailed(
          "not every question was answered within %s".formatted(ANSWERED_WITHIN), unanswered);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("interrupted while waiting for answers", stopped);
    }
  }
}
