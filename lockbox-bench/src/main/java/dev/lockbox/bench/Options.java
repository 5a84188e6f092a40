package dev.lockbox.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param reading whether reading is measured, and not deciding
 * @param record whether the results are kept in a file too
 * @param toy whether so little is measured that the figures mean nothing
 * @param commitIntervals to compare; empty: everything is measured under the default
 */
record Options(boolean reading, boolean record, boolean toy, List<Duration> commitIntervals) {
  Options {
    if (reading && !commitIntervals.isEmpty()) {
      throw new IllegalArgumentException("commit intervals do not matter to whoever reads");
    }
  }

  static final String USAGE =
      """
      usage: bench [read] [--record] [--toy] [--commit-intervals MILLIS,...]
        read                 measure what readers and gateways ask, and not decisions
        --record             keep the results in lockbox-bench/results/YYYY-MM-DD.jsonl too
        --toy                a few hundred of everything, to see that it works; the figures mean nothing
        --commit-intervals   compare these commit intervals, instead of measuring everything\
      """;

  /** Throws {@link IllegalArgumentException} for what it does not understand. */
  static Options parse(String... arguments) {
    var reading = false;
    var record = false;
    var toy = false;
    var intervals = new ArrayList<Duration>();
    for (var left = Arrays.asList(arguments).iterator(); left.hasNext(); ) {
      var option = left.next();
      switch (option) {
        case "read" -> reading = true;
        case "--record" -> record = true;
        case "--toy" -> toy = true;
        case "--commit-intervals" -> intervals.addAll(millis(left));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new Options(reading, record, toy, List.copyOf(intervals));
  }

  Sizes sizes() {
    return toy ? Sizes.TOY : Sizes.FULL;
  }

  ReadSizes readSizes() {
    return toy ? ReadSizes.TOY : ReadSizes.FULL;
  }

  private static List<Duration> millis(Iterator<String> left) {
    if (!left.hasNext()) {
      throw new IllegalArgumentException("--commit-intervals needs milliseconds, commas between");
    }
    return Arrays.stream(left.next().split(",", -1))
        .map(one -> Duration.ofMillis(Long.parseLong(one)))
        .toList();
  }
}
