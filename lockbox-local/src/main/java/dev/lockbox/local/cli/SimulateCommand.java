package dev.lockbox.local.cli;

import dev.lockbox.simulator.Plan;
import dev.lockbox.simulator.Simulation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Lets random histories happen to the rules, with crashes, duplicates, zombies and wrong"
            + " clocks, and judges each after every commit; then looks for every defect of the"
            + " bank.")
final class SimulateCommand implements Callable<Integer> {
  private static final int SECONDS_MAX = 7 * 24 * 3600;
  private static final int THREADS_MAX = 64;

  @Spec private CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "For how long; ${DEFAULT-VALUE} unless said, a week at most.")
  private int seconds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the first history, the next has S+1 and so on. A new one unless said.")
  private Optional<Long> seed;

  @Option(
      names = "--bugs",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Whether to look for the defects of the bank; yes unless said.")
  private boolean bugs;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many; as many as the machine has processors unless said.")
  private Optional<Integer> threads;

  @Option(names = "--trace", description = "Only tell the one history of this seed, step by step.")
  private boolean trace;

  @Override
  public Integer call() throws InterruptedException {
    var first = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000_000));
    return trace ? told(first) : simulated(first);
  }

  private int told(long first) {
    return endingWith(Simulation.tell(first, out()::println));
  }

  private int simulated(long first) throws InterruptedException {
    var many = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    mustBeWithin("--seconds", seconds, 0, SECONDS_MAX);
    mustBeWithin("--threads", many, 1, THREADS_MAX);
    var report = Simulation.of(new Plan(first, Duration.ofSeconds(seconds), 1, many, bugs));
    report.lines().forEach(out()::println);
    return endingWith(report.isGood());
  }

  private void mustBeWithin(String name, int given, int min, int max) {
    if (given < min || given > max) {
      throw new ParameterException(
          spec.commandLine(), "%s must be %s to %s, was %s".formatted(name, min, max, given));
    }
  }

  private static int endingWith(boolean isGood) {
    return isGood ? ExitCode.OK : ExitCode.REFUSED;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
