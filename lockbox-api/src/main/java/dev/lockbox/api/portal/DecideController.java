package dev.lockbox.api.portal;

import dev.lockbox.api.command.DecisionBody;
import dev.lockbox.api.command.Decisions;
import dev.lockbox.api.command.QuestionBody;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.StepUp;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.RequestId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * Where the forms of a request's page go. What they ask takes the way of the API's own decisions,
 * and meets the same refusals. Answered with the request's page, which says what became of it; with
 * a page of its own where nothing was taken down.
 */
@Controller("/portal/tenants/{tenant}/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=utf-8")
@Hidden
class DecideController {
  private final Authority authority;
  private final Decisions decisions;
  private final ReadableRequests requests;
  private final StepUp stepUp;

  DecideController(
      Authority authority, Decisions decisions, ReadableRequests requests, StepUp stepUp) {
    this.authority = authority;
    this.decisions = decisions;
    this.requests = requests;
    this.stepUp = stepUp;
  }

  /** Only to who has just proved who they are; a no takes no more than a session. */
  @Post("/approve")
  CompletableFuture<HttpResponse<?>> approve(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.yes(Form.parse(body));
    var reason = asked.reasonOf(visitor.caller().person());
    if (!stepUp.fresh(visitor)) {
      var page = new Paths(tenant).request(id);
      return CompletableFuture.completedFuture(HttpResponse.seeOther(stepUp.again(page)));
    }
    return ask(
        visitor,
        new Approve(request, by(visitor, asked), reason, asked.version(), asked.narrowing()));
  }

  @Post("/offer")
  CompletableFuture<HttpResponse<?>> offer(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.yes(Form.parse(body));
    var less =
        asked
            .narrowing()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Code.INVALID_REQUEST,
                        "An offer is for less than was asked: leave something out, or choose a"
                            + " shorter time or a condition."));
    var reason = asked.reasonOf(visitor.caller().person());
    return ask(
        visitor, new CounterOffer(request, by(visitor, asked), reason, asked.version(), less));
  }

  @Post("/deny")
  CompletableFuture<HttpResponse<?>> deny(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.no(Form.parse(body));
    var reason = asked.reasonOf(visitor.caller().person());
    return ask(visitor, new Deny(request, by(visitor, asked), reason));
  }

  @Post("/revoke")
  CompletableFuture<HttpResponse<?>> revoke(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.no(Form.parse(body));
    var reason = asked.reasonOf(visitor.caller().person());
    return ask(visitor, new Revoke(request, by(visitor, asked), reason));
  }

  @Post("/ask")
  CompletableFuture<HttpResponse<?>> askQuestion(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var form = Form.parse(body);
    var words =
        form.text("question")
            .orElseThrow(
                () -> new ProblemException(Code.INVALID_REQUEST, "The question is missing."));
    var asked = new QuestionBody(form.one("decisionId"), words);
    var by = new Attempt(visitor.caller().person(), asked.id());
    return ask(visitor, new AskQuestion(request, by, asked.of(visitor.caller().person())));
  }

  @Post("/withdraw-offer")
  CompletableFuture<HttpResponse<?>> withdrawOffer(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var form = Form.parse(body);
    var asked = DecisionForm.no(form);
    return ask(visitor, new WithdrawOffer(request, by(visitor, asked), form.number("offer")));
  }

  private RequestId toDecide(Visitor visitor, String tenant, String id) {
    return RequestIds.parse(authority.toDecide(visitor.caller(), tenant), id);
  }

  private static Attempt by(Visitor visitor, DecisionBody asked) {
    return new Attempt(visitor.caller().person(), asked.id());
  }

  private CompletableFuture<HttpResponse<?>> ask(Visitor visitor, RequestCommand command) {
    var by = command.attempt().orElseThrow();
    return decisions
        .decide(command, by)
        .thenApply(answer -> isNowhere(answer, visitor, command, by) ? answer : page(command, by));
  }

  /** Whether the request's page cannot tell what became of it: only the answer can. */
  private boolean isNowhere(
      HttpResponse<?> answer, Visitor visitor, RequestCommand command, Attempt by) {
    return answer.body() instanceof Problem
        && requests
            .verdictOn(
                visitor.caller(), command.tenant().value(), command.request().value(), by.id())
            .isEmpty();
  }

  private static HttpResponse<?> page(RequestCommand command, Attempt by) {
    var paths = new Paths(command.tenant().value());
    return HttpResponse.seeOther(
        URI.create(paths.verdict(command.request().value(), by.id().value())));
  }
}
