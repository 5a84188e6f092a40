package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.ApproverKeysJson;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.decision.Attempt;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

/**
 * The keys by which the customer's people sign. Changing them is {@link ChangeKeysController}'s.
 */
@Controller("/portal/tenants/{tenant}/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class KeysController {
  private final Authority authority;
  private final View view;
  private final Chronicle chronicle;
  private final News news;
  private final Pages pages;

  KeysController(Authority authority, View view, Chronicle chronicle, News news, Pages pages) {
    this.authority = authority;
    this.view = view;
    this.chronicle = chronicle;
    this.news = news;
    this.pages = pages;
  }

  /**
   * @param decision of the reader's, to say what became of it
   */
  @Get
  HttpResponse<?> get(
      Visitor visitor, @PathVariable String tenant, @QueryValue Optional<String> decision) {
    var caller = visitor.caller();
    var following = news.ofRules(caller, tenant);
    var standing =
        view.find(authority.toReadRules(caller, tenant))
            .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
    var page =
        new KeysPage(
            ApproverKeysJson.of(standing),
            tenant,
            caller.person().value(),
            authority.hasKeys(caller),
            authority.changesRules(caller),
            decision
                .flatMap(Notice::decision)
                .map(one -> chronicle.verdictOn(caller.tenant(), new Attempt(caller.person(), one)))
                .map(verdict -> Notice.ofKeys(verdict))
                .orElse(null),
            following.orElse(null));
    return pages.show(visitor, "keys", page);
  }
}
