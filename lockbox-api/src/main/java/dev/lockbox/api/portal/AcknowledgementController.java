package dev.lockbox.api.portal;

import dev.lockbox.api.command.Decisions;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.ExclusionIds;
import dev.lockbox.domain.ExclusionCommand.AcknowledgeExclusion;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Where the form goes by which somebody takes note of access that no approval covers. */
@Controller("/portal/tenants/{tenant}/exclusions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=utf-8")
@Hidden
class AcknowledgementController {
  private final Authority authority;
  private final Decisions decisions;

  AcknowledgementController(Authority authority, Decisions decisions) {
    this.authority = authority;
    this.decisions = decisions;
  }

  @Post("/acknowledge")
  CompletableFuture<HttpResponse<?>> acknowledge(
      Visitor visitor, @PathVariable String tenant, @Body String body) {
    var customer = authority.toRead(visitor.caller(), tenant);
    var form = Form.parse(body);
    var asked = DecisionForm.bare(form);
    var exclusion = ExclusionIds.named(customer, form.one("exclusion"));
    var by = FormCommands.by(visitor, asked);
    var note = new AcknowledgeExclusion(exclusion, by, FormCommands.reason(visitor, asked));
    var page = URI.create(new Paths(tenant).exclusions());
    return decisions
        .decide(note, by)
        .thenApply(
            answer -> answer.body() instanceof Problem ? answer : HttpResponse.seeOther(page));
  }
}
