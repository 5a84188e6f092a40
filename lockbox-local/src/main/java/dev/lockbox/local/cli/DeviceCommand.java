package dev.lockbox.local.cli;

import dev.lockbox.domain.Posture;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.local.intake.Documents;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "device",
    mixinStandardHelpOptions = true,
    description =
        "Tells all customers how a device was found, like what examines devices would, and prints"
            + " the id of what was told. Found wanting, it ends every session on it and lets nobody"
            + " in, until a later examination finds it mended.")
final class DeviceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;
  @Mixin private ReporterOptions reporter;

  @Parameters(index = "0", paramLabel = "DEVICE", description = "As gateways name it.")
  private String device;

  @ArgGroup(multiplicity = "1")
  private Found found = new Found();

  /** One of both must be said, so that nobody bars or unbars by saying nothing. */
  static final class Found {
    @Option(names = "--wanting", required = true, description = "It does not keep to what it must.")
    private boolean wanting;

    @Option(names = "--mended", required = true, description = "It keeps to what it must.")
    private boolean mended;
  }

  @Option(
      names = "--as",
      paramLabel = "ID",
      required = true,
      description = "Who examined it; stands in the record.")
  private String examiner;

  @Option(
      names = "--examined",
      paramLabel = "TIME",
      description =
          "When, like 2026-03-02T08:00:00Z; now unless it is said. The latest counts, whenever it"
              + " is told.")
  private Optional<Instant> examinedAt = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    var id = new DecisionId(UUID.randomUUID().toString());
    var by = new Attempt(Documents.checked("--as", () -> new PersonId(examiner)), id);
    var of = Documents.checked("DEVICE", () -> new DeviceId(device));
    var at = examinedAt.orElseGet(Instant::now).truncatedTo(ChronoUnit.MILLIS);
    var connection = where.connection();
    try (var gateway = reporter.gateway(where, connection)) {
      gateway.tell(new Posture(of, by, found.mended, at));
    }
    spec.commandLine().getOut().println(id);
    return ExitCode.OK;
  }
}
