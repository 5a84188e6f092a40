package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.tenant.TenantLog;
import dev.lockbox.local.up.SettingsDocument;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description =
        "Prints in what the rules in the file differ from those that hold; changes nothing.")
final class SettingsPlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose rules.")
  private String tenant;

  @Option(
      names = "--drift",
      description =
          "Fail with 1 where they differ: for a job that looks whether the file still says what"
              + " holds.")
  private boolean isDrift;

  @Parameters(paramLabel = "FILE", description = "As apply takes it.")
  private Path file;

  @Override
  public Integer call() {
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var wanted = SettingsDocument.read(file);
    var connection = where.connection();
    try (var log = new TenantLog(of, connection.kafka(), connection.formats())) {
      var now = SettingsCommand.registered(of, log.standing());
      var changes = wanted.changes(now.settings());
      var out = spec.commandLine().getOut();
      out.printf("tenant %s, version %d: %s%n", of, now.version(), counted(changes.size()));
      changes.forEach(line -> out.println("  " + line));
      wanted
          .ifVersion()
          .filter(from -> from != now.version())
          .ifPresent(from -> out.println(olderThan(now, from)));
      return isDrift && !changes.isEmpty() ? ExitCode.REFUSED : ExitCode.OK;
    }
  }

  private static String counted(int changes) {
    return switch (changes) {
      case 0 -> "unchanged";
      case 1 -> "1 change";
      default -> changes + " changes";
    };
  }

  private static String olderThan(Registered now, long from) {
    return "the file was made from version %d, and %d stands: apply will be refused"
        .formatted(from, now.version());
  }
}
