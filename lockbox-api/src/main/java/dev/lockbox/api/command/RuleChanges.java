package dev.lockbox.api.command;

import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.View;
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
  private final Answers answers;
  private final View view;

  RuleChanges(Decisions decisions, Answers answers, View view) {
    this.decisions = decisions;
    this.answers = answers;
    this.view = view;
  }

  /**
   * Sets them, or proposes them where a second administrator must agree; asks for nothing where
   * they hold already.
   *
   * @throws ProblemException INVALID_REQUEST or INVALID_SETTINGS
   */
  public CompletableFuture<HttpResponse<?>> change(
      TenantId administered, PersonId person, SettingsBody.Change asked) {
    var by = new Attempt(person, SettingsBody.id(asked.decisionId()));
    var settings = asked.toDomain();
    if (view.find(administered).filter(now -> now.settings().equals(settings)).isPresent()) {
      return CompletableFuture.completedFuture(answers.asItStands(administered));
    }
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
