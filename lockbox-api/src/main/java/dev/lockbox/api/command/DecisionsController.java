package dev.lockbox.api.command;

import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.TokenStepUp;
import dev.lockbox.api.tag.EntityTag;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The three things an approver may ask, and what became of them. Each is answered with the
 * processor's verdict: 200 and the request, a problem, or 202 where it takes longer.
 */
@Controller("/v1/tenants/{tenant}/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Decisions")
class DecisionsController {
  private final Authority authority;
  private final TokenStepUp stepUp;
  private final Decisions decisions;
  private final Answers answers;

  DecisionsController(
      Authority authority, TokenStepUp stepUp, Decisions decisions, Answers answers) {
    this.authority = authority;
    this.stepUp = stepUp;
    this.decisions = decisions;
    this.answers = answers;
  }

  /** Makes the command of what was asked. */
  private interface Asking {
    RequestCommand command(RequestId request, Attempt by, Optional<PersonalText> reason);
  }

  @Post("/approve")
  @Operation(
      operationId = "approve",
      summary = "Say yes to the version that was read",
      description = "`If-Match` with the `ETag` of what was read stands for `ifVersion`.")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> approve(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Header(HttpHeaders.IF_MATCH)
          @Parameter(required = false, description = EntityTag.IF_MATCH_ABOUT)
          Optional<String> ifMatch,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
          byte[] body) {
    var request = toDecide(caller, tenant, id);
    stepUp.require(caller);
    var asked = DecisionBody.yes(body, ifMatch);
    var narrowing = asked.narrowing();
    var proof = asked.proof();
    return decide(
        caller,
        request,
        asked,
        (of, by, reason) -> new Approve(of, by, reason, asked.version(), narrowing, proof));
  }

  @Post("/deny")
  @Operation(operationId = "deny", summary = "Say no; of a granted request, end the grant")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> deny(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
          byte[] body) {
    var request = toDecide(caller, tenant, id);
    return decide(caller, request, DecisionBody.parse(body, false), Deny::new);
  }

  @Post("/revoke")
  @Operation(operationId = "revoke", summary = "Take a yes back; of a waiting request, deny it")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> revoke(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
          byte[] body) {
    var request = toDecide(caller, tenant, id);
    return decide(caller, request, DecisionBody.parse(body, false), Revoke::new);
  }

  @Get("/decisions/{decisionId}")
  @Operation(
      operationId = "getDecision",
      summary = "The newest verdict on a decision of the caller's own")
  @Answered.OnRequest
  HttpResponse<?> decision(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @PathVariable String decisionId) {
    var request = toDecide(caller, tenant, id);
    return answers.verdictOn(request, caller.person(), decisionId);
  }

  private CompletableFuture<HttpResponse<?>> decide(
      Caller caller, RequestId request, DecisionBody body, Asking asking) {
    var by = new Attempt(caller.person(), body.id());
    return decisions.decide(asking.command(request, by, body.reasonOf(caller.person())), by);
  }

  private RequestId toDecide(Caller caller, String tenant, String id) {
    return RequestIds.parse(authority.toDecide(caller, tenant), id);
  }
}
