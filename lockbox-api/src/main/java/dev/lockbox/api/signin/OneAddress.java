package dev.lockbox.api.signin;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * On one's own machine the pages for people can be found under several names, and a cookie is kept
 * for one of them alone: who comes by another would sign in and be nobody. They are led to the name
 * that is set. Only from one name of this machine to another, at the same port: what stands in
 * front of a service elsewhere may call it by whatever name.
 */
@ServerFilter({"/portal/**", "/signin/**", "/signout"})
@Order(SessionFilter.AFTER_TOKENS - 1)
final class OneAddress {
  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** What an instance passes on to another came by the right name. */
  private static final String PASSED_ON = "Lockbox-Hop";

  private final Issuers issuers;
  private final SigninSettings settings;

  OneAddress(Issuers issuers, SigninSettings settings) {
    this.issuers = issuers;
    this.settings = settings;
  }

  @RequestFilter
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request) {
    if (!issuers.isOpen() || !isAnotherName(request)) {
      return null;
    }
    var isLooking = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    return isLooking
        ? HttpResponse.status(HttpStatus.TEMPORARY_REDIRECT)
            .headers(headers -> headers.location(there(request.getUri())))
        : Page.elsewhere(settings.origin());
  }

  private boolean isAnotherName(HttpRequest<?> request) {
    var ours = settings.origin();
    return NAMES.contains(ours.getHost())
        && !request.getHeaders().contains(PASSED_ON)
        && called(request)
            .filter(called -> NAMES.contains(called.getHost()))
            .filter(called -> called.getPort() == ours.getPort())
            .filter(called -> !called.getHost().equals(ours.getHost()))
            .isPresent();
  }

  /** What the caller calls us; empty where that is no host. */
  private static Optional<URI> called(HttpRequest<?> request) {
    try {
      var host = request.getHeaders().get("Host");
      return host == null ? Optional.empty() : Optional.of(new URI("http://" + host));
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private URI there(URI asked) {
    var query = asked.getRawQuery();
    var path = query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query;
    return URI.create(settings.origin() + path);
  }
}
