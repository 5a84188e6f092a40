package dev.lockbox.api.portal;

import static dev.lockbox.api.portal.FormCommands.by;
import static dev.lockbox.api.portal.FormCommands.reason;

import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.InternalRequests;
import dev.lockbox.domain.EvaluationCommand.ApproveInternally;
import dev.lockbox.domain.EvaluationCommand.DenyInternally;
import dev.lockbox.domain.identity.RequestId;
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
import java.util.concurrent.CompletableFuture;

/** Where the forms of the provider's own approvers go; see {@link FormCommands}. */
@Controller("/portal/provider/requests/{tenant}/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=utf-8")
@Hidden
class InsideDecideController {
  private final InternalRequests requests;
  private final FormCommands commands;

  InsideDecideController(InternalRequests requests, FormCommands commands) {
    this.requests = requests;
    this.commands = commands;
  }

  @Post("/approve")
  CompletableFuture<HttpResponse<?>> approve(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = requests.id(visitor.caller(), tenant, id);
    var form = Form.parse(body);
    var asked = DecisionForm.bare(form);
    var yes =
        new ApproveInternally(
            request, by(visitor, asked), reason(visitor, asked), form.number("ifVersion"));
    return commands.askFresh(visitor, yes, page(request));
  }

  @Post("/deny")
  CompletableFuture<HttpResponse<?>> deny(
      Visitor visitor, @PathVariable String tenant, @PathVariable String id, @Body String body) {
    var request = requests.id(visitor.caller(), tenant, id);
    var asked = DecisionForm.bare(Form.parse(body));
    return commands.ask(
        new DenyInternally(request, by(visitor, asked), reason(visitor, asked)), page(request));
  }

  private static String page(RequestId request) {
    return Paths.inside(request.tenant().value()).request(request.value());
  }
}
