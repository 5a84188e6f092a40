package dev.lockbox.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.identity.Issuer;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  @Option(
      names = "--issuer",
      paramLabel = "URL",
      description =
          "Which issuer speaks for its people, and no other from now on; may be repeated. Without"
              + " it, what stands is left.")
  private List<String> issuers = List.of();

  @Option(names = "--yes", description = "Do not wait for its id to be typed: for scripts.")
  private boolean isSure;

  @Override
  public Integer call() throws InterruptedException {
    var of = Documents.checked("--tenant", () -> new TenantId(tenant));
    var by = Documents.checked("--as", () -> new PersonId(editor));
    var named =
        Documents.checked(
            "--issuer",
            () -> Issuer.bounded(issuers.stream().map(Issuer::new).collect(Collectors.toSet())));
    var connection = where.connection();
    try (var log = new TenantLog(of, connection.kafka(), connection.formats())) {
      var now = SettingsCommand.registered(of, log.standing());
      var isBehind = now.settings().enrolment().equals(Enrolment.WHOLE_TENANT);
      var isNamed = named.isEmpty() || named.equals(now.issuers());
      if (isBehind && isNamed) {
        print("tenant %s: all of it is behind the lockbox already".formatted(of));
        return ExitCode.OK;
      }
      print(sheet(of, now, isNamed ? now.issuers() : named));
      if (!isSure && !typed().equals(Optional.of(of.value()))) {
        throw new Refused("the tenant's id was not typed, and nothing is changed");
      }
      var version = isNamed ? now.version() : name(log, of, by, named, now.version());
      if (!isBehind) {
        print(
            SettingsCommand.said(
                log,
                new ChangeSettings(
                    of,
                    Verdicts.attempt(by),
                    now.settings().with(Enrolment.WHOLE_TENANT),
                    Optional.of(version))));
      }
      return ExitCode.OK;
    }
  }

  /** First whose word is taken, and then what they decide on; the version that it led to. */
  private long name(TenantLog log, TenantId tenant, PersonId by, Set<Issuer> named, long version)
      throws InterruptedException {
    var change = new ChangeIssuers(tenant, Verdicts.attempt(by), named, Optional.of(version));
    var verdict = Verdicts.accepted(log, change);
    print("tenant %s: its people sign in at %s".formatted(tenant, shown(named)));
    return verdict.version();
  }

  private static String shown(Set<Issuer> issuers) {
    return issuers.isEmpty()
        ? "as the settings say"
        : issuers.stream().map(Issuer::url).sorted().collect(Collectors.joining(", "));
  }

  private void print(String words) {
    var out = spec.commandLine().getOut();
    out.println(words);
    out.flush();
  }

  private static String sheet(TenantId tenant, Registered now, Set<Issuer> issuers) {
    var approvers =
        Membership.ids(now.membership().approvers()).stream()
            .map(PersonId::value)
            .sorted()
            .collect(Collectors.joining(", "));
    return """
    tenant     %s
    plan       %s
    approvers  %s
    issuers    %s
    enrolment  %s -> TENANT
    Type the tenant's id to go on:\
    """
        .formatted(
            tenant,
            now.membership().plan(),
            approvers,
            shown(issuers),
            now.settings().enrolment().scope());
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
