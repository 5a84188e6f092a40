package dev.lockbox.api.portal;

import dev.lockbox.api.command.DecisionBody;
import dev.lockbox.api.command.Decisions;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.signin.StepUp;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonalText;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks for what a form asks for, the way that the API asks, and leads to the page which says what
 * came of it. Where the page could not tell, since nothing was taken down or nobody knows, the
 * answer itself does.
 */
@Singleton
final class FormCommands {
  private final Decisions decisions;
  private final View view;
  private final StepUp stepUp;

  FormCommands(Decisions decisions, View view, StepUp stepUp) {
    this.decisions = decisions;
    this.view = view;
    this.stepUp = stepUp;
  }

  static Attempt by(Visitor visitor, DecisionBody asked) {
    return new Attempt(visitor.caller().person(), asked.id());
  }

  static Optional<PersonalText> reason(Visitor visitor, DecisionBody asked) {
    return asked.reasonOf(visitor.caller().person());
  }

  /**
   * Asks, if they have just proved who they are, and sends them to do so otherwise: a yes takes
   * that, as does an offer of one; a no does not.
   *
   * @param page of the request
   */
  CompletableFuture<HttpResponse<?>> askFresh(
      Visitor visitor, RequestCommand command, String page) {
    return stepUp.fresh(visitor)
        ? ask(command, page)
        : CompletableFuture.completedFuture(HttpResponse.seeOther(stepUp.again(page)));
  }

  /**
   * Asks for a request that has no page until it is taken.
   *
   * @param page of the request
   */
  CompletableFuture<HttpResponse<?>> open(RequestCommand command, String page) {
    return decisions
        .decide(command, command.attempt().orElseThrow())
        .thenApply(
            answer ->
                answer.body() instanceof Problem
                    ? answer
                    : HttpResponse.seeOther(URI.create(page)));
  }

  /**
   * @param page of the request
   */
  CompletableFuture<HttpResponse<?>> ask(RequestCommand command, String page) {
    var by = command.attempt().orElseThrow();
    var verdict = URI.create("%s?decision=%s#verdict".formatted(page, by.id()));
    return decisions
        .decide(command, by)
        .thenApply(
            answer ->
                answer.body() instanceof Problem && view.verdictOn(command.request(), by).isEmpty()
                    ? answer
                    : HttpResponse.seeOther(verdict));
  }
}
