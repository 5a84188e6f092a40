package dev.lockbox.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeIssuers;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.tenant.TenantLog;
import dev.lockbox.local.up.SettingsDocument;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** In the log, where an operator says who asks, and nobody looks whether they are. */
final class LoggedRules implements RuleBook {
  private final TenantId tenant;
  private final Connection connection;
  private final Supplier<PersonId> by;
  private final TenantLog log;

  /**
   * @param by asked for only where anything is to change
   */
  LoggedRules(TenantId tenant, Connection connection, Supplier<PersonId> by) {
    this.tenant = tenant;
    this.connection = connection;
    this.by = by;
    this.log = new TenantLog(tenant, connection.kafka(), connection.formats());
  }

  /**
   * What stands now.
   *
   * @throws Refused when the customer is not registered
   */
  static JsonNode standing(Connection connection, TenantId tenant) {
    try (var log = new TenantLog(tenant, connection.kafka(), connection.formats())) {
      return SettingsDocument.show(registered(tenant, log.standing()));
    }
  }

  static Registered registered(TenantId tenant, Tenant standing) {
    return switch (standing) {
      case Registered registered -> registered;
      case Tenant.Unregistered none ->
          throw new Refused("tenant %s is not registered".formatted(tenant));
    };
  }

  @Override
  public JsonNode standing() {
    return SettingsDocument.show(registered(tenant, log.standing()));
  }

  @Override
  public Outcome change(Settings wanted, long from) throws InterruptedException {
    return outcome(
        new ChangeSettings(tenant, Verdicts.attempt(by.get()), wanted, Optional.of(from)));
  }

  @Override
  public Outcome confirm(long proposal, DecisionId decision) throws InterruptedException {
    var confirm = new ConfirmSettings(tenant, new Attempt(by.get(), decision), proposal);
    var before = before(confirm);
    return before.isPresent() ? before.get() : outcome(confirm);
  }

  /** A repeated attempt makes no event that could be waited for, so its first one is looked up. */
  private Optional<Outcome> before(TenantCommand command) {
    return log.standing()
        .trail()
        .<TenantEvent>answerTo(command.by(), command::content)
        .filter(Repeated.class::isInstance)
        .map(
            again ->
                Outcome.standing("tenant %s: taken down before".formatted(tenant), standing()));
  }

  @Override
  public Outcome name(Set<Issuer> issuers, long from) throws InterruptedException {
    return outcome(
        new ChangeIssuers(tenant, Verdicts.attempt(by.get()), issuers, Optional.of(from)));
  }

  /** Waiting for the verdict reads on in the log, so what stands then is read on its own. */
  private Outcome outcome(TenantCommand command) throws InterruptedException {
    var verdict = Verdicts.accepted(log, command);
    return new Outcome(
        "tenant %s: %s".formatted(tenant, words(verdict)),
        verdict.version(),
        () -> standing(connection, tenant));
  }

  private static String words(Recorded verdict) {
    if (verdict.event() instanceof SettingsProposed) {
      return "proposal %d waits for a second person".formatted(verdict.version());
    }
    if (verdict.event() instanceof CommandRefused) {
      return "unchanged";
    }
    return verdict.event() instanceof IssuersChanged changed
        ? "its people sign in at " + EnableCommand.shown(changed.issuers())
        : "version %d holds".formatted(verdict.version());
  }

  @Override
  public void close() {
    log.close();
  }
}
