package dev.lockbox.api.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.TenantSettingsJson;
import dev.lockbox.api.view.View;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** The customer's rules, to read. */
@Controller("/portal/tenants/{tenant}/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class RulesController {
  private final Authority authority;
  private final View view;
  private final Pages pages;
  private final ObjectMapper json;

  RulesController(Authority authority, View view, Pages pages, ObjectMapper json) {
    this.authority = authority;
    this.view = view;
    this.pages = pages;
    this.json = json;
  }

  @Get
  HttpResponse<?> get(Visitor visitor, @PathVariable String tenant) throws JsonProcessingException {
    var now =
        view.find(authority.toReadRules(visitor.caller(), tenant))
            .map(TenantSettingsJson::of)
            .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
    var whole = json.writerWithDefaultPrettyPrinter().writeValueAsString(now);
    return pages.show(visitor, "settings", new RulesPage(now, whole));
  }
}
