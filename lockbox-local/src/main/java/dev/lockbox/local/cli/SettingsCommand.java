package dev.lockbox.local.cli;

import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.tenant.TenantLog;
import dev.lockbox.local.up.SettingsDocument;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "settings",
    mixinStandardHelpOptions = true,
    description = "Shows the rules of a tenant, and sets others.",
    subcommands = {
      SettingsCommand.Show.class,
      SettingsPlanCommand.class,
      SettingsSimulateCommand.class,
      SettingsCommand.Apply.class,
      SettingsCommand.Confirm.class
    })
final class SettingsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: show, plan, simulate, apply or confirm");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints the rules that hold, as the API does; what is printed can be applied.")
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ConnectionOptions where;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose rules.")
    private String tenant;

    @Override
    public Integer call() {
      var of = Documents.checked("--tenant", () -> new TenantId(tenant));
      var connection = where.connection();
      try (var log = new TenantLog(of, connection.kafka(), connection.formats())) {
        var shown = SettingsDocument.show(registered(of, log.standing()));
        spec.commandLine().getOut().println(shown);
      }
      return ExitCode.OK;
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description =
          "Sets the rules in the file, or proposes them where a second person must agree, and waits"
              + " for the verdict. Harmless when repeated.")
  static final class Apply implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ConnectionOptions where;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose rules.")
    private String tenant;

    @Option(
        names = "--as",
        paramLabel = "ID",
        required = true,
        description = "Who sets them; stands in the record, and must be one who may.")
    private String editor;

    @Parameters(
        paramLabel = "FILE",
        description =
            "JSON or YAML, as the API takes it, or as show prints it: what was made from another"
                + " version than the one that stands is refused.")
    private Path file;

    @Override
    public Integer call() throws InterruptedException {
      var of = Documents.checked("--tenant", () -> new TenantId(tenant));
      var by = Documents.checked("--as", () -> new PersonId(editor));
      var wanted = SettingsDocument.read(file);
      spec.commandLine().getOut().println(apply(where.connection(), of, by, wanted));
      return ExitCode.OK;
    }

    private static String apply(
        Connection connection, TenantId tenant, PersonId by, SettingsDocument.Wanted wanted)
        throws InterruptedException {
      try (var log = new TenantLog(tenant, connection.kafka(), connection.formats())) {
        var now = registered(tenant, log.standing());
        if (now.settings().equals(wanted.settings())) {
          return "tenant %s: unchanged".formatted(tenant);
        }
        var from = wanted.ifVersion().orElse(now.version());
        var attempt = Verdicts.attempt(by);
        return said(log, new ChangeSettings(tenant, attempt, wanted.settings(), Optional.of(from)));
      }
    }
  }

  @Command(
      name = "confirm",
      mixinStandardHelpOptions = true,
      description = "Agrees to rules that somebody else proposed.")
  static final class Confirm implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private ConnectionOptions where;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose rules.")
    private String tenant;

    @Option(
        names = "--as",
        paramLabel = "ID",
        required = true,
        description = "Who agrees; stands in the record, and must be one who may.")
    private String editor;

    @Parameters(paramLabel = "VERSION", description = "Of the proposal, as apply printed it.")
    private long proposal;

    @Override
    public Integer call() throws InterruptedException {
      var of = Documents.checked("--tenant", () -> new TenantId(tenant));
      var by = Documents.checked("--as", () -> new PersonId(editor));
      var connection = where.connection();
      try (var log = new TenantLog(of, connection.kafka(), connection.formats())) {
        var said = said(log, new ConfirmSettings(of, Verdicts.attempt(by), proposal));
        spec.commandLine().getOut().println(said);
      }
      return ExitCode.OK;
    }
  }

  static Registered registered(TenantId tenant, Tenant standing) {
    return switch (standing) {
      case Registered registered -> registered;
      case Tenant.Unregistered none ->
          throw new Refused("tenant %s is not registered".formatted(tenant));
    };
  }

  /** Waits for the verdict. */
  static String said(TenantLog log, TenantCommand command) throws InterruptedException {
    var verdict = Verdicts.accepted(log, command);
    var event = verdict.event();
    return event instanceof SettingsProposed
        ? "tenant %s: proposal %d waits for a second person"
            .formatted(event.tenant(), verdict.version())
        : "tenant %s: version %d holds".formatted(event.tenant(), verdict.version());
  }
}
