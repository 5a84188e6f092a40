package dev.lockbox.api.command;

import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.api.view.RoleJson;
import dev.lockbox.api.view.RolesView;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.decision.Attempt;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The provider's lockbox roles: whoever is the provider's reads them, its administrators say what
 * they are.
 */
@Controller("/v1/provider/roles")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Roles")
class RolesController {
  private final ProviderAuthority authority;
  private final Decisions decisions;
  private final RolesView view;

  RolesController(ProviderAuthority authority, Decisions decisions, RolesView view) {
    this.authority = authority;
    this.decisions = decisions;
    this.view = view;
  }

  /** A page of roles. */
  @Schema(name = "Roles")
  record RolesPage(List<RoleJson> items, @Nullable String next) implements Tagged {}

  @Get
  @Operation(operationId = "listRoles", summary = "The roles there are, in the order of their ids")
  @Shows
  @OrProblem
  RolesPage list(
      @Parameter(hidden = true) Caller caller,
      @QueryValue
          @Parameter(
              required = false,
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
          Optional<String> limit,
      @QueryValue @Parameter(required = false, description = "The next of the page before: an id")
          Optional<String> after) {
    var page = view.roles(authority.toTakePart(caller), Ids.limit(limit), after.orElse(""));
    return new RolesPage(page.items(), page.next().orElse(null));
  }

  @Get("/{role}")
  @Operation(operationId = "getRole", summary = "A role as it stands now")
  @Shows
  @OrProblem
  RoleJson get(@Parameter(hidden = true) Caller caller, @PathVariable String role) {
    var provider = authority.toTakePart(caller);
    return view.show(provider, Ids.role(role)).orElseThrow(Ids::noSuchRole);
  }

  @Put("/{role}")
  @Operation(operationId = "defineRole", summary = "Say what a role is from here on")
  @Answered.WithRole
  CompletableFuture<HttpResponse<?>> define(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String role,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = RolesBody.Definition.class)))
          byte[] body) {
    var provider = authority.toKeep(caller);
    var asked = RolesBody.parse(body, RolesBody.Definition.class);
    var by = new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
    return decisions.decide(new DefineRole(provider, by, Ids.role(role), asked.toDomain()), by);
  }

  @Post("/{role}/withdraw")
  @Operation(operationId = "withdrawRole", summary = "End a role, and close its id for good")
  @Answered.WithRole
  CompletableFuture<HttpResponse<?>> withdraw(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String role,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = RolesBody.Withdrawal.class)))
          byte[] body) {
    var provider = authority.toKeep(caller);
    var asked = RolesBody.parse(body, RolesBody.Withdrawal.class);
    var by = new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
    return decisions.decide(new WithdrawRole(provider, by, Ids.role(role)), by);
  }
}
