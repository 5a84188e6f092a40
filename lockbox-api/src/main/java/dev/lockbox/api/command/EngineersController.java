package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.api.view.EngineerJson;
import dev.lockbox.api.view.RolesView;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
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
 * The provider's engineers and the roles they hold: they ask themselves, their managers say yes,
 * and administrators say who they are.
 */
@Controller("/v1/provider/engineers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Roles")
class EngineersController {
  private final ProviderAuthority authority;
  private final Decisions decisions;
  private final RolesView view;

  EngineersController(ProviderAuthority authority, Decisions decisions, RolesView view) {
    this.authority = authority;
    this.decisions = decisions;
    this.view = view;
  }

  /** A page of engineers. */
  @Schema(name = "Engineers")
  record EngineersPage(List<EngineerJson> items, @Nullable String next) implements Tagged {}

  @Get
  @Operation(
      operationId = "listEngineers",
      summary =
          "The engineers there are, in the order of their ids; for administrators and auditors")
  @Shows
  @OrProblem
  EngineersPage list(
      @Parameter(hidden = true) Caller caller,
      @QueryValue
          @Parameter(
              required = false,
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
          Optional<String> limit,
      @QueryValue @Parameter(required = false, description = "The next of the page before: an id")
          Optional<String> after) {
    var page = view.engineers(authority.toReadOfAll(caller), Ids.limit(limit), after.orElse(""));
    return new EngineersPage(page.items(), page.next().orElse(null));
  }

  @Get("/{engineer}")
  @Operation(
      operationId = "getEngineer",
      summary =
          "An engineer as they stand now; for themselves, their manager, administrators and"
              + " auditors")
  @Shows
  @OrProblem
  EngineerJson get(@Parameter(hidden = true) Caller caller, @PathVariable String engineer) {
    var provider = authority.toTakePart(caller);
    var person = Ids.engineer(engineer);
    if (!mayRead(caller, provider, person)) {
      throw new ProblemException(
          Code.NO_ROLE,
          "Reading of an engineer is for themselves, their manager, administrators and auditors.");
    }
    return view.show(provider, person).orElseThrow(Ids::noSuchEngineer);
  }

  private boolean mayRead(Caller caller, TenantId provider, PersonId engineer) {
    return caller.person().equals(engineer)
        || view.managerOf(provider, engineer).filter(caller.person()::equals).isPresent()
        || authority.readsOfAll(caller, provider);
  }

  @Put("/{engineer}")
  @Operation(operationId = "describeEngineer", summary = "Say who an engineer is from here on")
  @Answered.WithEngineer
  CompletableFuture<HttpResponse<?>> describe(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String engineer,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = RolesBody.Description.class)))
          byte[] body) {
    var provider = authority.toKeep(caller);
    var asked = RolesBody.parse(body, RolesBody.Description.class);
    var by = new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
    return decisions.decide(
        new DescribeEngineer(provider, by, Ids.engineer(engineer), asked.toDomain()), by);
  }

  @Post("/{engineer}/roles/{role}/request")
  @Operation(
      operationId = "requestMembership",
      summary = "Ask to be a member of a role, or to stay one; by the engineer")
  @Answered.WithEngineer
  CompletableFuture<HttpResponse<?>> request(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String engineer,
      @PathVariable String role,
      @Body
          @RequestBody(
              content = @Content(schema = @Schema(implementation = RolesBody.Request.class)))
          byte[] body) {
    var provider = authority.toTakePart(caller);
    var asked = RolesBody.parse(body, RolesBody.Request.class);
    var by = new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
    return decisions.decide(
        new RequestMembership(
            provider,
            by,
            Ids.engineer(engineer),
            Ids.role(role),
            asked.duration(),
            asked.justificationOf(caller.person())),
        by);
  }

  @Post("/{engineer}/roles/{role}/approve")
  @Operation(
      operationId = "approveMembership",
      summary = "Say yes to a membership that is asked for; by the engineer's manager")
  @Answered.WithEngineer
  CompletableFuture<HttpResponse<?>> approve(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String engineer,
      @PathVariable String role,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = RolesBody.Yes.class)))
          byte[] body) {
    var provider = authority.toTakePart(caller);
    var asked = RolesBody.parse(body, RolesBody.Yes.class);
    var by = new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
    return decisions.decide(
        new ApproveMembership(
            provider,
            by,
            Ids.engineer(engineer),
            Ids.role(role),
            RolesBody.words(caller.person(), asked.reason()),
            asked.ifVersion()),
        by);
  }

  @Post("/{engineer}/roles/{role}/deny")
  @Operation(
      operationId = "denyMembership",
      summary = "Say no to a membership that is asked for; by the manager or an administrator")
  @Answered.WithEngineer
  CompletableFuture<HttpResponse<?>> deny(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String engineer,
      @PathVariable String role,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = RolesBody.No.class)))
          byte[] body) {
    var provider = authority.toTakePart(caller);
    var asked = RolesBody.parse(body, RolesBody.No.class);
    var by = new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
    var reason = RolesBody.words(caller.person(), asked.reason());
    return decisions.decide(
        new DenyMembership(provider, by, Ids.engineer(engineer), Ids.role(role), reason), by);
  }

  @Post("/{engineer}/roles/{role}/end")
  @Operation(
      operationId = "endMembership",
      summary =
          "End a membership, and what is asked for; by the engineer, the manager or an"
              + " administrator")
  @Answered.WithEngineer
  CompletableFuture<HttpResponse<?>> end(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String engineer,
      @PathVariable String role,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = RolesBody.No.class)))
          byte[] body) {
    var provider = authority.toTakePart(caller);
    var asked = RolesBody.parse(body, RolesBody.No.class);
    var by = new Attempt(caller.person(), SettingsBody.id(asked.decisionId()));
    var reason = RolesBody.words(caller.person(), asked.reason());
    return decisions.decide(
        new EndMembership(provider, by, Ids.engineer(engineer), Ids.role(role), reason), by);
  }
}
