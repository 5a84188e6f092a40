package dev.lockbox.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Whether services must sign what they publish. It stands in the processor's settings alone, so a
 * processor is asked.
 */
public final class Intake {
  private static final String ABOUT = "intake";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI processor;

  /**
   * @param processor where its health is
   */
  public Intake(URI processor) {
    this.processor = processor;
  }

  public Symptom symptom() {
    try (var http = HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build()) {
      var question =
          HttpRequest.newBuilder(processor.resolve("/health")).timeout(ANSWER_WITHIN).build();
      return symptom(http.send(question, BodyHandlers.ofString()).body());
    } catch (IOException | IllegalArgumentException nobody) {
      return unknown("no processor answers at " + processor);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return unknown("nobody waited for the answer of " + processor);
    }
  }

  /** What its health says, also where something else is wrong with it. */
  private Symptom symptom(String health) throws IOException {
    var said = JSON.readTree(health).at("/details/intake/details");
    if (!said.path("mustSign").isBoolean()) {
      return unknown("what answers at %s does not say so".formatted(processor));
    }
    return said.path("mustSign").asBoolean() ? signed(said) : unsigned(said);
  }

  private static Symptom signed(JsonNode said) {
    return Symptom.well(
        ABOUT, "%d service(s) may publish, and must sign".formatted(said.path("services").asInt()));
  }

  private static Symptom unsigned(JsonNode said) {
    return Symptom.warning(
        ABOUT,
        "%s; name those that may publish, with their keys and customers: docs/configuration.md"
            .formatted(said.path("unsigned").asText()));
  }

  private static Symptom unknown(String why) {
    return Symptom.warning(
        ABOUT, "whether services must sign is not known, since %s; see --processor".formatted(why));
  }
}
