package dev.lockbox.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** The API, as somebody with a token reaches it. */
public final class ApiClient {
  /** How long an answer may take. A decision is answered within seconds, if only with a 202. */
  public static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final int OK = 200;
  private static final int MULTIPLE_CHOICES = 300;

  private final URI api;
  private final String token;

  /**
   * @param api its base; https, or http on loopback, since the token goes there
   * @param token an access token, as it goes behind {@code Bearer}
   * @throws IllegalArgumentException when the token would travel in the clear
   */
  public ApiClient(URI api, String token) {
    if (!"https".equals(api.getScheme())
        && !("http".equals(api.getScheme()) && LOOPBACK.contains(String.valueOf(api.getHost())))) {
      throw new IllegalArgumentException(
          "the API must be at https (http on loopback only), was " + api);
    }
    this.api = api;
    this.token = token;
  }

  /** What was answered: the HTTP status, and the body, which says why. */
  public record Answer(int status, JsonNode body) {
    /** Whether it was done, or taken down at least. */
    public boolean isYes() {
      return status >= OK && status < MULTIPLE_CHOICES;
    }

    /**
     * The body of a yes.
     *
     * @throws ApiRefused when it is a problem
     */
    JsonNode orRefused() {
      if (!isYes()) {
        throw new ApiRefused(status, body);
      }
      return body;
    }
  }

  /**
   * What stands behind a path.
   *
   * @param path from the root, with its query
   * @throws UncheckedIOException when there is no answer
   */
  public Answer get(String path) throws InterruptedException {
    return answer(call(path).GET());
  }

  /**
   * What comes of a body that is sent there.
   *
   * @throws UncheckedIOException when there is no answer: nobody knows then whether it was done
   */
  public Answer send(String method, String path, Object body) throws InterruptedException {
    return answer(
        call(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.valueToTree(body).toString())));
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(URI.create(api + path))
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + token);
  }

  private Answer answer(HttpRequest.Builder call) throws InterruptedException {
    try {
      var response = HTTP.send(call.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from the API at " + api, e);
    }
  }
}
