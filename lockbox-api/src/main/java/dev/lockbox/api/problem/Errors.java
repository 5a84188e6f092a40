package dev.lockbox.api.problem;

import dev.lockbox.events.codec.RegistryUnavailable;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where what went wrong becomes a problem document: what our own code says, what the
 * HTTP server says of a request, and what nobody expected. The last two are told in words of ours
 * alone, since the server's messages name classes and values.
 */
@Controller
@Replaces(bean = ErrorResponseProcessor.class)
public final class Errors implements ErrorResponseProcessor<Problem> {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @Error(global = true)
  HttpResponse<Problem> said(ProblemException said) {
    return said.problem().response();
  }

  @Error(global = true)
  HttpResponse<Problem> elsewhere(InvalidStateStoreException moving) {
    return notReady("the view is not open: " + moving.getMessage());
  }

  @Error(global = true)
  HttpResponse<Problem> unanswered(RegistryUnavailable noAnswer) {
    return notReady(String.valueOf(noAnswer.getMessage()));
  }

  /** Whatever the HTTP server refuses, or fails at, without asking us. */
  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext error, MutableHttpResponse<?> response) {
    var code = Code.ofStatus(response.code());
    var problem = Problem.of(code, detail(code, error.getRequest()));
    error
        .getRootCause()
        .filter(cause -> code == Code.INTERNAL)
        .ifPresent(cause -> LOG.error("{}: nobody expected this", problem.instance(), cause));
    return problem.fill(response);
  }

  private static HttpResponse<Problem> notReady(String why) {
    var problem = Problem.of(Code.NOT_READY, "Not ready; ask again in a moment.");
    LOG.warn("{}: {}", problem.instance(), why);
    return problem.response();
  }

  private static String detail(Code code, HttpRequest<?> request) {
    return code == Code.INTERNAL
        ? "The operator can find this in the log by its instance."
        : "%s was answered with %s.".formatted(request.getMethodName(), code.status());
  }
}
