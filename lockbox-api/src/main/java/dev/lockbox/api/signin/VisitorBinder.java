package dev.lockbox.api.signin;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Hands the visitor to a route that asks for one; without one, the route is closed. */
@Singleton
final class VisitorBinder implements TypedRequestArgumentBinder<Visitor> {
  /** The request's attribute in which the filters leave whom they let in. */
  static final String VISITOR = "lockbox.visitor";

  @Override
  public Argument<Visitor> argumentType() {
    return Argument.of(Visitor.class);
  }

  @Override
  public BindingResult<Visitor> bind(
      ArgumentConversionContext<Visitor> context, HttpRequest<?> request) {
    var visitor =
        Visitors.of(request)
            .orElseThrow(
                () -> new ProblemException(Code.UNAUTHENTICATED, "Nobody is signed in here."));
    return () -> Optional.of(visitor);
  }
}
