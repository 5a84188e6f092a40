package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.intake.RequestFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "request",
    mixinStandardHelpOptions = true,
    description =
        "Publishes an access request to Kafka like a JIT service would, and prints its id. Whether"
            + " it is opened or refused, the lockbox decides afterwards.")
final class RequestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
  private String tenant;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "JSON with id (or none), engineer, justification, ticket, actions, resources, accessFor,"
              + " details (default: something plausible by eva).")
  private Optional<Path> file;

  @Option(
      names = "--escalation",
      paramLabel = "N",
      description = "How often the problem was passed on inside the provider, 0 to 9.")
  private Optional<Integer> escalation;

  @Override
  public Integer call() throws InterruptedException {
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var found =
        file.map(path -> RequestFile.read(path, of)).orElseGet(() -> RequestFile.plausible(of));
    var read =
        escalation
            .map(level -> Documents.checked("--escalation", () -> found.escalated(level)))
            .orElse(found);
    var connection = where.connection();
    try (var jit = new JitService(connection.kafka(), connection.formats())) {
      jit.ask(read.request(), read.asked(), read.details());
    }
    spec.commandLine().getOut().println(read.request().value());
    return ExitCode.OK;
  }
}
