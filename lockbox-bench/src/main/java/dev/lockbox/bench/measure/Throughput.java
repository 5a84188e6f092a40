package dev.lockbox.bench.measure;

import dev.lockbox.bench.bed.Bed;
import dev.lockbox.bench.bed.BenchFailed;
import dev.lockbox.bench.bed.Desk;
import dev.lockbox.bench.bed.Encoded;
import dev.lockbox.bench.bed.Feed;
import dev.lockbox.bench.bed.PassThrough;
import dev.lockbox.bench.bed.Tail;
import dev.lockbox.bench.bed.Written;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.events.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** How many a second, when as many are asked for as there can be. */
public final class Throughput {
  private static final Duration PASSED_WITHIN = Duration.ofMinutes(2);

  /** Where ticks are kept, and nothing else. */
  private static final String CLOCK_CHANGES = "lockbox-processor-clock-changelog";

  private Throughput() {}

  /**
   * What was measured of decisions.
   *
   * @param recordsEach data records written per decision, by topic; without the ticks of clocks,
   *     which come by time and not by decision
   */
  public record Decided(double perSecond, SortedMap<String, Double> recordsEach) {
    public double records() {
      return recordsEach.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /**
   * Approves open requests as fast as a producer appends, and measures from the first event to the
   * last.
   *
   * @param from the number of the first; they are open
   * @param to before this number
   * @throws BenchFailed when one of them was refused
   */
  public static Decided decisions(Bed bed, Desk desk, int from, int to) {
    var before = bed.ends();
    var span = desk.approve(from, to);
    var approved = new AtomicLong();
    var ticks = new AtomicLong();
    var counts =
        Written.between(
            bed.client(),
            before,
            bed.ends(),
            found -> {
              Events.in(bed, found, RequestApproved.class)
                  .ifPresent(e -> approved.incrementAndGet());
              if (Events.isTick(bed, found)) {
                ticks.incrementAndGet();
              }
            });
    var decided = to - from;
    if (approved.get() != decided) {
      throw new BenchFailed("%d approvals came of %d".formatted(approved.get(), decided));
    }
    counts.merge(Topics.COMMANDS.name(), -decided - ticks.get(), Long::sum); // those are ours
    counts.remove(CLOCK_CHANGES);
    return new Decided(span.perSecond(), each(counts, decided));
  }

  /**
   * Sends the same bytes over and over through the topology that decides nothing.
   *
   * @param count records in all
   */
  public static double passThrough(Bed bed, List<Encoded> bytes, int count) {
    try (var feed = Feed.gathering(bed.client());
        var tail = Tail.of(bed.client(), PassThrough.OUT)) {
      var records = IntStream.range(0, count).mapToObj(n -> bytes.get(n % bytes.size()));
      var sent =
          CompletableFuture.runAsync(
              () -> feed.send(PassThrough.IN, records),
              task -> Thread.ofPlatform().name("feed").start(task));
      var span = tail.await(count, PASSED_WITHIN);
      sent.join();
      return span.perSecond();
    }
  }

  private static SortedMap<String, Double> each(SortedMap<String, Long> counts, int decided) {
    var each = new TreeMap<String, Double>();
    counts.forEach(
        (topic, count) -> {
          if (count != 0) {
            each.put(topic, (double) count / decided);
          }
        });
    return each;
  }
}
