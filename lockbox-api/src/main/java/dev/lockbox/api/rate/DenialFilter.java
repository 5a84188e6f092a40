package dev.lockbox.api.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.api.json.StrictJson;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Knows a no of Azure's, whose path is that of a yes too, so that it is counted as one. What cannot
 * be read to the letter is none; nothing that says another status is a no anywhere.
 */
@ServerFilter("/subscriptions/**")
@Order(RateFilter.COUNTED - 1)
final class DenialFilter {
  private static final String DENIES = "lockbox.rates.denies";

  @RequestFilter
  void enter(HttpRequest<?> request, @Nullable @Body String body) {
    if (body != null && denies(body)) {
      request.setAttribute(DENIES, true);
    }
  }

  /** Whether its body says no. */
  static boolean isOn(HttpRequest<?> request) {
    return request.getAttribute(DENIES).isPresent();
  }

  private static boolean denies(String body) {
    try {
      return StrictJson.object(body.getBytes(UTF_8)).path("status").asText().equals("Deny");
    } catch (IllegalArgumentException garbled) {
      return false;
    }
  }
}
