package dev.lockbox.api.azure;

import dev.lockbox.api.command.Decisions;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.TokenStepUp;
import dev.lockbox.api.tag.EntityTag;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Azure's yes and no. Each is the same command as any other approver's, with the same verdict. */
@Controller(Subscription.REQUESTS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Azure")
class UpdateApprovalController {
  private final Authority authority;
  private final TokenStepUp stepUp;
  private final ReadableRequests requests;
  private final Decisions decisions;

  UpdateApprovalController(
      Authority authority, TokenStepUp stepUp, ReadableRequests requests, Decisions decisions) {
    this.authority = authority;
    this.stepUp = stepUp;
    this.requests = requests;
    this.decisions = decisions;
  }

  @Post("/{requestId}/updateApproval")
  @Operation(
      operationId = "azureUpdateApproval",
      summary = "Azure: approve or deny a request",
      description =
          "A yes is to the version of `If-Match`, an `ETag` of the request, read here or under"
              + " `/v1`; without it, to the version that stands when it comes. A no is taken"
              + " whatever the subscription. The same again is the same attempt.")
  @ApiResponse(
      responseCode = "200",
      description = "Accepted: the decision",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApprovalJson.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Taken down, without a verdict yet",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ApprovalJson.class)))
  @OrError
  CompletableFuture<HttpResponse<?>> update(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String subscriptionId,
      @PathVariable String requestId,
      @Header(HttpHeaders.IF_MATCH)
          @Parameter(required = false, description = EntityTag.IF_MATCH_ABOUT)
          Optional<String> ifMatch,
      @QueryValue("api-version") @Parameter(required = false, description = ApiVersion.ABOUT)
          Optional<String> apiVersion,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = ApprovalJson.class)))
          byte[] body) {
    ApiVersion.mustBeSpoken(apiVersion);
    var tenant = authority.toDecide(caller, caller.tenant().value());
    var asked = ApprovalJson.parse(body);
    var answer =
        asked.isYes()
            ? approve(caller, subscriptionId, requestId, ifMatch, asked)
            : deny(caller, RequestIds.parse(tenant, requestId), asked);
    return answer.thenApply(verdict -> told(verdict, asked));
  }

  private CompletableFuture<HttpResponse<?>> approve(
      Caller caller, String subscription, String id, Optional<String> ifMatch, ApprovalJson asked) {
    stepUp.require(caller);
    var found = Subscription.find(requests, caller, subscription, id);
    var request = RequestIds.parse(caller.tenant(), found.id());
    long version = EntityTag.version(null, ifMatch).orElse(found.version());
    var by = new Attempt(caller.person(), new DecisionId("azure-approve-" + version));
    var reason = asked.reasonOf(caller.person());
    return decisions.decide(new Approve(request, by, reason, version, Optional.empty()), by);
  }

  private CompletableFuture<HttpResponse<?>> deny(
      Caller caller, RequestId request, ApprovalJson asked) {
    var by = new Attempt(caller.person(), new DecisionId("azure-deny"));
    return decisions.decide(new Deny(request, by, asked.reasonOf(caller.person())), by);
  }

  /** The decision, where it was accepted or taken down; why not, where it was not. */
  private static HttpResponse<?> told(HttpResponse<?> verdict, ApprovalJson asked) {
    return verdict.code() == HttpStatus.OK.getCode()
            || verdict.code() == HttpStatus.ACCEPTED.getCode()
        ? HttpResponse.status(verdict.status()).body(asked)
        : verdict;
  }
}
