package dev.lockbox.api.stream;

import dev.lockbox.api.lease.ProvenView;
import dev.lockbox.api.problem.OrProblem;
import dev.lockbox.api.security.Authority;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.ProviderAuthority;
import dev.lockbox.api.view.Chronicle;
import dev.lockbox.api.view.StreamedJson;
import dev.lockbox.api.view.View;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** Server-sent events. Nothing here changes anything. */
@Controller("/v1/tenants/{tenant}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Streams")
class StreamController {
  private static final String LAST_ABOUT =
      "The sequence of the event that was heard last, as its `id` says it; before `after`.";

  private static final String AFTER_ABOUT =
      "The sequence that was read last, where `Last-Event-ID` does not say it; without either, what"
          + " happens from now on.";

  private final Authority authority;
  private final ProviderAuthority gateways;
  private final Chronicle chronicle;
  private final View view;
  private final ProvenView proven;
  private final InstantSource clock;
  private final Streams streams;

  StreamController(
      Authority authority,
      ProviderAuthority gateways,
      Chronicle chronicle,
      View view,
      ProvenView proven,
      InstantSource clock,
      Streams streams) {
    this.authority = authority;
    this.gateways = gateways;
    this.chronicle = chronicle;
    this.view = view;
    this.proven = proven;
    this.clock = clock;
    this.streams = streams;
  }

  @Get(uri = "/events/stream", produces = MediaType.TEXT_EVENT_STREAM)
  @Operation(
      operationId = "streamEvents",
      summary = "What happens at the customer, as it happens",
      description =
          "Server-sent events: `event` with what happened, whose id is its place in the customer's"
              + " history; `alive` every few seconds; `gap` where what happened between is not"
              + " kept. A stream ends after some minutes: open it again with `Last-Event-ID`.")
  @ApiResponse(
      responseCode = "200",
      description = "Whatever the caller may read",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM,
              schema = @Schema(oneOf = {StreamedJson.class, AliveJson.class, GapJson.class})))
  @OrProblem
  Publisher<Event<Object>> events(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @Header("Last-Event-ID") @Parameter(required = false, description = LAST_ABOUT)
          Optional<String> last,
      @QueryValue @Parameter(required = false, description = AFTER_ABOUT) Optional<String> after) {
    var feed = new EventsFeed(chronicle, authority, caller, tenant, everything -> true);
    return streams.open(caller, feed, Place.of(last.or(() -> after), feed));
  }

  @Get(uri = "/revocations/stream", produces = MediaType.TEXT_EVENT_STREAM)
  @Operation(
      operationId = "streamRevocations",
      summary = "What ends access at a customer, as it ends; for gateways",
      description =
          "Server-sent events as of everything that happens, of which these are called"
              + " `revocation`. Each is to be shut at once. A gateway that hears nothing, `alive`"
              + " included, shuts as its leases lapse.")
  @ApiResponse(
      responseCode = "200",
      description = "Whatever ends access",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM,
              schema = @Schema(oneOf = {RevocationJson.class, AliveJson.class, GapJson.class})))
  @OrProblem
  Publisher<Event<Object>> revocations(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String tenant,
      @Header("Last-Event-ID") @Parameter(required = false, description = LAST_ABOUT)
          Optional<String> last,
      @QueryValue @Parameter(required = false, description = AFTER_ABOUT) Optional<String> after) {
    var customer = gateways.toAskForEngineers(caller, tenant);
    var feed = new RevocationsFeed(customer, chronicle, view, proven, clock);
    return streams.open(caller, feed, Place.of(last.or(() -> after), feed));
  }
}
