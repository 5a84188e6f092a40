package dev.lockbox.bench;

import dev.lockbox.bench.Course.Answered;
import dev.lockbox.bench.bed.Bed;
import dev.lockbox.bench.bed.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What a longer or a shorter transaction gains and costs, so that the default can be chosen. */
final class CommitIntervals {
  private final Sizes sizes;
  private final Consumer<String> progress;

  CommitIntervals(Sizes sizes, Consumer<String> progress) {
    this.sizes = sizes;
    this.progress = progress;
  }

  /** A line per interval; the intervals take turns. */
  List<Line> explore(List<Duration> intervals) {
    var found = new LinkedHashMap<Duration, List<Answered>>();
    for (var round = 0; round < sizes.rounds(); round++) {
      for (var interval : intervals) {
        progress.accept(
            "round %d of %d, commit interval %s".formatted(round + 1, sizes.rounds(), interval));
        found.computeIfAbsent(interval, one -> new ArrayList<>()).add(measure(interval));
      }
    }
    return found.entrySet().stream().map(this::line).toList();
  }

  private Answered measure(Duration interval) {
    var pace = new Pace(Pace.DEFAULT.threads(), interval);
    try (var bed = Bed.make()) {
      return new Course(sizes, pace, progress).overTheLog(bed);
    }
  }

  private Line line(Map.Entry<Duration, List<Answered>> entry) {
    var rounds = entry.getValue();
    var line =
        Line.of("commit_interval")
            .with("commit_interval_ms", entry.getKey().toMillis())
            .median("decisions_per_s", all(rounds, one -> one.decided().perSecond()));
    for (var rate : sizes.rates()) {
      line.median("p50_ms_at_" + rate, all(rounds, one -> one.latencies().at(rate).p50()))
          .median("p99_ms_at_" + rate, all(rounds, one -> one.latencies().at(rate).p99()));
    }
    return line;
  }

  private static List<Double> all(List<Answered> rounds, ToDoubleFunction<Answered> value) {
    return rounds.stream().map(value::applyAsDouble).toList();
  }
}
