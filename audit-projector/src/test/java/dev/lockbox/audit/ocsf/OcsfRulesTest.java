package dev.lockbox.audit.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules themselves: they pass what is known to be right, and find what is not. */
class OcsfRulesTest {
  private final OcsfRules rules = new OcsfRules();

  static Stream<JsonNode> samples() {
    return StreamSupport.stream(OcsfRules.resource("/ocsf/samples.json").spliterator(), false)
        .map(named -> named.get(1));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aKnownGoodEventHasNothingWrong(JsonNode sample) {
    assertThat(rules.complaints(sample)).isEmpty();
  }

  @Test
  void whatIsMissingIsFound() {
    assertThat(rules.complaints(sample().without("time"))).containsOnly("event: time is missing");
    assertThat(rules.complaints(sample().without("entity")))
        .containsOnly("event: entity is missing");
  }

  @Test
  void aWrongNumberIsFound() {
    assertThat(rules.complaints(sample().put("type_uid", 300401)))
        .containsOnly("type_uid is not 300499");
    assertThat(rules.complaints(sample().put("disposition_id", 28)))
        .containsOnly("disposition_id cannot be 28");
    assertThat(rules.complaints(sample().put("time", "2026-03-02T08:00:00Z")))
        .containsOnly("time cannot be \"2026-03-02T08:00:00Z\"");
  }

  @Test
  void whatTheClassDoesNotHaveIsFound() {
    assertThat(rules.complaints(sample().put("ticket", "2211-443")))
        .containsOnly("event: ticket is not an attribute");
  }

  @Test
  void anEmptyActorIsFound() {
    var blank = sample();
    blank.putObject("actor");
    assertThat(rules.complaints(blank)).singleElement().asString().startsWith("actor: none of");
  }

  private static ObjectNode sample() {
    return samples().findFirst().orElseThrow().deepCopy();
  }
}
