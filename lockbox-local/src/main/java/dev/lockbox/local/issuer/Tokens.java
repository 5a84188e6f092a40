package dev.lockbox.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the demo's issuer for tokens, without a browser. */
public final class Tokens {
  private static final int OK = 200;
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
  private final URI issuer;

  public Tokens(URI issuer) {
    this.issuer = issuer;
  }

  /**
   * An access token of this person, as it goes behind {@code Bearer}.
   *
   * @throws NoToken when the issuer knows nobody of that name
   */
  public String of(String person) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(issuer + "/token"))
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(person)))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      var body = JSON.readTree(response.body());
      if (response.statusCode() != OK) {
        throw new NoToken(person, body.path("error_description").asText());
      }
      return body.path("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from the issuer at " + issuer, e);
    }
  }

  private static String form(String person) {
    return "grant_type=password&client_id=lockbox-cli&password=none&scope=lockbox&username="
        + URLEncoder.encode(person, UTF_8);
  }
}
