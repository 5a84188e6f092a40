package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.local.doctor.Doctor;
import dev.lockbox.local.doctor.Intake;
import dev.lockbox.local.doctor.Symptom;
import dev.lockbox.local.intake.Documents;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Says whether topics and schemas are as they must be, clocks agree and nothing freezes"
            + " grants, and whether services must sign what they publish; of a tenant, whether it"
            + " is behind the lockbox and who can say yes. Changes nothing; fails with 1 where"
            + " anything is not well, and not for a warning.")
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;
  @Mixin private Printing printing;

  @Option(names = "--tenant", paramLabel = "ID", description = "Look at this one too.")
  private Optional<String> tenant;

  @Option(
      names = "--processor",
      paramLabel = "URL",
      description =
          "Where a processor answers about its health (default elsewhere than locally:"
              + " http://127.0.0.1:8091).")
  private Optional<URI> processor;

  @Override
  public Integer call() {
    var of = tenant.map(id -> Documents.checked("--tenant", () -> new TenantId(id)));
    var connection = where.connection();
    var doctor = new Doctor(connection.kafka(), connection.formats());
    var found =
        Stream.of(
                Symptom.of(
                    "topics",
                    connection.askTopics(topics -> topics.check(connection.durability())),
                    "as they must be"),
                Symptom.of("schemas", connection.schemas().check(), "as they must be"),
                Stream.of(doctor.clocks(), doctor.quarantine()),
                new Intake(processor.orElse(connection.processor())).symptoms(),
                of.stream().flatMap(doctor::tenant))
            .flatMap(all -> all)
            .toList();
    printing.print(
        spec.commandLine().getOut(), () -> Symptom.json(found), () -> Symptom.sheet(found));
    return Symptom.areWell(found) ? ExitCode.OK : ExitCode.REFUSED;
  }
}
