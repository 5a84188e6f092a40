package dev.lockbox.api.portal;

import static dev.lockbox.api.portal.FormCommands.by;
import static dev.lockbox.api.portal.FormCommands.reason;

import dev.lockbox.api.command.QuestionBody;
import dev.lockbox.api.command.ReadBody;
import dev.lockbox.api.command.ReviewBody;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
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
import java.util.concurrent.CompletableFuture;

/** Where the forms of a request's page go; see {@link FormCommands} for what comes of them. */
@Controller("/portal/tenants/{tenant}/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=utf-8")
@Hidden
class DecideController {
  private final Authority authority;
  private final FormCommands commands;

  DecideController(Authority authority, FormCommands commands) {
    this.authority = authority;
    this.commands = commands;
  }

  @Post("/approve")
  CompletableFuture<HttpResponse<?>> approve(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.yes(Form.parse(body));
    var yes =
        new Approve(
            request,
            by(visitor, asked),
            reason(visitor, asked),
            asked.version(),
            asked.narrowing(),
            asked.proof());
    return commands.askFresh(visitor, yes, page(request));
  }

  @Post("/review")
  CompletableFuture<HttpResponse<?>> review(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var form = Form.parse(body);
    var asked = new ReviewBody(form.one("decisionId"), form.number("ifVersion"));
    var by = new Attempt(visitor.caller().person(), asked.id());
    return commands.ask(new BeginReview(request, by, asked.ifVersion()), page(request));
  }

  @Post("/read")
  CompletableFuture<HttpResponse<?>> read(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = RequestIds.parse(authority.toSayTheyRead(visitor.caller(), tenant), id);
    var asked = new ReadBody(Form.parse(body).one("decisionId"));
    var by = new Attempt(visitor.caller().person(), asked.id());
    return commands.ask(new ConfirmRead(request, by), page(request));
  }

  @Post("/offer")
  CompletableFuture<HttpResponse<?>> offer(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.yes(Form.parse(body));
    var less = asked.narrowing().orElseThrow(DecideController::offersAll);
    var offer =
        new CounterOffer(
            request, by(visitor, asked), reason(visitor, asked), asked.version(), less);
    return commands.askFresh(visitor, offer, page(request));
  }

  @Post("/deny")
  CompletableFuture<HttpResponse<?>> deny(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.bare(Form.parse(body));
    return commands.ask(
        new Deny(request, by(visitor, asked), reason(visitor, asked)), page(request));
  }

  @Post("/revoke")
  CompletableFuture<HttpResponse<?>> revoke(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var asked = DecisionForm.bare(Form.parse(body));
    return commands.ask(
        new Revoke(request, by(visitor, asked), reason(visitor, asked)), page(request));
  }

  @Post("/ask")
  CompletableFuture<HttpResponse<?>> askQuestion(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var form = Form.parse(body);
    var words = form.text("question").orElseThrow(DecideController::asksNothing);
    var asked = new QuestionBody(form.one("decisionId"), words);
    var person = visitor.caller().person();
    return commands.ask(
        new AskQuestion(request, new Attempt(person, asked.id()), asked.of(person)), page(request));
  }

  @Post("/withdraw-offer")
  CompletableFuture<HttpResponse<?>> withdrawOffer(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = toDecide(visitor, tenant, id);
    var form = Form.parse(body);
    var by = by(visitor, DecisionForm.bare(form));
    return commands.ask(new WithdrawOffer(request, by, form.number("offer")), page(request));
  }

  private RequestId toDecide(Visitor visitor, String tenant, String id) {
    return RequestIds.parse(authority.toDecide(visitor.caller(), tenant), id);
  }

  private static String page(RequestId request) {
    return new Paths(request.tenant().value()).request(request.value());
  }

  private static ProblemException offersAll() {
    return new ProblemException(
        Code.INVALID_REQUEST,
        "An offer is for less than was asked: leave something out, or choose a shorter time or a"
            + " condition.");
  }

  private static ProblemException asksNothing() {
    return new ProblemException(Code.INVALID_REQUEST, "The question is missing.");
  }
}
