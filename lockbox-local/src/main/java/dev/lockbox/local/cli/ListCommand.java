package dev.lockbox.local.cli;

import dev.lockbox.local.client.Listing;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists a customer's requests, the newest first.")
final class ListCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private ApiOptions api;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those in it, for example CUSTOMER_NOTIFIED: what waits for a decision.")
  private Optional<String> state;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description = "As they stood then, like 2026-03-02T08:00:00Z; --state is the one of then.")
  private Optional<Instant> asOf;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at the most, 1 to 10000 (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1 || limit > MOST) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 to " + MOST);
    }
    api.print(
        api.requests().newest(state, asOf, limit),
        found -> Listing.of(found, asOf.orElseGet(Instant::now)));
    return ExitCode.OK;
  }
}
