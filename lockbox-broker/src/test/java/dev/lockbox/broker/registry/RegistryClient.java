package dev.lockbox.broker.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Speaks to a registry without any client of its own. */
record RegistryClient(URI url, HttpClient http) {

  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  static RegistryClient of(URI url) {
    return new RegistryClient(url, HttpClient.newHttpClient());
  }

  /** The answer's body; {@code schema} as it stands in JSON, in quotes. */
  String register(String subject, String schema) throws IOException, InterruptedException {
    var body = "{\"schema\": %s}".formatted(schema);
    return send(
        HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions"))
            .header("Content-Type", TYPE)
            .POST(BodyPublishers.ofString(body)));
  }

  String latest(String subject) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/subjects/" + subject + "/versions/latest")));
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.timeout(ANSWER_WITHIN).build(), BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
