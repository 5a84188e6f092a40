package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.tenant.Applied;
import dev.lockbox.local.tenant.Applied.Changed;
import dev.lockbox.local.tenant.Applied.Unchanged;
import dev.lockbox.local.tenant.Applied.Undecided;
import dev.lockbox.local.tenant.TenantApply;
import dev.lockbox.local.tenant.TenantFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description =
        "Makes a tenant what the file says, and waits for the verdict. Harmless when repeated.")
final class TenantApplyCommand implements Callable<Integer> {
  private static final Duration VERDICT_WITHIN = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;
  @Mixin private Printing printing;

  @Parameters(
      paramLabel = "FILE",
      description =
          "YAML or JSON with tenant, plan, and approvers, admins, auditors, each a list of id and"
              + " mail; and issuers, a list of which speak for its people (left out: what stands is"
              + " left).")
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "ID",
      defaultValue = "operator",
      description = "Whom the record names as the one who asked (default: ${DEFAULT-VALUE}).")
  private String operator;

  @Override
  public Integer call() throws InterruptedException {
    var wanted = TenantFile.read(file);
    var by = Documents.checked("--as", () -> new PersonId(operator));
    var connection = where.connection();
    var apply = new TenantApply(connection.kafka(), connection.formats(), by, VERDICT_WITHIN);
    var said =
        sentence(wanted, apply.apply(wanted.id(), wanted.membership(), wanted.namedIssuers()));
    printing.print(
        spec.commandLine().getOut(),
        () -> LoggedRules.standing(connection, wanted.id()),
        () -> said);
    return ExitCode.OK;
  }

  private static String sentence(TenantFile wanted, Applied applied) {
    var tenant = wanted.id();
    return switch (applied) {
      case Unchanged same -> "tenant %s: unchanged".formatted(tenant);
      case Changed done ->
          "tenant %s: %s (sequence %d)"
              .formatted(
                  tenant, done.entry().event().getClass().getSimpleName(), done.entry().sequence());
      case Applied.Refused no ->
          throw new Refused(
              "tenant %s: %s: %s".formatted(tenant, no.why().refusal(), no.why().detail()));
      case Undecided unknown ->
          throw new Refused(
              "tenant %s: no verdict within %d s; the command stands in the log and will be decided when a processor runs"
                  .formatted(tenant, unknown.waited().toSeconds()));
    };
  }
}
