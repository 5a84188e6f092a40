package dev.lockbox.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param record whether the results are kept in a file too
 * @param sizes how much is measured
 * @param commitIntervals to compare; empty: everything is measured under the default
 */
record Options(boolean record, Sizes sizes, List<Duration> commitIntervals) {
  static final String USAGE =
      """
      usage: bench [--record] [--toy] [--commit-intervals MILLIS,...]
        --record             keep the results in lockbox-bench/results/YYYY-MM-DD.jsonl too
        --toy                a few hundred of everything, to see that it works; the figures mean nothing
        --commit-intervals   compare these commit intervals, instead of measuring everything\
      """;

  /** Throws {@link IllegalArgumentException} for what it does not understand. */
  static Options parse(String... arguments) {
    var record = false;
    var sizes = Sizes.FULL;
    var intervals = new ArrayList<Duration>();
    for (var left = Arrays.asList(arguments).iterator(); left.hasNext(); ) {
      var option = left.next();
      switch (option) {
        case "--record" -> record = true;
        case "--toy" -> sizes = Sizes.TOY;
        case "--commit-intervals" -> intervals.addAll(millis(left));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new Options(record, sizes, List.copyOf(intervals));
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
