package dev.lockbox.bench.measure;

import dev.lockbox.bench.bed.Bed;
import dev.lockbox.bench.bed.Cases;
import dev.lockbox.bench.bed.Door;
import dev.lockbox.bench.bed.Encoded;
import dev.lockbox.bench.bed.PassThrough;
import dev.lockbox.bench.bed.RoundTrips;
import dev.lockbox.events.topic.Topics;
import java.util.List;

/** How long one has to wait for an answer, at a rate that is far from the most there can be. */
public final class DecisionLatency {
  private DecisionLatency() {}

  /**
   * From the append of an approval to its event, committed; without HTTP.
   *
   * @param from the number of the first request; as many as the loop asks are open
   */
  public static Latencies overTheLog(Bed bed, Cases cases, OpenLoop loop, int from) {
    var commands = bed.formats().commands();
    try (var trips =
        new RoundTrips(
            bed.client(),
            Topics.COMMANDS.name(),
            Topics.EVENTS.name(),
            number -> Encoded.of(commands, cases.approve(number)))) {
      return loop.run(from, trips::send);
    }
  }

  /**
   * From a POST of an approval to its answer, which is the processor's verdict, committed.
   *
   * @param from the number of the first request; as many as the loop asks are open
   */
  public static Latencies overHttp(Door door, OpenLoop loop, int from) {
    return loop.run(from, door::approve);
  }

  /** From the append of the same bytes to their being read again, with nothing decided. */
  public static Latencies ofThePassThrough(Bed bed, List<Encoded> bytes, OpenLoop loop) {
    try (var trips =
        new RoundTrips(
            bed.client(),
            PassThrough.IN,
            PassThrough.OUT,
            number -> bytes.get(number % bytes.size()))) {
      return loop.run(0, trips::send);
    }
  }
}
