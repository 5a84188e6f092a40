package dev.lockbox.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.local.issuer.Tokens;
import dev.lockbox.local.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The API as people use it: with a token of theirs, over HTTP. */
final class ApiClient {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final URI api;
  private final Tokens tokens;

  ApiClient(URI api, Tokens tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  /** What came of a decision: the HTTP status, and the body, which says why. */
  record Answer(int status, String body) {
    boolean isYes() {
      return status >= OK && status < MULTIPLE_CHOICES;
    }
  }

  /** In which version the person reads the request; they must see it. */
  long version(Person person, RequestId request) throws InterruptedException {
    var response = send(person, HttpRequest.newBuilder(url(path(request))).GET());
    try {
      return JSON.readTree(response.body()).path("version").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Until the person can read this.
   *
   * @throws IllegalStateException when that takes too long
   */
  void awaitSeen(Person person, String path) throws InterruptedException {
    var until = Instant.now().plus(SEEN_WITHIN);
    while (send(person, HttpRequest.newBuilder(url(path)).GET()).statusCode() != OK) {
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException(
            "%s does not see %s within %s".formatted(person.id(), path, SEEN_WITHIN));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
    }
  }

  /** What the person asks for. */
  Answer ask(Person person, String method, String path, Object body) throws InterruptedException {
    try {
      var call =
          HttpRequest.newBuilder(url(path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
      var response = send(person, call);
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(Person person, HttpRequest.Builder call)
      throws InterruptedException {
    var request =
        call.timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + tokens.of(person.id()))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from the API at " + request.uri(), e);
    }
  }

  private URI url(String path) {
    return URI.create(api + path);
  }

  static String path(RequestId request) {
    return "/v1/tenants/%s/requests/%s".formatted(request.tenant(), request.value());
  }
}
