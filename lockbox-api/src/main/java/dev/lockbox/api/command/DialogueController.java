package dev.lockbox.api.command;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.TokenStepUp;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.DialogueCommand;
import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.RequestId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.concurrent.CompletableFuture;

/**
 * What an approver may say about a waiting request short of a yes or a no. Answered like a
 * decision, and its verdict can be read where those of decisions can.
 */
@Controller("/v1/tenants/{tenant}/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Dialogue")
class DialogueController {
  private final Authority authority;
  private final TokenStepUp stepUp;
  private final Decisions decisions;

  DialogueController(Authority authority, TokenStepUp stepUp, Decisions decisions) {
    this.authority = authority;
    this.stepUp = stepUp;
    this.decisions = decisions;
  }

  @Post("/ask")
  @Operation(operationId = "askQuestion", summary = "Ask the engineer something before deciding")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> askQuestion(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = QuestionBody.class)))
          byte[] body) {
    var request = toDecide(caller, tenant, id);
    var asked = QuestionBody.parse(body);
    var by = new Attempt(caller.person(), asked.id());
    return say(new AskQuestion(request, by, asked.of(caller.person())));
  }

  @Post("/offer")
  @Operation(
      operationId = "counterOffer",
      summary = "Offer to say yes to less of the version that was read")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> counterOffer(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
          byte[] body) {
    var request = toDecide(caller, tenant, id);
    stepUp.require(caller);
    var asked = DecisionBody.parse(body, true);
    var less = asked.narrowing().orElseThrow(() -> DecisionBody.invalid("say what less"));
    var by = new Attempt(caller.person(), asked.id());
    var reason = asked.reasonOf(caller.person());
    return say(new CounterOffer(request, by, reason, asked.version(), less));
  }

  @Post("/withdraw-offer")
  @Operation(operationId = "withdrawOffer", summary = "Take an offer back")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> withdrawOffer(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = WithdrawOfferBody.class)))
          byte[] body) {
    var request = toDecide(caller, tenant, id);
    var asked = WithdrawOfferBody.parse(body);
    var by = new Attempt(caller.person(), asked.id());
    return say(new WithdrawOffer(request, by, asked.offer()));
  }

  private CompletableFuture<HttpResponse<?>> say(DialogueCommand command) {
    return decisions.decide(command, command.by());
  }

  private RequestId toDecide(Caller caller, String tenant, String id) {
    return RequestIds.parse(authority.toDecide(caller, tenant), id);
  }
}
