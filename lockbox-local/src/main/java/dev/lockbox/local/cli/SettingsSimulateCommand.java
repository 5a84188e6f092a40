package dev.lockbox.local.cli;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rerun.Rerun;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.tenant.PastRequests;
import dev.lockbox.local.tenant.RerunReport;
import dev.lockbox.local.tenant.TenantLog;
import dev.lockbox.local.up.SettingsDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Opens the tenant's past requests once more under the rules in the file, and prints which"
            + " would be received otherwise; changes nothing.")
final class SettingsSimulateCommand implements Callable<Integer> {
  /** A hundred years: longer than any log. */
  private static final Duration LAST_MAX = Duration.ofDays(36_500);

  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;
  @Mixin private Printing printing;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Whose rules.")
  private String tenant;

  @Option(
      names = "--last",
      paramLabel = "DURATION",
      description = "Only what was asked for in this time, for example P90D; all unless said.")
  private Optional<Duration> last;

  @Option(
      names = "--changed-max",
      paramLabel = "N",
      description = "Fail with 1 where more would be received otherwise; any number unless said.")
  private Optional<Integer> changedMax;

  @Option(
      names = "--newly-granted-max",
      paramLabel = "N",
      description =
          "Fail with 1 where more would be granted of which somebody is asked now; any number"
              + " unless said.")
  private Optional<Integer> newlyGrantedMax;

  @Parameters(paramLabel = "FILE", description = "The rules, as apply takes them.")
  private Path file;

  @Override
  public Integer call() {
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var wanted = SettingsDocument.read(file).settings();
    var rerun = new Rerun(registered(of), wanted, where.deployment());
    var connection = where.connection();
    var past = new PastRequests(of, connection.kafka(), connection.formats());
    var report = new RerunReport(past.under(rerun, since()));
    printing.print(spec.commandLine().getOut(), report::json, report::text);
    return isTooMuch(report) ? ExitCode.REFUSED : ExitCode.OK;
  }

  private Registered registered(TenantId of) {
    var connection = where.connection();
    try (var log = new TenantLog(of, connection.kafka(), connection.formats())) {
      return LoggedRules.registered(of, log.standing());
    }
  }

  private Instant since() {
    if (last.filter(time -> time.isNegative() || time.compareTo(LAST_MAX) > 0).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--last must be PT0S to " + LAST_MAX);
    }
    return last.map(Instant.now()::minus).orElse(Instant.EPOCH);
  }

  private boolean isTooMuch(RerunReport report) {
    return changedMax.filter(most -> report.changed().size() > most).isPresent()
        || newlyGrantedMax.filter(most -> report.newlyGranted() > most).isPresent();
  }
}
