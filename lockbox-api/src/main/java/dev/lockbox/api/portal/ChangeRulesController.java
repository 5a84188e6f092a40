package dev.lockbox.api.portal;

import dev.lockbox.api.command.RuleChanges;
import dev.lockbox.api.command.SettingsBody;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.domain.identity.TenantId;
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

/** Where the forms of the rules go. */
@Controller("/portal/tenants/{tenant}/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=utf-8")
@Hidden
class ChangeRulesController {
  private final Authority authority;
  private final RuleChanges changes;
  private final RulesDraft draft;

  ChangeRulesController(Authority authority, RuleChanges changes, RulesDraft draft) {
    this.authority = authority;
    this.changes = changes;
    this.draft = draft;
  }

  /** Asks for nothing yet. */
  @Post("/compare")
  HttpResponse<?> compare(Visitor visitor, @PathVariable String tenant, @Body String body) {
    var administered = authority.toAdminister(visitor.caller(), tenant);
    var written = Form.parse(body).text("settings").orElse("");
    return draft.compared(visitor, administered, written);
  }

  /** What was compared, where what it was compared with still holds. */
  @Post("/set")
  CompletableFuture<HttpResponse<?>> set(
      Visitor visitor, @PathVariable String tenant, @Body String body) {
    var administered = authority.toAdminister(visitor.caller(), tenant);
    var form = Form.parse(body);
    var written = form.text("settings").orElse("");
    var id = form.one("decisionId");
    var version = form.number("ifVersion");
    try {
      var asked = new SettingsBody.Change(id, RulesDraft.parse(written), version);
      return changes
          .change(administered, visitor.caller().person(), asked)
          .thenApply(
              answer ->
                  answer.body() instanceof Problem why
                      ? draft.refused(visitor, administered, written, why)
                      : said(administered, id));
    } catch (ProblemException wrong) {
      return CompletableFuture.completedFuture(
          draft.refused(visitor, administered, written, wrong.problem()));
    }
  }

  @Post("/confirm")
  CompletableFuture<HttpResponse<?>> confirm(
      Visitor visitor, @PathVariable String tenant, @Body String body) {
    var administered = authority.toAdminister(visitor.caller(), tenant);
    var form = Form.parse(body);
    var asked = new SettingsBody.Confirmation(form.one("decisionId"), form.number("proposal"));
    return changes
        .confirm(administered, visitor.caller().person(), asked)
        .thenApply(
            answer ->
                answer.body() instanceof Problem ? answer : said(administered, asked.decisionId()));
  }

  private static HttpResponse<?> said(TenantId tenant, String decision) {
    var page = new Paths(tenant.value()).settings();
    return HttpResponse.seeOther(URI.create("%s?decision=%s#verdict".formatted(page, decision)));
  }
}
