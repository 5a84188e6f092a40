package dev.lockbox.api.stream;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.signin.Presence;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.identity.RequestId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/**
 * The stream of events for pages of the portal: the same, to whoever is signed in, of what shows on
 * such a page.
 */
@Controller("/portal/tenants/{tenant}/news")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class NewsController {
  /** What shows on pages that are not of requests. */
  private static final Map<String, Predicate<dev.lockbox.domain.Event>> ABOUT =
      Map.of(
          "everything", any -> true,
          "sessions", SessionEvent.class::isInstance,
          "exclusions", ExclusionEvent.class::isInstance,
          "rules", NewsController::isOfRules);

  private final Authority authority;
  private final Chronicle chronicle;
  private final Presence presence;
  private final Streams streams;

  NewsController(Authority authority, Chronicle chronicle, Presence presence, Streams streams) {
    this.authority = authority;
    this.chronicle = chronicle;
    this.presence = presence;
    this.streams = streams;
  }

  /**
   * @param id of the request whose page it is; empty for one that lists requests, where sessions do
   *     not show
   * @param about what its page is about, where that is no request
   * @param after the page was made when this had happened
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<Object>> news(
      HttpRequest<?> request,
      Visitor visitor,
      @PathVariable String tenant,
      @QueryValue("request") Optional<String> id,
      @QueryValue Optional<String> about,
      @QueryValue Optional<String> after,
      @Header("Last-Event-ID") Optional<String> last) {
    var shown =
        about
            .map(NewsController::ofPageAbout)
            .or(() -> id.map(NewsController::on))
            .orElse(RequestEvent.class::isInstance);
    var feed =
        new EventsFeed(
            chronicle,
            authority,
            visitor.caller(),
            tenant,
            shown.or(GrantsEvent.class::isInstance));
    return streams.open(
        visitor.caller(),
        new WhileSignedIn(feed, presence.of(request)),
        Place.of(last.or(() -> after), feed));
  }

  private static Predicate<dev.lockbox.domain.Event> ofPageAbout(String what) {
    return Optional.ofNullable(ABOUT.get(what))
        .orElseThrow(
            () -> new ProblemException(Code.INVALID_REQUEST, "about: no page is about that"));
  }

  /** Also what was refused to whoever wanted other rules or keys, which the page then says. */
  private static boolean isOfRules(dev.lockbox.domain.Event event) {
    return event instanceof TenantEvent
        || event instanceof CommandRefused && event.about().isEmpty();
  }

  static Predicate<dev.lockbox.domain.Event> on(String request) {
    return event -> event.about().map(RequestId::value).filter(request::equals).isPresent();
  }
}
