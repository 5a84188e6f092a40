package dev.lockbox.api.command;

import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.util.concurrent.CompletableFuture;

/**
 * What a gateway of the provider's asks before it lets an engineer do something. To everybody else
 * there is nothing there.
 */
@Controller("/v1/tenants/{tenant}/authorize")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Gateways")
class GatewaysController {
  private final ProviderAuthority authority;
  private final Decisions decisions;

  GatewaysController(ProviderAuthority authority, Decisions decisions) {
    this.authority = authority;
    this.decisions = decisions;
  }

  @Post
  @Operation(
      operationId = "authorize",
      summary = "May this engineer do this, here, now? Anything but a decision of true is a no")
  @Answered.WithAuthorisation
  CompletableFuture<HttpResponse<?>> authorize(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @Body @RequestBody(content = @Content(schema = @Schema(implementation = IntentionBody.class)))
          byte[] body) {
    var customer = authority.toAskForEngineers(caller, tenant);
    var ask = IntentionBody.parse(body).toDomain(customer, caller.person());
    return decisions.decide(ask, ask.by());
  }
}
