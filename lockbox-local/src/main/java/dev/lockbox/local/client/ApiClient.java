package dev.lockbox.local.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The API, as somebody with a token reaches it. */
public final class ApiClient {
  /** How long an answer may take. A decision is answered within seconds, if only with a 202. */
  public static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration SILENT_MAX = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final Set<Integer> AGAIN_LATER = Set.of(429, 500, 502, 503, 504);
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

  /**
   * Hears what is said there, until it ends. Every stream of the API says every few seconds that it
   * is alive; one that does not is broken.
   *
   * @param path from the root, with its query
   * @param last the id of what was heard last; empty to hear from now on
   * @throws ApiRefused when it is a problem
   * @throws UncheckedIOException when there is no answer, none just now, or the stream breaks
   */
  public void hear(String path, Optional<String> last, Consumer<Said> heard)
      throws InterruptedException {
    var call = call(path).header("Accept", "text/event-stream");
    last.ifPresent(id -> call.header("Last-Event-ID", id));
    try {
      var response = HTTP.send(call.build(), BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        if (response.statusCode() != OK) {
          throw notHeard(new Answer(response.statusCode(), JSON.readTree(body)));
        }
        read(body, heard);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("nothing is heard from the API at " + api, e);
    }
  }

  private static void read(InputStream body, Consumer<Said> heard) throws IOException {
    var said = new SaidLines();
    try (var silence = Silence.of(body, SILENT_MAX);
        var lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        silence.broken();
        said.line(line).ifPresent(heard);
      }
    }
  }

  private static RuntimeException notHeard(Answer answer) {
    var refused = new ApiRefused(answer.status(), answer.body());
    return AGAIN_LATER.contains(answer.status())
        ? new UncheckedIOException(new IOException(refused))
        : refused;
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
