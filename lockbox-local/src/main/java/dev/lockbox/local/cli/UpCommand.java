package dev.lockbox.local.cli;

import dev.lockbox.local.up.Banner;
import dev.lockbox.local.up.Lockbox;
import dev.lockbox.local.up.Stop;
import dev.lockbox.local.up.UpSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description =
        "Starts everything on this machine: Kafka, schema registry, all services, and an issuer and"
            + " a mail server to try them with. Runs until Ctrl-C; the data stays.")
final class UpCommand implements Callable<Integer> {
  private static final int PORT_MAX = 65_535;

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of the API, kept from then on (default: a free one, chosen once).")
  private Optional<Integer> port;

  @Option(
      names = "--no-demo",
      description = "Leave an empty directory empty: no tenants, no story.")
  private boolean noDemo;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings in YAML for all services; see docs/configuration.md.")
  private Optional<Path> config;

  @Override
  public Integer call() throws InterruptedException {
    if (port.filter(n -> n < 1 || n > PORT_MAX).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 1 to %d, was %d".formatted(PORT_MAX, port.get()));
    }
    var settings = new UpSettings(data.directory(), port, !noDemo, config);
    UpLog.writeTo(settings.data().logs());
    var progress = new TimedProgress(spec.commandLine().getErr());
    var stop = new Stop();
    try (var ending = Ending.onSignal(stop);
        var lockbox = Lockbox.start(settings, progress, stop)) {
      spec.commandLine().getOut().println(Banner.of(lockbox.endpoints(), settings.data()));
      spec.commandLine().getOut().flush();
      stop.await();
    } catch (Stop.Requested early) {
      progress.say(String.valueOf(early.getMessage()));
    }
    return ExitCode.OK;
  }
}
