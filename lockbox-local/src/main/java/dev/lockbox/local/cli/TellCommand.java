package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.intake.JitService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "tell",
    mixinStandardHelpOptions = true,
    description =
        "Publishes to Kafka what a JIT service says of a request that was asked for. What comes of"
            + " it, the lockbox decides afterwards.")
final class TellCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to tell: withdrawn, ticket-resolved, finished or closed");
  }

  /** Which request is meant, and where. */
  static final class Subject {
    @Mixin private ConnectionOptions where;
    @Mixin private ServiceOptions service;

    @Parameters(paramLabel = "ID", description = "The request's id.")
    private String id;

    @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose data.")
    private String tenant;

    JitService jit() {
      return service.jit(where, where.connection());
    }

    RequestId request() {
      return Documents.checked("ID", () -> new RequestId(new TenantId(tenant), id));
    }
  }

  /** Who has access, or asked for it. */
  static final class Engineer {
    @Option(
        names = "--engineer",
        paramLabel = "ID",
        required = true,
        description = "Who asked for it.")
    private String engineer;

    PersonId id() {
      return Documents.checked("--engineer", () -> new PersonId(engineer));
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "The engineer no longer wants access, granted or not.")
  int withdrawn(@Mixin Subject of, @Mixin Engineer by) throws InterruptedException {
    var request = of.request();
    var engineer = by.id();
    try (var jit = of.jit()) {
      jit.withdraw(request, engineer);
    }
    return ExitCode.OK;
  }

  @Command(
      name = "ticket-resolved",
      mixinStandardHelpOptions = true,
      description = "The ticket is resolved: nothing is left to do.")
  int ticketResolved(@Mixin Subject of) throws InterruptedException {
    var request = of.request();
    try (var jit = of.jit()) {
      jit.resolveTicket(request);
    }
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "The engineer is done: access ends before its time.")
  int finished(@Mixin Subject of, @Mixin Engineer by) throws InterruptedException {
    var request = of.request();
    var engineer = by.id();
    try (var jit = of.jit()) {
      jit.finish(request, engineer);
    }
    return ExitCode.OK;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "An enforcement point has closed what it had opened for a grant that ended.")
  int closed(
      @Mixin Subject of,
      @Option(
              names = "--point",
              paramLabel = "ID",
              required = true,
              description = "Which enforcement point.")
          String point)
      throws InterruptedException {
    var request = of.request();
    var closed = Documents.checked("--point", () -> new PointId(point));
    try (var jit = of.jit()) {
      jit.closed(request, closed);
    }
    return ExitCode.OK;
  }
}
