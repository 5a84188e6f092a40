package dev.lockbox.local.cli;

import dev.lockbox.local.up.Service;
import dev.lockbox.local.up.Stop;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs one service against any Kafka and schema registry, until Ctrl-C or SIGTERM.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SERVICE",
      completionCandidates = Names.class,
      description = "${COMPLETION-CANDIDATES}")
  private String service;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML (default: the environment's alone).")
  private Optional<Path> config;

  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Service.values()).map(Service::title).iterator();
    }
  }

  @Override
  public Integer call() {
    var wanted =
        Service.named(service)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "there is no service called " + service));
    var stop = new Stop();
    try (var ending = Ending.onSignal(stop);
        var running = wanted.start(Map.of(), config)) {
      spec.commandLine().getErr().println("lockbox: %s runs".formatted(wanted));
      stop.await();
    }
    return ExitCode.OK;
  }
}
