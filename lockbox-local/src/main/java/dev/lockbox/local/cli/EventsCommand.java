package dev.lockbox.local.cli;

import dev.lockbox.local.client.Happened;
import dev.lockbox.local.client.Happening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description =
        "Finds what happened at a customer, to any request or to the customer itself, the newest"
            + " first.")
final class EventsCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @Spec private CommandSpec spec;
  @Mixin private ApiOptions api;

  @Option(
      names = "--type",
      paramLabel = "EVENT",
      description = "Only what is called so, for example RequestDenied; may be given again.")
  private List<String> types = List.of();

  @Option(
      names = "--operation",
      paramLabel = "NAME",
      description =
          "Only what the audit record calls so, for example DenyLockboxRequest, done or refused;"
              + " may be given again.")
  private List<String> operations = List.of();

  @Option(names = "--actor", paramLabel = "ID", description = "Only what they brought about.")
  private Optional<String> actor;

  @Option(names = "--request", paramLabel = "ID", description = "Only what happened to it.")
  private Optional<String> request;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Not before this instant, like 2026-03-02T08:00:00Z.")
  private Optional<Instant> since;

  @Option(names = "--until", paramLabel = "INSTANT", description = "Before this instant.")
  private Optional<Instant> until;

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
    var wanted = new Happened(types, operations, actor, request, since, until);
    var found = api.requests().happened(wanted, limit);
    api.print(found, Happening::lines);
    if (found.size() == limit) {
      spec.commandLine()
          .getErr()
          .println("The newest %s; there may be more: --limit.".formatted(limit));
    }
    return ExitCode.OK;
  }
}
