package dev.lockbox.bench;

import dev.lockbox.bench.bed.Bed;
import dev.lockbox.bench.bed.Cases;
import dev.lockbox.bench.bed.Desk;
import dev.lockbox.bench.bed.Pace;
import dev.lockbox.bench.measure.ByRate;
import dev.lockbox.bench.measure.DecisionLatency;
import dev.lockbox.bench.measure.DueAtOnce;
import dev.lockbox.bench.measure.Latencies;
import dev.lockbox.bench.measure.OpenLoop;
import dev.lockbox.bench.measure.Throughput;
import dev.lockbox.bench.measure.Throughput.Decided;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * One round over everything. Ours and the pass-through take turns on the same broker, and each
 * round another of them begins, so that whoever finds it warm is not always the same.
 */
final class Course {
  static final String APPROVER = "anna";

  private final Sizes sizes;
  private final Pace pace;
  private final Consumer<String> progress;
  private final Cases cases = new Cases(APPROVER);

  Course(Sizes sizes, Pace pace, Consumer<String> progress) {
    this.sizes = sizes;
    this.pace = pace;
    this.progress = progress;
  }

  /** What was found of the topology that decides nothing. */
  record Passed(double perSecond, ByRate latencies) {}

  /** What was found of ours. */
  record Answered(Decided decided, ByRate latencies) {}

  /** What was found of ours before the others were opened, and after. */
  private record Both(Answered unloaded, Decided loaded) {}

  /**
   * @param number of the round, from 0
   */
  Round run(int number) {
    try (var bed = Bed.make()) {
      if (number % 2 == 0) {
        var passed = passThrough(bed);
        return round(passed, ours(bed));
      }
      var ours = ours(bed);
      return round(passThrough(bed), ours);
    }
  }

  private static Round round(Passed passed, Both ours) {
    return new Round(passed, ours.unloaded(), ours.loaded());
  }

  /** On a bed of its own, once: it is the same at every round, and takes long. */
  DueAtOnce due() {
    progress.accept("%d deadlines due at once".formatted(sizes.deadlines()));
    try (var bed = Bed.make()) {
      return DueAtOnce.measure(bed, pace, cases, sizes.deadlines());
    }
  }

  private Passed passThrough(Bed bed) {
    progress.accept("pass-through");
    try (var passThrough = bed.startPassThrough(pace);
        var desk = new Desk(bed, cases)) {
      var bytes = desk.approvals(0, sizes.decided());
      Throughput.passThrough(bed, bytes, sizes.passed() / 2); // compiles the code
      var perSecond = Throughput.passThrough(bed, bytes, sizes.passed());
      return new Passed(
          perSecond,
          ByRate.each(
              sizes.rates(),
              rate -> DecisionLatency.ofThePassThrough(bed, bytes, sizes.loop(rate))));
    }
  }

  private Both ours(Bed bed) {
    progress.accept("decisions, no other request open");
    try (var processor = bed.startProcessor(pace, Map.of());
        var desk = new Desk(bed, cases)) {
      desk.registerTenants();
      var unloaded = new Answered(decided(bed, desk), overHttp(bed, desk));
      progress.accept("decisions, %d other requests open".formatted(sizes.othersOpen()));
      desk.openMore(sizes.othersOpen());
      return new Both(unloaded, decided(bed, desk));
    }
  }

  private ByRate overHttp(Bed bed, Desk desk) {
    try (var door = bed.openDoor(cases)) {
      return each(desk, (loop, first) -> DecisionLatency.overHttp(door, loop, first));
    }
  }

  /** Throughput, and latency without HTTP: what depends on how the processor is run. */
  Answered overTheLog(Bed bed) {
    try (var processor = bed.startProcessor(pace, Map.of());
        var desk = new Desk(bed, cases)) {
      desk.registerTenants();
      var decided = decided(bed, desk);
      return new Answered(
          decided,
          each(desk, (loop, first) -> DecisionLatency.overTheLog(bed, cases, loop, first)));
    }
  }

  /** Opens what a loop will ask for, before it begins. */
  private ByRate each(Desk desk, BiFunction<OpenLoop, Integer, Latencies> measurement) {
    return ByRate.each(
        sizes.rates(),
        rate -> {
          var loop = sizes.loop(rate);
          return measurement.apply(loop, desk.openMore(loop.questions()));
        });
  }

  /** The first are decided before the clock starts, so that the code is compiled by then. */
  private Decided decided(Bed bed, Desk desk) {
    var warmUp = desk.openMore(sizes.decidedInWarmUp());
    var first = desk.openMore(sizes.decided());
    desk.approve(warmUp, first);
    return Throughput.decisions(bed, desk, first, first + sizes.decided());
  }
}
