package dev.lockbox.bench.measure;

import dev.lockbox.bench.bed.BenchFailed;
import dev.lockbox.bench.bed.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Asks over some connections, on each again as soon as it is answered: as many a second as there
 * can be.
 *
 * @param connections each with a thread of its own
 * @param warmUp before anything counts
 * @param measured for how long it counts
 */
public record ClosedLoop(int connections, Duration warmUp, Duration measured) {
  /** Questions that a connection has in turn. */
  private static final int DISTINCT = 1000;

  private static final double NANOS_PER_SECOND = 1e9;

  /** What came of it. */
  public record Served(double perSecond, Latencies latencies) {}

  /**
   * @param question by number, from 0 on; made before the clock starts
   * @throws BenchFailed when one was not answered with 200
   */
  public Served run(int port, IntFunction<byte[]> question) {
    var questions = IntStream.range(0, DISTINCT).mapToObj(question).toList();
    try (var threads = Executors.newFixedThreadPool(connections)) {
      var counted = System.nanoTime() + warmUp.toNanos();
      var answers = new ArrayList<Future<long[]>>();
      for (var first = 0; first < connections; first++) {
        answers.add(ask(threads, port, questions, first, counted));
      }
      var nanos = answers.stream().map(ClosedLoop::answered).flatMapToLong(LongStream::of);
      var all = nanos.toArray();
      return new Served(all.length * NANOS_PER_SECOND / measured.toNanos(), Latencies.of(all));
    }
  }

  private Future<long[]> ask(
      ExecutorService threads, int port, List<byte[]> questions, int first, long counted) {
    var end = counted + measured.toNanos();
    return threads.submit(
        () -> {
          var nanos = LongStream.builder();
          try (var connection = Connection.to(port)) {
            var number = first * DISTINCT / connections;
            for (var now = System.nanoTime(); now < end; number++) {
              var asked = now;
              connection.ask(questions.get(number % DISTINCT));
              now = System.nanoTime();
              if (asked >= counted && now < end) {
                nanos.add(now - asked);
              }
            }
          }
          return nanos.build().toArray();
        });
  }

  private static long[] answered(Future<long[]> answers) {
    try {
      return answers.get();
    } catch (ExecutionException wrong) {
      throw new BenchFailed("a question was not answered: " + wrong.getCause(), wrong);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("interrupted while waiting for answers", stopped);
    }
  }
}
