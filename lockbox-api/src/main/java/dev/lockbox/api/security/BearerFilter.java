package dev.lockbox.api.security;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.Problem;
import dev.lockbox.api.problem.ProblemException;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
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

  private static final CompletionStage<Optional<HttpResponse<?>>> PASSED =
      CompletableFuture.completedFuture(Optional.empty());

  private final Tokens tokens;
  private final Speakers speakers;
  private final Executor blocking;

  /** Who is calling, by their token. */
  private interface Recognition {
    Caller caller() throws InvalidToken, KeysUnavailable;
  }

  BearerFilter(
      Tokens tokens, Speakers speakers, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.tokens = tokens;
    this.speakers = speakers;
    this.blocking = blocking;
  }

  /**
   * Keys and other instances are asked on a thread that may wait; who called before is known on
   * this one, since another thread takes longer than looking them up.
   */
  @RequestFilter
  CompletionStage<Optional<HttpResponse<?>>> enter(HttpRequest<?> request) {
    var path = request.getUri().getRawPath();
    if (Doors.isOpen(path) || Doors.takesSession(path)) {
      return PASSED;
    }
    try {
      var token = bearer(request);
      var known = tokens.recognise(token).filter(speakers::tellAtOnce);
      return known.isPresent()
          ? CompletableFuture.completedFuture(turnAway(request, known::get))
          : CompletableFuture.supplyAsync(
              () -> turnAway(request, () -> tokens.verify(token)), blocking);
    } catch (InvalidToken invalid) {
      return CompletableFuture.completedFuture(Optional.of(turnedAway(invalid)));
    }
  }

  /** Empty where they may enter. */
  private Optional<HttpResponse<?>> turnAway(HttpRequest<?> request, Recognition recognition) {
    try {
      var caller = recognition.caller();
      // Before anything is counted as the customer's: a customer's issuer may say that it is
      // another's.
      if (isForNow(caller) && !speakers.speakFor(caller, request)) {
        throw new InvalidToken(
            "%s does not speak for %s".formatted(caller.speaker().issuer(), caller.tenant()));
      }
      request.setAttribute(CALLER, caller);
      return Optional.empty();
    } catch (InvalidToken invalid) {
      return Optional.of(turnedAway(invalid));
    } catch (KeysUnavailable outage) {
      LOG.warn("{}", outage.getMessage());
      return Optional.of(
          Problem.of(Code.NOT_READY, "Tokens cannot be checked just now.").response());
    } catch (ProblemException nobodyKnows) {
      return Optional.of(nobodyKnows.problem().response());
    }
  }

  private boolean isForNow(Caller caller) {
    return !caller.speaker().isTakenUnnamed() || speakers.tellAtOnce(caller);
  }

  private static HttpResponse<?> turnedAway(InvalidToken invalid) {
    LOG.debug("A token is not believed: {}", invalid.getMessage());
    return unauthenticated().response();
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
