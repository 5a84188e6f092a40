package dev.lockbox.api.portal;

import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.StepUp;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.ActivityJson;
import dev.lockbox.api.view.Page;
import dev.lockbox.api.view.ReadableRequests;
import dev.lockbox.api.view.ReadableSessions;
import dev.lockbox.api.view.RequestJson;
import dev.lockbox.api.view.View;
import dev.lockbox.domain.identity.DecisionId;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one request. Deciding is {@link DecideController}'s. */
@Controller("/portal/tenants/{tenant}/requests/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces("text/html;charset=utf-8")
@Hidden
class RequestController {
  private static final int BEFORE_MAX = 10;
  private static final int DEEDS_MAX = 10;
  private static final int HISTORY_MAX = 200;

  private final ReadableRequests requests;
  private final ReadableSessions sessions;
  private final Authority authority;
  private final StepUp stepUp;
  private final View view;
  private final InstantSource clock;
  private final News news;
  private final Pages pages;

  RequestController(
      ReadableRequests requests,
      ReadableSessions sessions,
      Authority authority,
      StepUp stepUp,
      View view,
      InstantSource clock,
      News news,
      Pages pages) {
    this.requests = requests;
    this.sessions = sessions;
    this.authority = authority;
    this.stepUp = stepUp;
    this.view = view;
    this.clock = clock;
    this.news = news;
    this.pages = pages;
  }

  /**
   * @param decision of the reader's, to say what became of it
   */
  @Get
  HttpResponse<?> get(
      Visitor visitor,
      @PathVariable String tenant,
      @PathVariable String id,
      @QueryValue Optional<String> decision) {
    var caller = visitor.caller();
    var after = news.of(caller, tenant, id);
    var request = requests.get(caller, tenant, id);
    var happened = requests.newest(caller, tenant, id, HISTORY_MAX + 1);
    var page =
        new RequestPage(
            request,
            caller.person().value(),
            authority.decides(caller),
            authority.saysTheyRead(caller),
            authority.readsEverything(caller),
            stepUp.fresh(visitor) ? null : stepUp.again(new Paths(tenant).request(id)),
            signing(visitor),
            decision
                .flatMap(Notice::decision)
                .map(one -> notice(visitor, request, one))
                .orElse(null),
            before(visitor, request),
            deeds(visitor, request),
            happened.stream().limit(HISTORY_MAX).toList(),
            happened.size() > HISTORY_MAX,
            after);
    return pages.show(visitor, "request", page);
  }

  private Signatures signing(Visitor visitor) {
    var caller = visitor.caller();
    return view.find(caller.tenant())
        .map(customer -> Signatures.of(customer, caller.person(), clock.instant()))
        .orElseThrow(() -> new ProblemException(Problem.noSuchRequest()));
  }

  private Notice notice(Visitor visitor, RequestJson request, DecisionId decision) {
    return Notice.of(
        requests.verdictOn(visitor.caller(), request.tenant(), request.id(), decision));
  }

  private Page<RequestJson> before(Visitor visitor, RequestJson request) {
    @Nullable String engineer = request.engineer();
    if (engineer == null) {
      return new Page<>(List.of(), Optional.empty());
    }
    var theirs = requests.of(engineer, visitor.caller(), request.tenant(), BEFORE_MAX + 1);
    var others =
        theirs.items().stream()
            .filter(one -> !one.id().equals(request.id()))
            .limit(BEFORE_MAX)
            .toList();
    return new Page<>(others, theirs.next());
  }

  private Page<ActivityJson> deeds(Visitor visitor, RequestJson request) {
    @Nullable String engineer = request.engineer();
    return engineer == null
        ? new Page<>(List.of(), Optional.empty())
        : sessions.of(engineer, visitor.caller(), request.tenant(), DEEDS_MAX);
  }
}
