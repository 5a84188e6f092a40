package dev.lockbox.api.azure;

import dev.lockbox.api.command.Decisions;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.tenant.Tenant;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Whether a customer is behind the lockbox, in Azure's words. */
@Controller("/providers/Microsoft.CustomerLockbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Azure")
class EnrolmentController {
  private final Authority authority;
  private final Decisions decisions;
  private final View view;

  EnrolmentController(Authority authority, Decisions decisions, View view) {
    this.authority = authority;
    this.decisions = decisions;
    this.view = view;
  }

  /**
   * Whether the customer is behind the lockbox.
   *
   * @param isOptedIn also where only some of its subscriptions are
   */
  @Introspected
  @Schema(name = "AzureOptIn")
  record OptIn(boolean isOptedIn) implements Tagged {
    static OptIn of(Enrolment enrolment) {
      return new OptIn(enrolment.scope() != Enrolment.Scope.NOTHING);
    }
  }

  @Get("/tenantOptedIn/{tenantId}")
  @Operation(
      operationId = "azureTenantOptedIn",
      summary = "Azure: whether the customer is behind the lockbox")
  @Shows
  @OrError
  OptIn tenantOptedIn(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenantId,
      @QueryValue("api-version") @Parameter(required = false, description = ApiVersion.ABOUT)
          Optional<String> apiVersion) {
    ApiVersion.mustBeSpoken(apiVersion);
    return OptIn.of(known(authority.toReadRules(caller, tenantId)).settings().enrolment());
  }

  @Post("/enableLockbox")
  @Operation(
      operationId = "azureEnableLockbox",
      summary = "Azure: put all of the customer behind the lockbox")
  @ApiResponse(
      responseCode = "200",
      description = "It is",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OptIn.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Not yet: a second administrator must agree, or there is no verdict",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OptIn.class)))
  @OrError
  CompletableFuture<HttpResponse<?>> enable(
      @Parameter(hidden = true) Caller caller,
      @QueryValue("api-version") @Parameter(required = false, description = ApiVersion.ABOUT)
          Optional<String> apiVersion) {
    ApiVersion.mustBeSpoken(apiVersion);
    return become(caller, Enrolment.WHOLE_TENANT);
  }

  @Post("/disableLockbox")
  @Operation(
      operationId = "azureDisableLockbox",
      summary = "Azure: take all of the customer out of the lockbox")
  @ApiResponse(
      responseCode = "200",
      description = "It is",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OptIn.class)))
  @ApiResponse(
      responseCode = "202",
      description = "Not yet: a second administrator must agree, or there is no verdict",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OptIn.class)))
  @OrError
  CompletableFuture<HttpResponse<?>> disable(
      @Parameter(hidden = true) Caller caller,
      @QueryValue("api-version") @Parameter(required = false, description = ApiVersion.ABOUT)
          Optional<String> apiVersion) {
    ApiVersion.mustBeSpoken(apiVersion);
    return become(caller, Enrolment.OFF);
  }

  /** Leaves every other rule as it stands; of rules that changed meanwhile nothing is changed. */
  private CompletableFuture<HttpResponse<?>> become(Caller caller, Enrolment wanted) {
    var tenant = authority.toAdminister(caller, caller.tenant().value());
    var now = known(tenant);
    if (now.settings().enrolment().equals(wanted)) {
      return CompletableFuture.completedFuture(HttpResponse.ok(OptIn.of(wanted)));
    }
    var id = "azure-enrolment-%s-%s".formatted(wanted.scope(), now.version());
    var by = new Attempt(caller.person(), new DecisionId(id));
    var change =
        new ChangeSettings(tenant, by, now.settings().with(wanted), Optional.of(now.version()));
    return decisions.decide(change, by).thenApply(answer -> told(answer, tenant, wanted));
  }

  /** How it stands, whether that was decided just now or is not decided yet; or why not. */
  private HttpResponse<?> told(HttpResponse<?> answer, TenantId tenant, Enrolment wanted) {
    if (answer.code() != HttpStatus.OK.getCode()
        && answer.code() != HttpStatus.ACCEPTED.getCode()) {
      return answer;
    }
    var stands = known(tenant).settings().enrolment();
    return stands.equals(wanted)
        ? HttpResponse.ok(OptIn.of(stands))
        : HttpResponse.<OptIn>accepted().body(OptIn.of(stands));
  }

  private Tenant.Registered known(TenantId tenant) {
    return view.find(tenant).orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }
}
