package dev.lockbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Refusal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A minute of it with every build, each time with a new seed. Replay with {@code -Dlockbox.seed=…}.
 */
class SimulationIT {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final int THREADS = 2;

  /** In so many the rarest of what is looked for below comes about some twenty times. */
  private static final int HISTORIES_MIN = 1_500;

  @Test
  void everyPromiseIsKeptAndEveryDefectFound() throws Exception {
    var seed =
        Optional.ofNullable(Long.getLong("lockbox.seed"))
            .orElseGet(() -> ThreadLocalRandom.current().nextLong(1_000_000_000));
    System.out.printf("simulation: replay with -Dlockbox.seed=%d%n", seed);

    var report = Simulation.of(new Plan(seed, MINUTE, HISTORIES_MIN, THREADS, true));

    report.lines().forEach(System.out::println);
    assertThat(report.isGood()).as(String.join("\n", report.lines())).isTrue();
    assertThat(report.hunts()).hasSizeGreaterThanOrEqualTo(25);
    thenItWentEverywhere(report);
  }

  /** A run that never got anywhere would keep every promise. */
  private static void thenItWentEverywhere(Report report) {
    assertThat(report.coverage().missing()).isEmpty();
    var answers =
        report.coverage().answers().keySet().stream().flatMap(all -> Arrays.stream(all.split(" ")));
    assertThat(answers)
        .contains("Repeated")
        .containsAll(Kinds.of(RequestEvent.class))
        .containsAll(Kinds.of(TenantEvent.class))
        .containsAll(Kinds.of(GrantsEvent.class))
        .containsAll(Kinds.of(ExclusionEvent.class))
        .containsAll(Kinds.of(SessionEvent.class))
        .containsAll(Kinds.of(RolesEvent.class))
        .containsAll(Stream.of(Refusal.values()).map(Refusal::name).toList());
  }
}
