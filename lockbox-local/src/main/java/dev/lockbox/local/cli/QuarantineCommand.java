package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockbox.domain.GrantsCommand.ReleaseGrants;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.quarantine.Finding;
import dev.lockbox.local.quarantine.Findings;
import dev.lockbox.local.quarantine.Release;
import dev.lockbox.local.quarantine.Release.Outcome;
import dev.lockbox.local.tenant.TenantLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description = "Shows records that nobody can read, and releases whom they freeze.",
    subcommands = {QuarantineCommand.ListAll.class, QuarantineCommand.ReleaseOne.class})
final class QuarantineCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with it: list or release");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description =
          "A line for each: place, cause, tenant, length, SHA-256, and whom it freezes or froze.")
  static final class ListAll implements Callable<Integer> {
    @Mixin private ConnectionOptions where;
    @Mixin private Printing printing;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      var connection = where.connection();
      var all = new Findings(connection.kafka(), connection.formats()).all();
      printing.print(spec.commandLine().getOut(), () -> json(all), () -> lines(all));
      return ExitCode.OK;
    }

    private static JsonNode json(List<Finding> all) {
      var json = JsonNodeFactory.instance.arrayNode();
      all.forEach(finding -> json.add(finding.json()));
      return json;
    }

    private static String lines(List<Finding> all) {
      return all.isEmpty()
          ? "none"
          : all.stream().map(Finding::line).collect(Collectors.joining("\n"));
    }
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description =
          "Says that what this record may have said is settled: the grants it freezes open again,"
              + " unless another record freezes them. Waits for the verdict.")
  static final class ReleaseOne implements Callable<Integer> {
    private static final Duration VERDICT_WITHIN = Duration.ofSeconds(30);

    @Spec private CommandSpec spec;
    @Mixin private ConnectionOptions where;

    @Parameters(paramLabel = "ID", description = "topic/partition/offset, as list tells it.")
    private String id;

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        required = true,
        description = "How it was settled; stands in the record.")
    private String reason;

    @Option(
        names = "--as",
        paramLabel = "ID",
        defaultValue = "operator",
        description = "Whom the record names as the one who asked (default: ${DEFAULT-VALUE}).")
    private String operator;

    @Override
    public Integer call() throws InterruptedException {
      var quarantine = Documents.checked("ID", () -> new QuarantineId(id));
      var by = Documents.checked("--as", () -> new PersonId(operator));
      var connection = where.connection();
      var release =
          Documents.checked(
              "--reason", () -> new Release(by, reason, command -> verdict(connection, command)));
      for (var tenant : frozenBy(quarantine, connection)) {
        say(tenant, release.of(tenant, quarantine));
      }
      return ExitCode.OK;
    }

    private static Iterable<TenantId> frozenBy(QuarantineId quarantine, Connection connection) {
      var frozen =
          new Findings(connection.kafka(), connection.formats())
              .all().stream()
                  .filter(finding -> finding.found().id().equals(quarantine))
                  .flatMap(finding -> finding.frozen().stream())
                  .toList();
      if (frozen.isEmpty()) {
        throw new Refused("record %s freezes nobody; nothing was sent".formatted(quarantine));
      }
      return frozen;
    }

    private static Optional<Recorded> verdict(Connection connection, ReleaseGrants command)
        throws InterruptedException {
      try (var log = new TenantLog(command.tenant(), connection.kafka(), connection.formats())) {
        return log.verdictOn(command, VERDICT_WITHIN);
      }
    }

    private void say(TenantId tenant, Outcome outcome) {
      switch (outcome) {
        case Outcome.Released done ->
            spec.commandLine()
                .getOut()
                .println(
                    "tenant %s: GrantsReleased (sequence %s)"
                        .formatted(tenant, done.entry().sequence()));
        case Outcome.Refused no ->
            throw new Refused(
                "tenant %s: %s: %s".formatted(tenant, no.why().refusal(), no.why().detail()));
        case Outcome.Undecided unknown ->
            throw new Refused(
                "tenant %s: no verdict within %s s; the command stands in the log and will be decided when a processor runs"
                    .formatted(tenant, VERDICT_WITHIN.toSeconds()));
      }
    }
  }
}
