package dev.lockbox.api.portal;

import dev.lockbox.api.command.Decisions;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
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

/** Where the forms of the keys go. */
@Controller("/portal/tenants/{tenant}/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=utf-8")
@Hidden
class ChangeKeysController {
  private final Authority authority;
  private final Decisions decisions;

  ChangeKeysController(Authority authority, Decisions decisions) {
    this.authority = authority;
    this.decisions = decisions;
  }

  @Post("/register")
  CompletableFuture<HttpResponse<?>> register(
      Visitor visitor, @PathVariable String tenant, @Body String body) {
    var customer = authority.toHaveKeys(visitor.caller(), tenant);
    var asked = KeyForm.registration(Form.parse(body));
    return ask(asked.toDomain(customer, visitor.caller().person()));
  }

  @Post("/confirm")
  CompletableFuture<HttpResponse<?>> confirm(
      Visitor visitor, @PathVariable String tenant, @Body String body) {
    var customer = authority.toAdminister(visitor.caller(), tenant);
    var form = Form.parse(body);
    return ask(new ConfirmApproverKey(customer, KeyForm.by(visitor, form), KeyForm.of(form)));
  }

  @Post("/withdraw")
  CompletableFuture<HttpResponse<?>> withdraw(
      Visitor visitor, @PathVariable String tenant, @Body String body) {
    var customer = authority.toHaveKeys(visitor.caller(), tenant);
    var form = Form.parse(body);
    return ask(new WithdrawApproverKey(customer, KeyForm.by(visitor, form), KeyForm.of(form)));
  }

  private CompletableFuture<HttpResponse<?>> ask(ApproverKeyCommand command) {
    var page = new Paths(command.tenant().value()).keys();
    var verdict = URI.create("%s?decision=%s#verdict".formatted(page, command.by().id()));
    return decisions
        .decide(command, command.by())
        .thenApply(
            answer -> answer.body() instanceof Problem ? answer : HttpResponse.seeOther(verdict));
  }
}
