package dev.lockbox.api.security;

import dev.lockbox.api.problem.ProblemException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the caller to a route that asks for one; without one, the route is closed. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {
  @Override
  public Argument<Caller> argumentType() {
    return Argument.of(Caller.class);
  }

  @Override
  public BindingResult<Caller> bind(
      ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
    var caller =
        Callers.of(request).orElseThrow(() -> new ProblemException(BearerFilter.unauthenticated()));
    return () -> Optional.of(caller);
  }
}
