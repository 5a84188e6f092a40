package dev.lockbox.bench;

import dev.lockbox.bench.Aim.AtLeast;
import dev.lockbox.bench.ReadCourse.Read;
import dev.lockbox.bench.ReadRound.Beside;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Every figure of reading, as the median of the rounds and beside it what each found. */
final class ReadReport {
  private static final Aim RATIO = new AtLeast(0.5);
  private static final Aim KEPT = new AtLeast(0.9);
  private static final double NANOS_PER_SECOND = 1e9;

  private final Read read;

  ReadReport(Read read) {
    this.read = read;
  }

  List<Line> lines() {
    return List.of(
        folded(),
        beside("read_request", ReadRound::one),
        beside("read_pending", ReadRound::pending),
        Line.of("read_pending_kept_with_a_past")
            .median("value", all(ReadRound::keptOfThePending))
            .aim("value", KEPT),
        beside("access_evaluation", ReadRound::access));
  }

  private Line folded() {
    var seconds = read.nanos() / NANOS_PER_SECOND;
    return Line.of("view_folded")
        .with("requests", read.requests())
        .with("events", read.events())
        .with("seconds", seconds)
        .with("events_per_s", read.events() / seconds);
  }

  private Line beside(String metric, Function<ReadRound, Beside> of) {
    return Line.of(metric)
        .with("requests", read.requests())
        .with("bytes", of.apply(read.rounds().getLast()).bytes())
        .median("per_s", all(round -> of.apply(round).served().perSecond()))
        .median("p50_ms", all(round -> of.apply(round).served().latencies().p50()))
        .median("p99_ms", all(round -> of.apply(round).served().latencies().p99()))
        .median("still_per_s", all(round -> of.apply(round).still().perSecond()))
        .median("still_p99_ms", all(round -> of.apply(round).still().latencies().p99()))
        .median("ratio_to_still", all(round -> of.apply(round).ratio()))
        .aim("ratio_to_still", RATIO);
  }

  private List<Double> all(ToDoubleFunction<ReadRound> value) {
    return read.rounds().stream().map(value::applyAsDouble).toList();
  }
}
