package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.ConfirmSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks for other rules, for whoever was found to administer the customer. */
@Singleton
public final class RuleChanges {
  private final Decisions decisions;

  RuleChanges(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * Sets them, or proposes them where a second administrator must agree. Where they hold already,
   * the verdict is that there is nothing to change, and the answer what holds.
   *
   * @throws ProblemException INVALID_REQUEST or INVALID_SETTINGS
   */
  public CompletableFuture<HttpResponse<?>> change(
      TenantId administered, PersonId person, SettingsBody.Change asked) {
    var by = new Attempt(person, SettingsBody.id(asked.decisionId()));
    var settings = asked.toDomain();
    var ifVersion = Optional.ofNullable(asked.ifVersion());
    return decisions.decide(new ChangeSettings(administered, by, settings, ifVersion), by);
  }

  /**
   * Agrees to what another administrator proposed.
   *
   * @throws ProblemException INVALID_REQUEST
   */
  public CompletableFuture<HttpResponse<?>> confirm(
      TenantId administered, PersonId person, SettingsBody.Confirmation asked) {
    var by = new Attempt(person, SettingsBody.id(asked.decisionId()));
    return decisions.decide(new ConfirmSettings(administered, by, asked.proposal()), by);
  }
}
