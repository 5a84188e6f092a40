package dev.lockbox.api.azure;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.security.Caller;
import dev.lockbox.api.tag.Shows;
import dev.lockbox.api.tag.Tagged;
import dev.lockbox.api.view.ReadableRequests;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Azure's requests of a subscription: the customer of the token's, and nobody else's. */
@Controller(Subscription.REQUESTS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Azure")
class LockboxRequestsController {
  private static final int LIMIT = 100;
  private static final Pattern BY_STATUS = Pattern.compile("properties/status eq '([A-Za-z]+)'");

  private final ReadableRequests requests;

  LockboxRequestsController(ReadableRequests requests) {
    this.requests = requests;
  }

  /**
   * Part of a subscription's requests.
   *
   * @param nextLink path of the rest; null on the last page
   */
  @Introspected
  @Schema(name = "AzureRequestList")
  record RequestList(List<LockboxRequestJson> value, @Nullable String nextLink) implements Tagged {}

  @Get
  @Operation(
      operationId = "azureListRequests",
      summary = "Azure: the requests of a subscription, newest first",
      description =
          "The customer's id in the place of a subscription's means all of the customer's. A page"
              + " may hold few requests, or none, and still have a `nextLink`.")
  @Shows
  @OrError
  RequestList list(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String subscriptionId,
      @QueryValue("$filter")
          @Parameter(
              required = false,
              description = "Only requests of one status: `properties/status eq 'Pending'`.")
          Optional<String> filter,
      @QueryValue("$skiptoken")
          @Parameter(required = false, description = "Where the page starts; see `nextLink`.")
          Optional<String> skiptoken,
      @QueryValue("api-version") @Parameter(required = false, description = ApiVersion.ABOUT)
          Optional<String> apiVersion) {
    ApiVersion.mustBeSpoken(apiVersion);
    var status = filter.map(LockboxRequestsController::statusOf);
    var page =
        requests.list(
            caller, caller.tenant().value(), status.flatMap(Status::state), LIMIT, skiptoken);
    var items =
        page.items().stream()
            .filter(one -> !one.practice())
            .filter(one -> Subscription.holds(subscriptionId, one))
            .filter(one -> status.map(Status.of(one)::equals).orElse(true))
            .map(one -> LockboxRequestJson.of(one, subscriptionId))
            .toList();
    var next = page.next().map(place -> next(subscriptionId, filter, place));
    return new RequestList(items, next.orElse(null));
  }

  private static String next(String subscription, Optional<String> filter, String place) {
    var same = filter.map(text -> "&$filter=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    return "%s?api-version=%s&$skiptoken=%s%s"
        .formatted(Subscription.path(subscription), ApiVersion.SPOKEN, place, same.orElse(""));
  }

  private static Status statusOf(String filter) {
    var matcher = BY_STATUS.matcher(filter);
    return Optional.of(matcher)
        .filter(one -> one.matches())
        .flatMap(one -> Status.called(one.group(1)))
        .orElseThrow(
            () ->
                new ProblemException(
                    Code.INVALID_REQUEST, "$filter must be as properties/status eq 'Pending'"));
  }

  @Get("/{requestId}")
  @Operation(operationId = "azureGetRequest", summary = "Azure: one request as it stands now")
  @Shows
  @OrError
  LockboxRequestJson get(
      @Parameter(hidden = true) Caller caller,
      @PathVariable String subscriptionId,
      @PathVariable String requestId,
      @QueryValue("api-version") @Parameter(required = false, description = ApiVersion.ABOUT)
          Optional<String> apiVersion) {
    ApiVersion.mustBeSpoken(apiVersion);
    var found = Subscription.find(requests, caller, subscriptionId, requestId);
    return LockboxRequestJson.of(found, subscriptionId);
  }
}
