package dev.lockbox.api.stream;

import dev.lockbox.api.signin.Presence;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.InternalRequests;
import dev.lockbox.domain.RequestEvent;
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
import java.util.Optional;
import org.reactivestreams.Publisher;

/** What the provider's own pages of a customer's requests hear, as a customer's pages do. */
@Controller("/portal/provider/tenants/{tenant}/news")
@ExecuteOn(TaskExecutors.BLOCKING)
@Hidden
class InsideNewsController {
  private final InternalRequests requests;
  private final Chronicle chronicle;
  private final Presence presence;
  private final Streams streams;

  InsideNewsController(
      InternalRequests requests, Chronicle chronicle, Presence presence, Streams streams) {
    this.requests = requests;
    this.chronicle = chronicle;
    this.presence = presence;
    this.streams = streams;
  }

  /**
   * @param id of the request whose page it is; empty for one that lists requests
   * @param after the page was made when this had happened
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<Object>> news(
      HttpRequest<?> request,
      Visitor visitor,
      @PathVariable String tenant,
      @QueryValue("request") Optional<String> id,
      @QueryValue Optional<String> after,
      @Header("Last-Event-ID") Optional<String> last) {
    id.ifPresent(one -> requests.get(visitor.caller(), tenant, one));
    var feed =
        new InsideFeed(
            chronicle,
            requests,
            visitor.caller(),
            tenant,
            id.map(NewsController::on).orElse(RequestEvent.class::isInstance));
    return streams.open(
        visitor.caller(),
        new WhileSignedIn(feed, presence.of(request)),
        Place.of(last.or(() -> after), feed));
  }
}
