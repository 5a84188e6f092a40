package dev.lockbox.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether services must sign what they publish, and reporters what they tell. It stands in the
 * processor's settings alone, so a processor is asked.
 */
public final class Intake {
  private static final List<String> TOPICS = List.of("requests", "activity");
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI processor;

  /**
   * @param processor where its health is
   */
  public Intake(URI processor) {
    this.processor = processor;
  }

  /** One for each topic that services write. */
  public Stream<Symptom> symptoms() {
    var health = health();
    return TOPICS.stream().map(topic -> symptom(topic, health));
  }

  /** What a processor says of it; empty where none does. */
  private JsonNode health() {
    try (var http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
      var question =
          HttpRequest.newBuilder(processor.resolve("/health")).timeout(ANSWER_WITHIN).build();
      // Also where something else is wrong with it.
      return JSON.readTree(http.send(question, BodyHandlers.ofString()).body());
    } catch (IOException | IllegalArgumentException nobody) {
      return MissingNode.getInstance();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return MissingNode.getInstance();
    }
  }

  private Symptom symptom(String topic, JsonNode health) {
    var said = health.at("/details/intake/details").path(topic);
    if (!said.path("mustSign").isBoolean()) {
      return Symptom.warning(
          topic,
          "whether services must sign is not known, since no processor says so at %s; see --processor"
              .formatted(processor));
    }
    return said.path("mustSign").asBoolean() ? signed(topic, said) : unsigned(topic, said);
  }

  private static Symptom signed(String topic, JsonNode said) {
    return Symptom.well(
        topic, "%d service(s) may publish, and must sign".formatted(said.path("services").asInt()));
  }

  private static Symptom unsigned(String topic, JsonNode said) {
    return Symptom.warning(
        topic,
        "%s; name those that may publish, with their keys and customers: docs/configuration.md"
            .formatted(said.path("unsigned").asText()));
  }
}
