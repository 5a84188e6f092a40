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
import java.util.Map;

/** The API as a customer's people use it: with a token of theirs, over HTTP. */
final class CustomerApi {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final URI api;
  private final Tokens tokens;

  CustomerApi(URI api, Tokens tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  /** What came of a decision: the HTTP status, and the body, which says why. */
  record Answer(int status, String body) {
    boolean isYes() {
      return status >= OK && status < MULTIPLE_CHOICES;
    }
  }

  /** Whether the person can read the request by now. */
  boolean sees(Person person, RequestId request) throws InterruptedException {
    return send(person, HttpRequest.newBuilder(url(request, "")).GET()).statusCode() == OK;
  }

  /** In which version the person reads the request; they must see it. */
  long version(Person person, RequestId request) throws InterruptedException {
    var response = send(person, HttpRequest.newBuilder(url(request, "")).GET());
    try {
      return JSON.readTree(response.body()).path("version").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the person can read this by now. */
  boolean sees(Person person, String path) throws InterruptedException {
    return send(person, HttpRequest.newBuilder(URI.create(api + path)).GET()).statusCode() == OK;
  }

  /** What the person asks for elsewhere than of a request. */
  Answer ask(Person person, String method, String path, Object body) throws InterruptedException {
    try {
      var call =
          HttpRequest.newBuilder(URI.create(api + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
      var response = send(person, call);
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer decide(Person person, RequestId request, String verb, Map<String, Object> body)
      throws InterruptedException {
    try {
      var call =
          HttpRequest.newBuilder(url(request, "/" + verb))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
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

  private URI url(RequestId request, String rest) {
    return URI.create(
        "%s/v1/tenants/%s/requests/%s%s".formatted(api, request.tenant(), request.value(), rest));
  }
}
