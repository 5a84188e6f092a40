package dev.lockbox.local.cli;

import dev.lockbox.local.client.Happening;
import dev.lockbox.local.client.Said;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description =
        "Prints what happens at a customer, as it happens, a line each. When the connection breaks"
            + " it goes on where it was. Runs until Ctrl-C.")
final class WatchCommand implements Callable<Integer> {
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;
  @Mixin private ApiOptions api;

  @Option(
      names = "--after",
      paramLabel = "N",
      description =
          "Begin behind this place in the customer's history, 0 for all of it (default: what"
              + " happens from now on).")
  private Optional<Long> after;

  private Optional<String> last = Optional.empty();
  private boolean isBroken;

  @Override
  public Integer call() throws InterruptedException {
    if (after.filter(place -> place < 0).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--after must be 0 or more");
    }
    last = after.map(String::valueOf);
    while (true) {
      hear();
      TimeUnit.MILLISECONDS.sleep(AGAIN_AFTER.toMillis());
    }
  }

  /** Each time with a token of its own: a stream lasts longer than one. */
  private void hear() throws InterruptedException {
    try {
      api.requests().hear(last, this::heard);
    } catch (UncheckedIOException broken) {
      if (!isBroken) {
        warn("nothing is heard just now; trying again");
      }
      isBroken = true;
    }
  }

  private void heard(Said said) {
    isBroken = false;
    switch (said.name()) {
      case "event" -> {
        api.printLine(said.data(), Happening::line);
        last = said.id();
      }
      case "alive" -> last = Optional.of(said.data().path("sequence").asText());
      case "gap" -> warn("what happened between is not kept in order: " + said.data().toString());
      default -> {} // of a later version
    }
  }

  private void warn(String line) {
    spec.commandLine().getErr().println("lockbox: " + line);
    spec.commandLine().getErr().flush();
  }
}
