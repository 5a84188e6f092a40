package dev.lockbox.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole bench with a few hundred of everything: what it prints, not how fast it is. */
class BenchIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static List<JsonNode> lines;

  @BeforeAll
  static void measure() throws Exception {
    var results = new ByteArrayOutputStream();
    var status = BenchMain.run(new PrintStream(results, true, UTF_8), System.err, "--toy");
    assertThat(status).isZero();
    lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(results.toString(UTF_8)).readAll();
  }

  @Test
  void saysWhatTheFiguresWereFoundOn() {
    var machine = lines.getFirst();
    assertThat(machine.path("metric").asText()).isEqualTo("machine");
    assertThat(machine.path("cores").asInt()).isPositive();
    assertThat(machine.path("commit_interval_ms").asInt()).isPositive();
  }

  @Test
  void throughputStandsBesideThatOfKafkaAlone() {
    var decisions = metric("decisions_per_s");
    assertThat(decisions)
        .extracting(one -> one.path("open_requests").asInt())
        .containsExactly(0, 300);
    assertThat(decisions).allMatch(one -> one.path("value").asDouble() > 0);
    assertThat(only("pass_through_per_s").path("value").asDouble()).isPositive();
    assertThat(only("ratio_to_pass_through").path("value").asDouble()).isPositive();
    assertThat(only("ratio_to_pass_through").path("aim").asText()).isEqualTo(">= 0.25");
  }

  @Test
  void aDecisionWritesAnEventAStateAndTwoChanges() {
    var written = only("records_written_per_decision");
    assertThat(written.path("value").asDouble()).isEqualTo(4);
    assertThat(written.path("by_topic").fieldNames())
        .toIterable()
        .containsExactly(
            "lockbox-processor-progress-changelog",
            "lockbox-processor-requests-changelog",
            "lockbox.events",
            "lockbox.state");
  }

  @Test
  void latenciesAreMeasuredOfBothAtTheSameRates() {
    for (var name : List.of("decision_latency_ms", "pass_through_latency_ms")) {
      var latency = only(name);
      assertThat(latency.path("rate").asInt()).isEqualTo(50);
      assertThat(latency.path("p50").asDouble()).isPositive();
      assertThat(latency.path("p99").asDouble())
          .isGreaterThanOrEqualTo(latency.path("p50").asDouble());
    }
    assertThat(only("decision_latency_ms").path("p99_to_pass_through").asDouble()).isPositive();
  }

  @Test
  void everyDeadlineIsRungAtLeastOnce() {
    var due = only("due_at_once");
    assertThat(due.path("deadlines").asInt()).isEqualTo(300);
    assertThat(due.path("seconds").asDouble()).isPositive();
    assertThat(due.path("alarms_per_deadline").asDouble()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void everyLineIsAMetricAndNamesNoMachine() {
    assertThat(lines).allMatch(line -> line.path("metric").isTextual());
    assertThat(lines).noneMatch(line -> line.toString().contains(System.getProperty("user.dir")));
  }

  private static JsonNode only(String name) {
    assertThat(metric(name)).hasSize(1);
    return metric(name).getFirst();
  }

  private static List<JsonNode> metric(String name) {
    return lines.stream().filter(line -> line.path("metric").asText().equals(name)).toList();
  }
}
