package dev.lockbox.local.cli;

import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.exclusion.ExclusionFile;
import dev.lockbox.local.intake.Documents;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "exclusion",
    mixinStandardHelpOptions = true,
    description =
        "Reports access to a customer's data that no approval covers. The customer is told. Opens"
            + " nothing.",
    subcommands = {ExclusionCommand.Report.class, ExclusionCommand.Confirm.class})
final class ExclusionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: report or confirm");
  }

  @Command(
      name = "report",
      mixinStandardHelpOptions = true,
      description =
          "Reports one, and prints its id. An emergency waits for the confirmation of a second"
              + " person.")
  static final class Report implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ConnectionOptions where;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
    private String tenant;

    @Option(
        names = "--as",
        paramLabel = "ID",
        required = true,
        description = "Who reports; stands in the record.")
    private String reporter;

    @Parameters(
        paramLabel = "FILE",
        description =
            "YAML or JSON with category (EMERGENCY, INADVERTENT, LEGAL), engineer, incident,"
                + " resources, exposure (PLAINTEXT, ENCRYPTED, NOT_KNOWN), evidence.")
    private Path file;

    @Override
    public Integer call() throws InterruptedException {
      var of = Documents.checked("--tenant", () -> new TenantId(tenant));
      var by = Documents.checked("--as", () -> new PersonId(reporter));
      var report = ExclusionFile.read(file, by);
      var id = new ExclusionId(of, UUID.randomUUID().toString());
      say(spec, where.connection(), new ReportExclusion(id, Verdicts.attempt(by), report));
      return ExitCode.OK;
    }
  }

  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description =
          "Is the second person of a break-glass: neither who asked for it nor who goes in.")
  static final class Confirm implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ConnectionOptions where;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
    private String tenant;

    @Option(
        names = "--as",
        paramLabel = "ID",
        required = true,
        description = "Who confirms; stands in the record.")
    private String second;

    @Parameters(paramLabel = "ID", description = "As report printed it.")
    private String id;

    @Override
    public Integer call() throws InterruptedException {
      var of = Documents.checked("--tenant", () -> new TenantId(tenant));
      var by = Documents.checked("--as", () -> new PersonId(second));
      var exclusion = Documents.checked("ID", () -> new ExclusionId(of, id));
      say(spec, where.connection(), new ConfirmBreakGlass(exclusion, Verdicts.attempt(by)));
      return ExitCode.OK;
    }
  }

  /** Waits for the verdict, and prints the exclusion's id. */
  private static void say(
      CommandSpec spec, Connection connection, dev.lockbox.domain.ExclusionCommand command)
      throws InterruptedException {
    Verdicts.accepted(connection, command);
    spec.commandLine().getOut().println(command.exclusion().value());
  }
}
