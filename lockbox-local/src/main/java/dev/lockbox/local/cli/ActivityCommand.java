package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.ActivityFile;
import dev.lockbox.local.intake.Documents;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "activity",
    mixinStandardHelpOptions = true,
    description =
        "Publishes engineers' sessions and what is done in them to Kafka like a gateway would, and"
            + " prints how many records. What comes of them, the lockbox decides afterwards.")
final class ActivityCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;
  @Mixin private ReporterOptions reporter;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
  private String tenant;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      required = true,
      description =
          "JSON or YAML with gateway, engineer, request and records; see docs/sessions.md.")
  private Path file;

  @Override
  public Integer call() throws InterruptedException {
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var records = ActivityFile.read(file, of);
    var connection = where.connection();
    try (var gateway = reporter.gateway(where, connection)) {
      gateway.tell(records);
    }
    spec.commandLine().getOut().println(records.size());
    return ExitCode.OK;
  }
}
