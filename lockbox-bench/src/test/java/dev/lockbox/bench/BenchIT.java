package dev.lockbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole bench with a few hundred of everything: what it prints, not how fast it is. */
class BenchIT {
  private static Printed bench;

  @BeforeAll
  static void measure() throws Exception {
    bench = Printed.by("--toy");
  }

  @Test
  void saysWhatTheFiguresWereFoundOn() {
    var machine = bench.lines().getFirst();
    assertThat(machine.path("metric").asText()).isEqualTo("machine");
    assertThat(machine.path("cores").asInt()).isPositive();
    assertThat(machine.path("commit_interval_ms").asInt()).isPositive();
  }

  @Test
  void throughputStandsBesideThatOfKafkaAlone() {
    var decisions = bench.metric("decisions_per_s");
    assertThat(decisions)
        .extracting(one -> one.path("open_requests").asInt())
        .containsExactly(0, 300);
    assertThat(decisions).allMatch(one -> one.path("value").asDouble() > 0);
    assertThat(bench.only("pass_through_per_s").path("value").asDouble()).isPositive();
    assertThat(bench.only("ratio_to_pass_through").path("value").asDouble()).isPositive();
    assertThat(bench.only("ratio_to_pass_through").path("aim").asText()).isEqualTo(">= 0.25");
  }

  @Test
  void aDecisionWritesAnEventAStateAndTwoChanges() {
    var written = bench.only("records_written_per_decision");
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
      var latency = bench.only(name);
      assertThat(latency.path("rate").asInt()).isEqualTo(50);
      assertThat(latency.path("p50").asDouble()).isPositive();
      assertThat(latency.path("p99").asDouble())
          .isGreaterThanOrEqualTo(latency.path("p50").asDouble());
    }
    assertThat(bench.only("decision_latency_ms").path("p99_to_pass_through").asDouble())
        .isPositive();
  }

  @Test
  void everyDeadlineIsRungAtLeastOnce() {
    var due = bench.only("due_at_once");
    assertThat(due.path("deadlines").asInt()).isEqualTo(300);
    assertThat(due.path("seconds").asDouble()).isPositive();
    assertThat(due.path("alarms_per_deadline").asDouble()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void everyLineIsAMetricAndNamesNoMachine() {
    assertThat(bench.lines()).allMatch(line -> line.path("metric").isTextual());
    assertThat(bench.lines())
        .noneMatch(line -> line.toString().contains(System.getProperty("user.dir")));
  }
}
