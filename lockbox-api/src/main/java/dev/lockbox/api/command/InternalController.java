package dev.lockbox.api.command;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.TokenStepUp;
import dev.lockbox.api.tag.EntityTag;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.api.view.InternalRequests;
import dev.lockbox.api.view.RequestJson;
import dev.lockbox.domain.EvaluationCommand;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.decision.Attempt;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the provider's own approvers read of a customer's request, and decide before its customer is
 * asked. To everybody else there is nothing there.
 */
@Controller("/v1/provider/requests/{tenant}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Internal approval")
class InternalController {
  private final InternalRequests requests;
  private final TokenStepUp stepUp;
  private final Decisions decisions;
  private final Answers answers;

  InternalController(
      InternalRequests requests, TokenStepUp stepUp, Decisions decisions, Answers answers) {
    this.requests = requests;
    this.stepUp = stepUp;
    this.decisions = decisions;
    this.answers = answers;
  }

  /**
   * Part of what waits.
   *
   * @param next cursor of the rest; null on the last page
   */
  @Schema(name = "InternalPage")
  record InternalPage(List<RequestJson> items, @Nullable String next) implements Tagged {}

  @Get
  @Operation(
      operationId = "listInternalRequests",
      summary = "What of this customer's waits for the provider's own approvers, newest first",
      description =
          "Only what the caller may read. A page may hold fewer items than asked for, or none, and"
              + " still have a `next`.")
  @Shows
  @OrProblem
  InternalPage list(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue
          @Parameter(
              required = false,
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
          Optional<String> limit,
      @QueryValue @Parameter(required = false, description = "The `next` of the page before.")
          Optional<String> cursor) {
    var page = requests.list(caller, tenant, Ids.limit(limit), cursor);
    return new InternalPage(page.items(), page.next().orElse(null));
  }

  @Get("/{id}")
  @Operation(
      operationId = "getInternalRequest",
      summary = "One request as it stands now",
      description =
          "For the engineer, whoever may decide inside the provider, and the provider's"
              + " administrators and auditors.")
  @Shows
  @OrProblem
  RequestJson get(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id) {
    return requests.get(caller, tenant, id);
  }

  @Post("/{id}/approve")
  @Operation(
      operationId = "approveInternally",
      summary = "Say yes inside the provider to the version that was read",
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
    var request = requests.id(caller, tenant, id);
    stepUp.require(caller);
    var asked = DecisionBody.yes(body, ifMatch);
    if (asked.narrowing().isPresent()) {
      throw DecisionBody.invalid("inside the provider a yes is to all that is asked for");
    }
    var by = new Attempt(caller.person(), asked.id());
    return decide(
        new ApproveInternally(request, by, asked.reasonOf(caller.person()), asked.version()));
  }

  @Post("/{id}/deny")
  @Operation(
      operationId = "denyInternally",
      summary =
          "Say no inside the provider, or take a yes back; of a granted request, end the grant")
  @Answered.WithRequest
  CompletableFuture<HttpResponse<?>> deny(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
          byte[] body) {
    var request = requests.id(caller, tenant, id);
    var asked = DecisionBody.parse(body, false);
    var by = new Attempt(caller.person(), asked.id());
    return decide(new DenyInternally(request, by, asked.reasonOf(caller.person())));
  }

  @Get("/{id}/decisions/{decisionId}")
  @Operation(
      operationId = "getInternalDecision",
      summary = "The newest verdict on a decision of the caller's own")
  @Answered.OnRequest
  HttpResponse<?> decision(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @PathVariable String decisionId) {
    var request = requests.id(caller, tenant, id);
    return answers.verdictOn(request, caller.person(), decisionId);
  }

  private CompletableFuture<HttpResponse<?>> decide(EvaluationCommand command) {
    return decisions.decide(command, command.by());
  }
}
