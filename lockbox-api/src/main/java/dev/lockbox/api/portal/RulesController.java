package dev.lockbox.api.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.Compliance;
import dev.lockbox.api.view.SettingsDiff;
import dev.lockbox.api.view.TenantSettingsJson;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.tenant.Tenant.Registered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;

/** The customer's rules, to read. Changing them is {@link ChangeRulesController}'s. */
@Controller("/portal/tenants/{tenant}/settings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class RulesController {
  private final Authority authority;
  private final View view;
  private final Chronicle chronicle;
  private final News news;
  private final Pages pages;
  private final RulesDraft draft;
  private final Compliance compliance;
  private final ObjectMapper json;

  RulesController(
      Authority authority,
      View view,
      Chronicle chronicle,
      News news,
      Pages pages,
      RulesDraft draft,
      Compliance compliance,
      ObjectMapper json) {
    this.authority = authority;
    this.view = view;
    this.chronicle = chronicle;
    this.news = news;
    this.pages = pages;
    this.draft = draft;
    this.compliance = compliance;
    this.json = json;
  }

  /**
   * @param decision of the reader's, to say what became of it
   * @param after the name behind which the subscriptions are to be shown
   */
  @Get
  HttpResponse<?> get(
      Visitor visitor,
      @PathVariable String tenant,
      @QueryValue Optional<String> decision,
      @QueryValue Optional<String> after) {
    var caller = visitor.caller();
    var following = news.ofRules(caller, tenant);
    var standing =
        view.find(authority.toReadRules(caller, tenant))
            .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
    var now = TenantSettingsJson.of(standing);
    var page =
        new RulesPage(
            now,
            json.valueToTree(now).toPrettyString(),
            caller.person().value(),
            authority.changesRules(caller),
            proposed(standing),
            authority.readsEverything(caller)
                ? compliance.page(caller.tenant(), standing, after.orElse(""))
                : null,
            decision
                .flatMap(Notice::decision)
                .map(one -> chronicle.verdictOn(caller.tenant(), new Attempt(caller.person(), one)))
                .map(verdict -> Notice.ofRules(standing, verdict))
                .orElse(null),
            following.orElse(null));
    return pages.show(visitor, "settings", page);
  }

  /** Where other rules are written. */
  @Get("/change")
  HttpResponse<?> change(Visitor visitor, @PathVariable String tenant) {
    return draft.fresh(visitor, authority.toAdminister(visitor.caller(), tenant));
  }

  private static List<String> proposed(Registered standing) {
    return standing
        .proposal()
        .map(one -> SettingsDiff.lines(standing.settings(), one.settings()))
        .orElse(List.of());
  }
}
