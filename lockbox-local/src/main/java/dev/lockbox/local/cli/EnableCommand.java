package dev.lockbox.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.intake.Documents;
import dev.lockbox.local.tenant.TenantLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "enable",
    mixinStandardHelpOptions = true,
    description =
        "Puts all of a tenant behind the lockbox: prints which it is, and goes on when its id is"
            + " typed. Harmless when repeated.")
final class EnableCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConnectionOptions where;

  @Option(names = "--tenant", paramLabel = "ID", required = true, description = "Which.")
  private String tenant;

  @Option(
      names = "--as",
      paramLabel = "ID",
      required = true,
      description = "Who enrols it; stands in the record, and must be one who may.")
  private String editor;

  @Option(names = "--yes", description = "Do not wait for its id to be typed: for scripts.")
  private boolean isSure;

  @Override
  public Integer call() throws InterruptedException {
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var by = Documents.checked("--as", () -> new PersonId(editor));
    var connection = where.connection();
    try (var log = new TenantLog(of, connection.kafka(), connection.formats())) {
      var now = SettingsCommand.registered(of, log.standing());
      if (now.settings().enrolment().equals(Enrolment.WHOLE_TENANT)) {
        print("tenant %s: all of it is behind the lockbox already".formatted(of));
        return ExitCode.OK;
      }
      print(sheet(of, now));
      if (!isSure && !typed().equals(Optional.of(of.value()))) {
        throw new Refused("the tenant's id was not typed, and nothing is changed");
      }
      print(
          SettingsCommand.said(
              log,
              new ChangeSettings(
                  of,
                  Verdicts.attempt(by),
                  now.settings().with(Enrolment.WHOLE_TENANT),
                  Optional.of(now.version()))));
      return ExitCode.OK;
    }
  }

  private void print(String words) {
    var out = spec.commandLine().getOut();
    out.println(words);
    out.flush();
  }

  private static String sheet(TenantId tenant, Registered now) {
    var approvers =
        Membership.ids(now.membership().approvers()).stream()
            .map(PersonId::value)
            .sorted()
            .collect(Collectors.joining(", "));
    return """
        tenant     %s
        plan       %s
        approvers  %s
        enrolment  %s -> TENANT
        Type the tenant's id to go on:"""
        .formatted(tenant, now.membership().plan(), approvers, now.settings().enrolment().scope());
  }

  private static Optional<String> typed() {
    try {
      var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
      return Optional.ofNullable(line).map(String::strip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what is typed", e);
    }
  }
}
