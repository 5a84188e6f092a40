package dev.lockbox.simulator;

import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.search.SmallScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of a simulation.
 *
 * @param walked how long random histories were run
 * @param histories how many
 * @param simulated how much time passed in them
 * @param scopes what was tried completely, under which settings
 * @param befallen how often each kind of step was taken in them
 * @param failure the first history in which a promise was not kept
 */
public record Report(
    Plan plan,
    Duration walked,
    long histories,
    Duration simulated,
    Map<String, Long> befallen,
    Coverage coverage,
    List<SmallScope.Result> scopes,
    List<Hunt> hunts,
    Optional<Failure> failure) {
  private static final double NANOS = 1e9;
  private static final double DAYS_PER_YEAR = 365.25;
  private static final int STEPS_PER_LINE = 5;
  private static final int STEP_CHARS = 22;

  static Report of(
      Plan plan,
      Duration walked,
      List<SmallScope.Result> scopes,
      List<Hunt> hunts,
      List<Walk> walks) {
    var coverage = new Coverage();
    var befallen = new TreeMap<String, Long>();
    var simulated = Duration.ZERO;
    for (var walk : walks) {
      coverage.add(walk.coverage());
      walk.befallen().forEach((kind, times) -> befallen.merge(kind, times, Long::sum));
      simulated = simulated.plus(walk.simulated());
    }
    var histories = walks.stream().mapToLong(Walk::histories).sum();
    var failure = walks.stream().flatMap(walk -> walk.failure().stream()).findFirst();
    return new Report(
        plan, walked, histories, simulated, befallen, coverage, scopes, hunts, failure);
  }

  /** Every promise was kept, and every defect found. */
  public boolean isGood() {
    return failure.isEmpty() && brokenInScope().isEmpty() && missed().isEmpty();
  }

  private List<Broken> brokenInScope() {
    return scopes.stream().flatMap(scope -> scope.broken().stream()).toList();
  }

  /** The defects that were not found. */
  public List<String> missed() {
    return hunts.stream()
        .filter(hunt -> hunt.found().isEmpty())
        .map(hunt -> hunt.bug().name())
        .toList();
  }

  /** For people. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.addAll(summary());
    lines.add("");
    lines.add("Steps taken in them:");
    lines.addAll(steps());
    lines.add("");
    lines.add("Decisions, by what was asked and what it met:");
    lines.addAll(coverage.table());
    if (!hunts.isEmpty()) {
      lines.add("");
      lines.add("Defects, switched on one by one:");
      hunts.forEach(hunt -> lines.add(hunt.line()));
    }
    lines.add("");
    lines.addAll(verdict());
    return lines;
  }

  private List<String> summary() {
    var seconds = Math.max(1 / NANOS, walked.toNanos() / NANOS);
    var lines = new ArrayList<String>();
    Collections.addAll(
        lines,
        Columns.format("Seed %d, %d threads", plan.seed(), plan.threads()),
        Columns.format(
            "  histories   %d in %.1f s, %.0f/s", histories, seconds, histories / seconds),
        Columns.format(
            "  simulated   %.1f years", simulated.toSeconds() / 86_400.0 / DAYS_PER_YEAR));
    scopes.forEach(
        scope ->
            lines.add(
                Columns.format(
                    "  small scope %s: %d situations, %d steps, %s depth %d",
                    scope.name(),
                    scope.situations(),
                    scope.steps(),
                    scope.isAll() ? "nothing new behind" : "complete to",
                    scope.depth())));
    return lines;
  }

  /** A few to a line. */
  private List<String> steps() {
    var lines = new ArrayList<String>();
    var cells = new ArrayList<String>();
    for (var one : befallen.entrySet()) {
      cells.add(Columns.left(one.getKey() + " " + one.getValue(), STEP_CHARS));
      if (cells.size() == STEPS_PER_LINE) {
        lines.add("  " + String.join("", cells).stripTrailing());
        cells.clear();
      }
    }
    lines.add("  " + String.join("", cells).stripTrailing());
    return lines;
  }

  private List<String> verdict() {
    var lines = new ArrayList<String>();
    failure.ifPresent(failed -> lines.addAll(failed.told()));
    brokenInScope().forEach(broken -> lines.add("In the small scope, " + broken));
    if (!missed().isEmpty()) {
      lines.add("Not found: " + String.join(", ", missed()));
    }
    if (isGood()) {
      lines.add("Every promise was kept" + (hunts.isEmpty() ? "." : ", and every defect found."));
    }
    return lines;
  }
}
