package dev.lockbox.bench.measure;

import dev.lockbox.bench.bed.Await;
import dev.lockbox.bench.bed.Bed;
import dev.lockbox.bench.bed.Cases;
import dev.lockbox.bench.bed.Desk;
import dev.lockbox.bench.bed.Pace;
import dev.lockbox.bench.bed.Tail;
import dev.lockbox.bench.bed.Written;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.events.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/**
 * How soon the processor is through with deadlines that all passed while it was away.
 *
 * @param deadlines that were due when it started
 * @param seconds from running to the last expiry
 * @param alarmsEach alarms it appended to the command log, per deadline
 */
public record DueAtOnce(long deadlines, double seconds, double alarmsEach) {
  private static final Duration WINDOW = Duration.ofSeconds(1);
  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(3);
  private static final double NANOS_PER_SECOND = 1e9;

  /** Requests fall due while others are opened; rung so seldom, they are still open at its stop. */
  private static final Map<String, Object> OPENING =
      Map.of("lockbox.pending-window", WINDOW.toString(), "lockbox.timers.resolution", "PT1M");

  /**
   * On a bed of its own.
   *
   * @param requests to open
   */
  public static DueAtOnce measure(Bed bed, Pace pace, Cases cases, int requests) {
    open(bed, pace, cases, requests);
    var before = bed.ends();
    var deadlines = requests - expired(bed, before);
    var allDue = Instant.now().plus(WINDOW);
    Await.until("all are due", WINDOW.multipliedBy(2), () -> Instant.now().isAfter(allDue));
    try (var events = Tail.of(bed.client(), Topics.EVENTS.name());
        var processor = bed.startProcessor(pace, Map.of())) {
      var running = System.nanoTime();
      events.await(deadlines, DRAINED_WITHIN);
      var seconds = (System.nanoTime() - running) / NANOS_PER_SECOND;
      return new DueAtOnce(deadlines, seconds, (double) alarms(bed, before) / deadlines);
    }
  }

  private static void open(Bed bed, Pace pace, Cases cases, int requests) {
    try (var processor = bed.startProcessor(pace, OPENING);
        var desk = new Desk(bed, cases)) {
      desk.registerTenants();
      desk.openMore(requests);
    }
  }

  /** How many were rung all the same, since opening took long. */
  private static long expired(Bed bed, Map<TopicPartition, Long> ends) {
    var expired = new AtomicLong();
    var events = new HashMap<>(ends);
    events.keySet().removeIf(partition -> !partition.topic().equals(Topics.EVENTS.name()));
    Written.between(
        bed.client(),
        Map.of(),
        events,
        found ->
            Events.in(bed, found, RequestExpired.class).ifPresent(e -> expired.incrementAndGet()));
    return expired.get();
  }

  /** Nobody else appends commands meanwhile. */
  private static long alarms(Bed bed, Map<TopicPartition, Long> before) {
    return Written.between(bed.client(), before, bed.ends(), found -> {})
        .getOrDefault(Topics.COMMANDS.name(), 0L);
  }
}
