package dev.lockbox.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.bench.ReadRound.Beside;
import dev.lockbox.bench.bed.Await;
import dev.lockbox.bench.bed.Bed;
import dev.lockbox.bench.bed.BenchFailed;
import dev.lockbox.bench.bed.Cases;
import dev.lockbox.bench.bed.Connection;
import dev.lockbox.bench.bed.Pace;
import dev.lockbox.bench.bed.Past;
import dev.lockbox.bench.bed.Shelf;
import dev.lockbox.bench.measure.ClosedLoop.Served;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Reads of two customers on one bed: one had many requests that are over, the other never. The
 * processor runs beside them, since no gateway is told yes while nobody shows that decisions are
 * made.
 */
final class ReadCourse {
  /** A million requests, a millisecond apart, are over by now, and grants of then still stand. */
  private static final Duration LONG_ENOUGH_AGO = Duration.ofHours(1);

  private static final Duration TOLD_WITHIN = Duration.ofMinutes(1);
  private static final long SEED = 42;

  private final ReadSizes sizes;
  private final Consumer<String> progress;
  private final Past longPast;
  private final Past noPast;
  private final Past provider;

  ReadCourse(ReadSizes sizes, Consumer<String> progress) {
    this.sizes = sizes;
    this.progress = progress;
    var cases = new Cases(Course.APPROVER);
    var from = Instant.now().minus(LONG_ENOUGH_AGO);
    this.longPast = past("long-past", cases, sizes.denied(), from);
    this.noPast = past("no-past", cases, 0, from);
    this.provider = new Past(Shelf.PROVIDER, cases, 0, 0, 0, from);
  }

  private Past past(String name, Cases cases, int denied, Instant from) {
    return new Past(new TenantId(name), cases, denied, sizes.granted(), sizes.waiting(), from);
  }

  /**
   * What was found.
   *
   * @param requests in the view
   * @param events that it folded
   * @param nanos it took to start and to fold them
   */
  record Read(int requests, long events, long nanos, List<ReadRound> rounds) {}

  Read run() {
    try (var bed = Bed.make()) {
      progress.accept("%d requests are written".formatted(longPast.requests()));
      var events = Stream.of(provider, longPast, noPast).mapToLong(bed::write).sum();
      progress.accept("%d events are folded".formatted(events));
      try (var processor = bed.startProcessor(Pace.DEFAULT, Map.of())) {
        var began = System.nanoTime();
        try (var shelf = bed.openShelf(sizes.caughtUpWithin())) {
          var took = System.nanoTime() - began;
          var requests = longPast.requests() + noPast.requests();
          return new Read(requests, events, took, rounds(shelf));
        }
      }
    }
  }

  private List<ReadRound> rounds(Shelf shelf) {
    Await.until("a gateway is told yes", TOLD_WITHIN, () -> isYes(shelf));
    var rounds = new ArrayList<ReadRound>();
    for (var round = 1; round <= sizes.rounds(); round++) {
      progress.accept("round %d of %d".formatted(round, sizes.rounds()));
      rounds.add(round(shelf));
      if (!isYes(shelf)) {
        throw new BenchFailed("a gateway is not told yes any more");
      }
    }
    return rounds;
  }

  private ReadRound round(Shelf shelf) {
    var any = new SplittableRandom(SEED);
    return new ReadRound(
        beside(shelf, "one", n -> shelf.one(longPast, any.nextInt(longPast.requests()))),
        beside(shelf, "pending", n -> shelf.pending(longPast)),
        ask(shelf, n -> shelf.pending(noPast)),
        beside(shelf, "access", n -> shelf.mayThey(longPast)));
  }

  private boolean isYes(Shelf shelf) {
    var answer = new String(once(shelf, shelf.mayThey(longPast)), UTF_8);
    return answer.contains("\"decision\":true");
  }

  /** The answers to it, and then as many bytes as the first of them has. */
  private Beside beside(Shelf shelf, String name, IntFunction<byte[]> question) {
    var answer = once(shelf, question.apply(0));
    var still = shelf.still(name, answer);
    return new Beside(answer.length, ask(shelf, question), ask(shelf, n -> still));
  }

  private Served ask(Shelf shelf, IntFunction<byte[]> question) {
    return sizes.loop().run(shelf.port(), question);
  }

  private static byte[] once(Shelf shelf, byte[] question) {
    try (var connection = Connection.to(shelf.port())) {
      return connection.ask(question);
    }
  }
}
