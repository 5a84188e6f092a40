package dev.lockbox.api.hop;

import dev.lockbox.api.security.Caller;
import dev.lockbox.api.security.Callers;
import dev.lockbox.api.signin.Visitor;
import dev.lockbox.api.signin.Visitors;
import dev.lockbox.domain.identity.TenantId;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;

/** Whose view a request is answered from: of the tenant in its path, else of its caller's own. */
final class AboutWhom {
  private static final String IN_THE_PATH = "tenant";

  private AboutWhom() {}

  /** Empty for what has no caller. */
  static Optional<TenantId> of(HttpRequest<?> request) {
    return Callers.of(request)
        .or(() -> Visitors.of(request).map(Visitor::caller))
        .map(Caller::tenant)
        .map(own -> named(request).orElse(own));
  }

  private static Optional<TenantId> named(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .map(route -> route.getVariableValues().get(IN_THE_PATH))
        .flatMap(name -> tenant(name.toString()));
  }

  /** What is no id is nobody's, and answered with that anywhere. */
  private static Optional<TenantId> tenant(String name) {
    try {
      return Optional.of(new TenantId(name));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
