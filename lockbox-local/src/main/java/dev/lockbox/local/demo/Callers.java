package dev.lockbox.local.demo;

import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.local.client.ApiClient;
import dev.lockbox.local.client.ApiClient.Answer;
import dev.lockbox.local.issuer.Tokens;
import dev.lockbox.local.people.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The API as people use it, each with a token of theirs. */
final class Callers {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int OK = 200;

  private final URI api;
  private final Tokens tokens;

  Callers(URI api, Tokens tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  /** In which version the person reads the request; they must see it. */
  long version(Person person, RequestId request) throws InterruptedException {
    return as(person).get(path(request)).body().path("version").asLong();
  }

  /**
   * Until the person can read this.
   *
   * @throws IllegalStateException when that takes too long
   */
  void awaitSeen(Person person, String path) throws InterruptedException {
    var until = Instant.now().plus(SEEN_WITHIN);
    while (as(person).get(path).status() != OK) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(
            "%s does not see %s within %s".formatted(person.id(), path, SEEN_WITHIN));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
    }
  }

  /** What the person asks for. */
  Answer ask(Person person, String method, String path, Object body) throws InterruptedException {
    return as(person).send(method, path, body);
  }

  static String path(RequestId request) {
    return "/v1/tenants/%s/requests/%s".formatted(request.tenant(), request.value());
  }

  private ApiClient as(Person person) throws InterruptedException {
    return new ApiClient(api, tokens.of(person.id()));
  }
}
