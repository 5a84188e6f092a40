package dev.lockbox.api.portal;

import dev.lockbox.api.command.PracticeBody;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Where the form goes by which somebody starts practice. */
@Controller("/portal/tenants/{tenant}/simulations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=utf-8")
@Hidden
class PractiseController {
  private final Authority authority;
  private final FormCommands commands;

  PractiseController(Authority authority, FormCommands commands) {
    this.authority = authority;
    this.commands = commands;
  }

  @Post
  CompletableFuture<HttpResponse<?>> practise(
      Visitor visitor, @PathVariable String tenant, @Body String body) {
    var customer = authority.toPractise(visitor.caller(), tenant);
    var form = Form.parse(body);
    var asked =
        new PracticeBody(
            form.one("decisionId"), names(form, "actions"), names(form, "resources"), null);
    var start = asked.by(visitor.caller().person(), customer);
    return commands.open(start, new Paths(tenant).request(start.request().value()));
  }

  /** As many as were written, with spaces or lines between them. */
  private static List<String> names(Form form, String field) {
    return Stream.of(form.one(field).strip().split("[\\s,]+"))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
