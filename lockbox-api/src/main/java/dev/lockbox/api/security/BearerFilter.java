package dev.lockbox.api.security;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nobody enters without a valid token, except through what {@link Doors} leaves open or to those
 * who are signed in. Who entered stands in an attribute of the request, from where {@link
 * CallerBinder} hands it to a route; a route that asks for a caller is closed even where a door
 * should stand open by mistake.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Order(0) // left out, it would be the last of all, behind those that want to know who calls
final class BearerFilter {
  static final String CALLER = "lockbox.caller";
  private static final Logger LOG = LoggerFactory.getLogger(BearerFilter.class);

  private static final Pattern BEARER =
      Pattern.compile("Bearer ([!-~]+)", Pattern.CASE_INSENSITIVE);

  private final Tokens tokens;
  private final Speakers speakers;

  BearerFilter(Tokens tokens, Speakers speakers) {
    this.tokens = tokens;
    this.speakers = speakers;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable
  HttpResponse<?> enter(HttpRequest<?> request) {
    var path = request.getUri().getRawPath();
    if (Doors.isOpen(path) || Doors.takesSession(path)) {
      return null;
    }
    try {
      var caller = tokens.verify(bearer(request));
      // Before anything is counted as the customer's: a customer's issuer may say that it is
      // another's.
      if (isForNow(caller) && !speakers.speakFor(caller, request)) {
        throw new InvalidToken(
            "%s does not speak for %s".formatted(caller.speaker().issuer(), caller.tenant()));
      }
      request.setAttribute(CALLER, caller);
      return null;
    } catch (InvalidToken invalid) {
      LOG.debug("A token is not believed: {}", invalid.getMessage());
      return unauthenticated().response();
    } catch (KeysUnavailable outage) {
      LOG.warn("{}", outage.getMessage());
      return Problem.of(Code.NOT_READY, "Tokens cannot be checked just now.").response();
    } catch (ProblemException nobodyKnows) {
      return nobodyKnows.problem().response();
    }
  }

  private boolean isForNow(Caller caller) {
    return !caller.speaker().isTakenUnnamed() || speakers.tellAtOnce(caller);
  }

  static Problem unauthenticated() {
    return Problem.of(Code.UNAUTHENTICATED, "The token is missing or not valid here.");
  }

  private static String bearer(HttpRequest<?> request) throws InvalidToken {
    var headers = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.size() != 1) {
      throw new InvalidToken("one Authorization header was expected, were " + headers.size());
    }
    var bearer = BEARER.matcher(headers.get(0));
    if (!bearer.matches()) {
      throw new InvalidToken("not a bearer token");
    }
    return bearer.group(1);
  }
}
