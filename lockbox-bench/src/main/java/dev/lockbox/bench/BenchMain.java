package dev.lockbox.bench;

import dev.lockbox.bench.bed.BenchFailed;
import dev.lockbox.bench.bed.Pace;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code bench}: measures, and prints each result as a JSON object on a line of standard output,
 * with its name in {@code metric}. Progress goes to standard error. Exit status: 0 measured, 1
 * something failed, 2 wrong usage.
 */
public final class BenchMain {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final PrintStream results;
  private final PrintStream progress;
  private final Instant began = Instant.now();
  private final List<String> printed = new ArrayList<>();

  private BenchMain(PrintStream results, PrintStream progress) {
    this.results = results;
    this.progress = progress;
  }

  public static void main(String[] arguments) {
    Thread.currentThread().setUncaughtExceptionHandler(BenchMain::halt);
    System.exit(run(System.out, System.err, arguments));
  }

  /** The same without ending the JVM; returns the exit status. */
  public static int run(PrintStream results, PrintStream progress, String... arguments) {
    try {
      new BenchMain(results, progress).measure(Options.parse(arguments));
      return OK;
    } catch (IllegalArgumentException misunderstood) {
      progress.println(misunderstood.getMessage());
      progress.println(Options.USAGE);
      return WRONG_USAGE;
    } catch (BenchFailed | IOException failed) {
      progress.println("Failed: " + failed.getMessage());
      return FAILED;
    }
  }

  /** What is left running would otherwise keep the process. */
  private static void halt(Thread thread, Throwable failure) {
    failure.printStackTrace();
    Runtime.getRuntime().halt(FAILED);
  }

  private void measure(Options options) throws IOException {
    var records = options.record() ? Optional.of(Records.open()) : Optional.<Records>empty();
    print(Machine.line(began, Pace.DEFAULT));
    lines(options).forEach(this::print);
    if (records.isPresent()) {
      records.get().keep(began.atZone(ZoneOffset.UTC).toLocalDate(), printed);
    }
  }

  private List<Line> lines(Options options) {
    if (options.reading()) {
      return new ReadReport(new ReadCourse(options.readSizes(), this::say).run()).lines();
    }
    var intervals = options.commitIntervals();
    return intervals.isEmpty()
        ? everything(options.sizes()).lines()
        : new CommitIntervals(options.sizes(), this::say).explore(intervals);
  }

  private Report everything(Sizes sizes) {
    var budget = new Budget(InstantSource.system(), LIMIT);
    var course = new Course(sizes, Pace.DEFAULT, this::say);
    var due = course.due();
    return new Report(sizes, rounds(sizes, course, budget), due);
  }

  private List<Round> rounds(Sizes sizes, Course course, Budget budget) {
    var rounds = new ArrayList<Round>();
    while (rounds.size() < sizes.rounds() && budget.hasRoom()) {
      say("round %d of %d".formatted(rounds.size() + 1, sizes.rounds()));
      budget.roundBegins();
      rounds.add(course.run(rounds.size()));
      budget.roundEnds();
    }
    if (rounds.size() < sizes.rounds()) {
      say("no time for more than %d of %d rounds".formatted(rounds.size(), sizes.rounds()));
    }
    return rounds;
  }

  private void print(Line line) {
    var json = line.json();
    printed.add(json);
    results.println(json);
  }

  private void say(String what) {
    progress.printf("%4d s  %s%n", Duration.between(began, Instant.now()).toSeconds(), what);
  }
}
