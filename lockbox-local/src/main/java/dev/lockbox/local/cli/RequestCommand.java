package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.intake.RequestFile;
import dev.lockbox.local.intake.RequestFile.Read;
import dev.lockbox.local.tenant.RequestTail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "request",
    mixinStandardHelpOptions = true,
    description =
        "Publishes an access request to Kafka like a JIT service would, and prints its id. Waits"
            + " for the lockbox's first word on it, and says why where that is a no.")
final class RequestCommand implements Callable<Integer> {
  private static final Duration WAIT_MAX = Duration.ofMinutes(10);

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;
  @Mixin private ServiceOptions service;

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

  @Option(
      names = "--wait",
      paramLabel = "DURATION",
      defaultValue = "PT10S",
      description =
          "How long to wait for that word, PT10M at most (default: ${DEFAULT-VALUE}; PT0S: not at"
              + " all).")
  private Duration wait;

  @Override
  public Integer call() throws InterruptedException {
    if (wait.isNegative() || wait.compareTo(WAIT_MAX) > 0) {
      throw new ParameterException(
          spec.commandLine(), "--wait must be from PT0S to %s, was %s".formatted(WAIT_MAX, wait));
    }
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var found =
        file.map(path -> RequestFile.read(path, of)).orElseGet(() -> RequestFile.plausible(of));
    var read =
        escalation
            .map(level -> Documents.checked("--escalation", () -> found.escalated(level)))
            .orElse(found);
    var connection = where.connection();
    if (wait.isZero()) {
      publish(connection, read);
    } else {
      publishAndHear(connection, read);
    }
    return ExitCode.OK;
  }

  private void publish(Connection connection, Read read) throws InterruptedException {
    try (var jit = service.jit(where, connection)) {
      jit.ask(read.request(), read.asked(), read.details());
    }
    spec.commandLine().getOut().println(read.request().value());
    spec.commandLine().getOut().flush();
  }

  private void publishAndHear(Connection connection, Read read) throws InterruptedException {
    try (var tail = new RequestTail(read.request(), connection.kafka(), connection.formats())) {
      publish(connection, read);
      var answer = tail.answerTo(JitService.ASKING, wait);
      if (answer.isEmpty()) {
        spec.commandLine().getErr().println("lockbox: nothing came of it yet, within " + wait);
      }
      answer
          .flatMap(RequestTail::no)
          .ifPresent(
              why -> {
                throw new Refused("request %s: %s".formatted(read.request(), why));
              });
    }
  }
}
