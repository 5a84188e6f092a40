package dev.lockbox.api.command;

import dev.lockbox.api.command.Outcome.Heard;
import dev.lockbox.api.command.Outcome.Silence;
import dev.lockbox.api.command.Outcome.Unacknowledged;
import dev.lockbox.api.command.Verdicts.Waiting;
import dev.lockbox.api.view.Exclusions;
import dev.lockbox.api.view.RolesView;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.GrantsCommand;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.events.message.LoggedCommand;
import io.micronaut.http.HttpResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the processor, and waits for what it says: the command goes to the log, the verdict comes
 * back over the events, and the answer waits until the view shows it. Nothing is decided here. No
 * thread waits meanwhile.
 */
@Singleton
public final class Decisions {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  private final View view;
  private final RolesView roles;
  private final Exclusions exclusions;
  private final CommandLog log;
  private final Verdicts verdicts;
  private final DecisionSettings settings;
  private final Answers answers;
  private final ExecutorService blocking;

  Decisions(
      View view,
      RolesView roles,
      Exclusions exclusions,
      CommandLog log,
      Verdicts verdicts,
      DecisionSettings settings,
      Answers answers,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.view = view;
    this.roles = roles;
    this.exclusions = exclusions;
    this.log = log;
    this.verdicts = verdicts;
    this.settings = settings;
    this.answers = answers;
    this.blocking = blocking;
  }

  /** The answer to a command that an authorised caller gives. */
  public CompletableFuture<HttpResponse<?>> decide(Command command, Attempt by) {
    var attempt = new Provenance(by, command.content());
    if (isRemembered(command, attempt)) {
      return CompletableFuture.completedFuture(answers.asItStands(command));
    }
    var logged = new LoggedCommand(new CommandId(UUID.randomUUID().toString()), command);
    var waiting = verdicts.await(logged, attempt);
    return append(logged, waiting)
        .thenApplyAsync(outcome -> answer(command, attempt, outcome), blocking);
  }

  private CompletableFuture<Outcome> append(LoggedCommand logged, Waiting waiting) {
    var sent = false;
    try {
      var appended = log.append(logged);
      sent = true;
      return outcome(logged.command().tenant(), waiting.verdict(), appended)
          .whenComplete((outcome, failed) -> waiting.stop().run());
    } finally {
      if (!sent) {
        waiting.stop().run();
      }
    }
  }

  /** Whatever comes first: the verdict as the view shows it, a failure to append, or the limit. */
  private CompletableFuture<Outcome> outcome(
      TenantId tenant, CompletableFuture<Recorded> verdict, CompletableFuture<Void> appended) {
    var within = settings.verdictWithin();
    CompletableFuture<Outcome> heard =
        verdict.thenComposeAsync(
            recorded ->
                view.await(tenant, recorded.sequence(), within)
                    .thenApply(shown -> shown ? new Heard(recorded) : new Silence()),
            blocking);
    CompletableFuture<Outcome> failed = new CompletableFuture<>();
    appended.exceptionally(
        failure -> {
          failed.complete(new Unacknowledged(failure.toString()));
          return null;
        });
    return heard
        .applyToEither(failed, outcome -> outcome)
        .completeOnTimeout(new Silence(), within.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(
            outcome ->
                outcome instanceof Silence && !appended.isDone()
                    ? new Unacknowledged("no acknowledgement within " + within)
                    : outcome);
  }

  private HttpResponse<?> answer(Command command, Provenance attempt, Outcome outcome) {
    return switch (outcome) {
      case Heard heard when Answers.isNothingToChange(heard.verdict()) ->
          answers.asItStands(command);
      case Heard heard -> answers.verdict(heard.verdict());
      case Unacknowledged unknown -> {
        LOG.warn("{} of {} not acknowledged: {}", command.name(), command.tenant(), unknown.why());
        yield answers.unknown();
      }
      case Silence silence when isRemembered(command, attempt) -> answers.asItStands(command);
      case Silence silence -> answers.later(command, attempt.attempt().id());
    };
  }

  /** Whether this very attempt was accepted before, as the view knows. */
  private boolean isRemembered(Command command, Provenance attempt) {
    return trail(command)
        .map(trail -> trail.accepted().get(attempt.attempt()))
        .map(Trail.Acceptance::content)
        .filter(attempt.content()::equals)
        .isPresent();
  }

  private Optional<Trail> trail(Command command) {
    return switch (command) {
      case RequestCommand asked -> view.find(asked.request()).map(AccessRequest::trail);
      case TenantCommand asked -> view.find(asked.tenant()).map(Tenant::trail);
      case GrantsCommand nobodyAsksThatHere -> Optional.empty();
      case RolesCommand asked -> roles.trail(asked);
      case ExclusionCommand asked -> exclusions.find(asked.exclusion()).map(Exclusion::trail);
      case SessionCommand told -> Optional.of(view.sessions(told.engineer()).trail());
    };
  }
}
