package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.view.ApproverKeysJson;
import dev.lockbox.api.view.AsOf;
import dev.lockbox.api.view.PastSettings;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.signature.KeyId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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

/** The keys by which a customer's people sign: theirs to register, and another's to agree to. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Keys")
class ApproverKeysController {
  private static final String KEYS = "/v1/tenants/{tenant}/keys";

  private final Authority authority;
  private final Decisions decisions;
  private final Answers answers;
  private final View view;
  private final PastSettings past;

  ApproverKeysController(
      Authority authority, Decisions decisions, Answers answers, View view, PastSettings past) {
    this.authority = authority;
    this.decisions = decisions;
    this.answers = answers;
    this.view = view;
    this.past = past;
  }

  @Get(uris = {KEYS, "/.well-known/lockbox/{tenant}/approvers"})
  @Operation(
      operationId = "listKeys",
      summary = "The keys by which the customer's people sign, or by which they did",
      description =
          "As they stood: the customer's own history, folded up to there by the same rules. Not"
              + " there where it was not registered yet.")
  @Shows
  @OrProblem
  ApproverKeysJson list(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.TIME_ABOUT,
              schema = @Schema(type = "string", format = "date-time"))
          Optional<String> asOf,
      @QueryValue
          @Parameter(
              required = false,
              description = AsOf.VERSION_ABOUT,
              schema = @Schema(type = "integer", minimum = "1"))
          Optional<String> asOfVersion) {
    var readable = authority.toReadRules(caller, tenant);
    return AsOf.of(asOf, asOfVersion)
        .map(then -> past.find(readable, then))
        .orElseGet(() -> view.find(readable))
        .map(ApproverKeysJson::of)
        .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }

  @Post(KEYS)
  @Operation(operationId = "registerKey", summary = "Register a key of the caller's own")
  @Answered.WithKeys
  CompletableFuture<HttpResponse<?>> register(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = KeyBody.Registration.class)))
          byte[] body) {
    var customer = authority.toHaveKeys(caller, tenant);
    var asked = SettingsBody.parse(body, KeyBody.Registration.class);
    var command = asked.toDomain(customer, caller.person());
    return decisions.decide(command, command.by());
  }

  @Get(KEYS + "/decisions/{decisionId}")
  @Operation(
      operationId = "getKeyDecision",
      summary = "The newest verdict on what the caller asked about keys")
  @Answered.OnKeys
  HttpResponse<?> decision(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String decisionId) {
    var readable = authority.toReadRules(caller, tenant);
    return answers.verdictOn(readable, caller.person(), decisionId, () -> answers.keys(readable));
  }

  @Post(KEYS + "/payload")
  @Operation(operationId = "getKeyPayload", summary = "What a key signs to be registered")
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
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = KeyBody.Draft.class)))
          byte[] body) {
    var customer = authority.toHaveKeys(caller, tenant);
    var asked = SettingsBody.parse(body, KeyBody.Draft.class);
    return PayloadJson.of(asked.payload(customer, caller.person()));
  }

  @Post(KEYS + "/{key}/confirm")
  @Operation(operationId = "confirmKey", summary = "Agree that a key is whose it is said to be")
  @Answered.WithKeys
  CompletableFuture<HttpResponse<?>> confirm(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String key,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = KeyBody.Decision.class)))
          byte[] body) {
    var customer = authority.toAdminister(caller, tenant);
    var by = attempt(caller, body);
    return decisions.decide(new ConfirmApproverKey(customer, by, id(key)), by);
  }

  @Post(KEYS + "/{key}/withdraw")
  @Operation(operationId = "withdrawKey", summary = "Have nothing taken any more that a key signs")
  @Answered.WithKeys
  CompletableFuture<HttpResponse<?>> withdraw(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String key,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = KeyBody.Decision.class)))
          byte[] body) {
    var customer = authority.toHaveKeys(caller, tenant);
    var by = attempt(caller, body);
    return decisions.decide(new WithdrawApproverKey(customer, by, id(key)), by);
  }

  private static Attempt attempt(Caller caller, byte[] body) {
    var asked = SettingsBody.parse(body, KeyBody.Decision.class);
    return new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
  }

  private static KeyId id(String path) {
    try {
      return new KeyId(path);
    } catch (IllegalArgumentException noId) {
      throw new ProblemException(Code.KEY_UNKNOWN, "The id of a key is 64 hexadecimal digits.");
    }
  }
}
