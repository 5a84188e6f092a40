package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import dev.lockbox.api.security.Registry;
import dev.lockbox.api.view.ExclusionIds;
import dev.lockbox.api.view.ExclusionJson;
import dev.lockbox.api.view.Exclusions;
import dev.lockbox.api.view.RequestIds;
import dev.lockbox.api.view.ShowsExclusion;
import dev.lockbox.domain.ExclusionCommand;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.ExclusionId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
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
 * The provider's people report access to a customer's data that no approval covers: each of them
 * may, of themselves or of others. None of it opens anything.
 */
@Controller("/v1/provider/exclusions/{tenant}/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Reports")
class ReportingController {
  private final ProviderAuthority authority;
  private final Decisions decisions;
  private final Exclusions exclusions;
  private final Registry registry;

  ReportingController(
      ProviderAuthority authority, Decisions decisions, Exclusions exclusions, Registry registry) {
    this.authority = authority;
    this.decisions = decisions;
    this.exclusions = exclusions;
    this.registry = registry;
  }

  @Get
  @Operation(
      operationId = "getReportedExclusion",
      summary = "What was reported, as it stands now",
      description =
          "For whoever reported it, and the provider's approvers, administrators, auditors.")
  @ShowsExclusion
  ExclusionJson get(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id) {
    authority.toTakePart(caller);
    return exclusions
        .show(exclusion(tenant, id))
        .filter(found -> found.isToldBy(caller.person()) || authority.readsReports(caller))
        .orElseThrow(ExclusionIds::noSuch);
  }

  @Put
  @Operation(
      operationId = "reportExclusion",
      summary = "Report access that no approval covers",
      description =
          "The id is the caller's to choose. An emergency waits for a second person within an"
              + " hour; anything else is told to the customer at once.")
  @Answered.WithExclusion
  CompletableFuture<HttpResponse<?>> report(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = ReportBody.class)))
          byte[] body) {
    authority.toTakePart(caller);
    var said = ReportBody.parse(body);
    var by = new Attempt(caller.person(), SettingsBody.id(said.decisionId()));
    return decide(
        new ReportExclusion(exclusion(tenant, id), by, said.reportOf(caller.person())), by);
  }

  @Post("/confirm")
  @Operation(
      operationId = "confirmBreakGlass",
      summary = "Be the second person of an emergency",
      description =
          "Takes one of the provider's approvers or administrators, who neither asked for it nor"
              + " goes in.")
  @Answered.WithExclusion
  CompletableFuture<HttpResponse<?>> confirm(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @PathVariable String id,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = ReportBody.Confirmation.class)))
          byte[] body) {
    authority.toConfirm(caller);
    var said = SettingsBody.parse(body, ReportBody.Confirmation.class);
    var by = new Attempt(caller.person(), SettingsBody.id(said.decisionId()));
    return decide(new ConfirmBreakGlass(exclusion(tenant, id), by), by);
  }

  private CompletableFuture<HttpResponse<?>> decide(ExclusionCommand command, Attempt by) {
    if (registry.find(command.tenant()).isEmpty()) {
      throw new ProblemException(Code.UNKNOWN_TENANT, "The customer is not registered.");
    }
    return decisions.decide(command, by);
  }

  private static ExclusionId exclusion(String tenant, String id) {
    return ExclusionIds.named(RequestIds.tenant(tenant).orElseThrow(ExclusionIds::noSuch), id);
  }
}
