package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.signature.KeyId;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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

/**
 * What there would be to sign. Nothing is decided here, and nothing kept: whoever signs it looks
 * first whether it says what they mean.
 */
@Controller("/v1/tenants/{tenant}/requests/{id}/approve/payload")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Keys")
class SigningController {
  private final Authority authority;
  private final ReadableRequests requests;

  SigningController(Authority authority, ReadableRequests requests) {
    this.authority = authority;
    this.requests = requests;
  }

  @Post
  @Operation(
      operationId = "getApprovalPayload",
      summary = "What an approval like this is signed as, by this key",
      description =
          "The body is that of the approval, and must name `ifVersion`: no `If-Match` stands for it"
              + " here. Neither its `reason` nor its `signature` is part of what is signed.")
  @ApiResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PayloadJson.class)))
  @OrProblem
  PayloadJson payload(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue
          @Parameter(
              required = true,
              description = "The id of the key that is to sign: 64 hexadecimal digits.",
              schema = @Schema(type = "string", pattern = "[0-9a-f]{64}"))
          Optional<String> key,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = DecisionBody.class)))
          byte[] body) {
    var request = RequestIds.parse(authority.toDecide(caller, tenant), id);
    var asked = DecisionBody.parse(body, true);
    var yes =
        new Approve(
            request,
            new Attempt(caller.person(), asked.id()),
            Optional.empty(),
            asked.version(),
            asked.narrowing());
    var digest =
        Optional.ofNullable(requests.get(caller, tenant, id).digest())
            .map(Fingerprint::new)
            .orElseThrow(() -> new ProblemException(Code.ALREADY_DECIDED, "It waits no more."));
    return PayloadJson.of(DecisionPayload.of(yes, digest, id(key.orElse(""))));
  }

  private static KeyId id(String query) {
    try {
      return new KeyId(query);
    } catch (IllegalArgumentException noId) {
      throw DecisionBody.invalid("key must be 64 hexadecimal digits");
    }
  }
}
