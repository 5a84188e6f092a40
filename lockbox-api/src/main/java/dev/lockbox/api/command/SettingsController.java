package dev.lockbox.api.command;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.EntityTag;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.view.AsOf;
import dev.lockbox.api.view.PastSettings;
import dev.lockbox.api.view.TenantSettingsJson;
import dev.lockbox.api.view.View;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
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

/** The rules of a customer: everybody who acts for it reads them, whoever may sets them. */
@Controller("/v1/tenants/{tenant}/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Settings")
class SettingsController {
  private final Authority authority;
  private final RuleChanges changes;
  private final Answers answers;
  private final View view;
  private final PastSettings past;

  SettingsController(
      Authority authority, RuleChanges changes, Answers answers, View view, PastSettings past) {
    this.authority = authority;
    this.changes = changes;
    this.answers = answers;
    this.view = view;
    this.past = past;
  }

  @Get
  @Operation(
      operationId = "getSettings",
      summary = "The rules and people of the customer as they stand now, or as they stood",
      description =
          "As they stood: the customer's own history, folded up to there by the same rules. Not"
              + " there where it was not registered yet.")
  @Shows
  @OrProblem
  TenantSettingsJson get(
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
        .map(TenantSettingsJson::of)
        .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }

  @Put
  @Operation(
      operationId = "changeSettings",
      summary = "Set other rules, or propose them where a second administrator must agree",
      description = "`If-Match` with the `ETag` of what was read stands for `ifVersion`.")
  @Answered.WithSettings
  CompletableFuture<HttpResponse<?>> change(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @Header(HttpHeaders.IF_MATCH)
          @Parameter(required = false, description = EntityTag.IF_MATCH_ABOUT)
          Optional<String> ifMatch,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = SettingsBody.Change.class)))
          byte[] body) {
    var administered = authority.toAdminister(caller, tenant);
    var asked = SettingsBody.parse(body, SettingsBody.Change.class);
    var ifVersion = EntityTag.version(asked.ifVersion(), ifMatch).orElse(null);
    return changes.change(
        administered,
        caller.person(),
        new SettingsBody.Change(asked.decisionId(), asked.settings(), ifVersion));
  }

  @Get("/decisions/{decisionId}")
  @Operation(
      operationId = "getSettingsDecision",
      summary = "The newest verdict on a change of rules of the caller's own")
  @Answered.OnSettings
  HttpResponse<?> decision(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String decisionId) {
    var readable = authority.toReadRules(caller, tenant);
    return answers.verdictOn(
        readable, caller.person(), decisionId, () -> answers.asItStands(readable));
  }

  @Post("/confirm")
  @Operation(
      operationId = "confirmSettings",
      summary = "Agree to rules that another administrator proposed")
  @Answered.WithSettings
  CompletableFuture<HttpResponse<?>> confirm(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @Body
          @RequestBody(
              content =
                  @Content(schema = @Schema(implementation = SettingsBody.Confirmation.class)))
          byte[] body) {
    var administered = authority.toAdminister(caller, tenant);
    return changes.confirm(
        administered, caller.person(), SettingsBody.parse(body, SettingsBody.Confirmation.class));
  }
}
