package dev.lockbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportingTest {
  @Test
  void aMedianIsNotMovedByOneSlowRound() {
    assertThat(Medians.of(List.of(10.0, 1.0, 11.0))).isEqualTo(10.0);
    assertThat(Medians.of(List.of(10.0, 12.0))).isEqualTo(11.0);
    assertThatThrownBy(() -> Medians.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLineHoldsTheMedianTheRoundsAndTheAim() {
    var line =
        Line.of("ratio")
            .median("value", List.of(0.2, 0.3333333, 0.4))
            .aim("value", new Aim.AtLeast(0.25));
    assertThat(line.json())
        .isEqualTo(
            "{\"metric\":\"ratio\",\"value\":0.333,\"value_rounds\":[0.2,0.333,0.4],"
                + "\"aim\":\">= 0.25\",\"aim_met\":true}");
  }

  @Test
  void anAimIsMetAtItsBound() {
    assertThat(new Aim.AtMost(4).isMetBy(4)).isTrue();
    assertThat(new Aim.AtMost(4).isMetBy(4.01)).isFalse();
    assertThat(new Aim.AtLeast(0.25).isMetBy(0.25)).isTrue();
    assertThat(new Aim.AtLeast(0.25).isMetBy(0.24)).isFalse();
  }

  @Test
  void anotherRoundIsRunOnlyWhenItWouldBeOverInTime() {
    var now = new Instant[] {Instant.EPOCH};
    var budget = new Budget(() -> now[0], Duration.ofMinutes(10));
    assertThat(budget.hasRoom()).isTrue();
    budget.roundBegins();
    now[0] = now[0].plus(Duration.ofMinutes(4));
    budget.roundEnds();
    assertThat(budget.hasRoom()).isTrue();
    now[0] = now[0].plus(Duration.ofMinutes(3));
    assertThat(budget.hasRoom()).isFalse();
  }

  @Test
  void whatIsAskedForIsReadFromTheCommandLine() {
    assertThat(Options.parse()).isEqualTo(new Options(false, false, false, List.of()));
    assertThat(Options.parse("--record", "--commit-intervals", "5,10"))
        .isEqualTo(
            new Options(false, true, false, List.of(Duration.ofMillis(5), Duration.ofMillis(10))));
    assertThat(Options.parse("read", "--toy")).isEqualTo(new Options(true, false, true, List.of()));
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage() {
    for (var wrong : List.of("--fast", "--commit-intervals", "read --commit-intervals 5")) {
      var said = new ByteArrayOutputStream();
      var none = new PrintStream(OutputStream.nullOutputStream());
      assertThat(BenchMain.run(none, new PrintStream(said), wrong.split(" "))).isEqualTo(2);
      assertThat(said.toString()).contains("usage: bench");
    }
  }
}
