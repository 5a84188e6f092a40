package dev.lockbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void noTimeIsStillOneHistory() throws Exception {
    var report = Simulation.of(new Plan(7, Duration.ZERO, 1, 1, false));
    assertThat(report.histories()).isEqualTo(1);
    assertThat(report.isGood()).isTrue();
    assertThat(report.hunts()).isEmpty();
    assertThat(report.lines()).contains("Every promise was kept.");
  }

  @Test
  void soManyHistoriesAreRunHoweverLongThatTakes() throws Exception {
    var report = Simulation.of(new Plan(7, Duration.ZERO, 5, 2, false));
    assertThat(report.histories()).isBetween(5L, 6L);
  }

  @Test
  void aHistoryIsToldStepByStep() {
    var lines = new ArrayList<String>();
    assertThat(Simulation.tell(7, lines::add)).isTrue();
    assertThat(lines.getFirst()).startsWith("2026-03-02T08:00:00Z  ");
    assertThat(lines).anyMatch(line -> line.contains("everything comes to rest"));
  }

  @Test
  void nonsenseIsNoPlan() {
    assertThatThrownBy(() -> new Plan(1, Duration.ofSeconds(-1), 1, 1, true))
        .hasMessageContaining("time must not be negative");
    assertThatThrownBy(() -> new Plan(1, Duration.ZERO, 0, 1, true))
        .hasMessageContaining("threads be 1 or more");
    assertThatThrownBy(() -> new Plan(1, Duration.ZERO, 1, 0, true))
        .hasMessageContaining("threads be 1 or more");
  }
}
