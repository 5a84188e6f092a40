package dev.lockbox.verifier.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever becomes of a gateway's clock and of answers on their way: nothing is open when the
 * newest lease is over by the lockbox's time, nor after the grant. By a generator with seeds.
 */
class AnyClockTest {
  private static final int HISTORIES = 60;
  private static final int STEPS = 60;

  @Test
  void nothingIsOpenPastTheLeaseOrTheGrantWhateverTheClockShows() {
    var opened = 0;
    for (var seed = 0; seed < HISTORIES; seed++) {
      var history = new History(seed);
      for (var step = 0; step < STEPS; step++) {
        opened += history.step() ? 1 : 0;
      }
    }
    assertThat(opened).as("looks that found it open").isGreaterThan(HISTORIES);
  }

  private record OnItsWay(Asking asking, String lease) {}

  private static final class History {
    private final int seed;
    private final Random random;
    private final Scene scene;
    private final Queue<OnItsWay> onTheirWay = new ArrayDeque<>();
    private Instant lastIssued = Instant.EPOCH;

    History(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.scene = new Scene().grantEndsAfter(Duration.ofSeconds(60 + random.nextInt(600)));
    }

    /** Time passes, something happens, and somebody looks; whether it was open. */
    boolean step() {
      scene.pass(Duration.ofMillis(random.nextInt(20_000)));
      switch (random.nextInt(6)) {
        case 0 -> scene.clockIsOffBy(anythingWithin(Duration.ofMinutes(10)));
        case 1 -> scene.clockIsOffBy(anythingWithin(Duration.ofSeconds(40)));
        case 2 -> scene.clockIsOffBy(Duration.ZERO);
        default -> askForALease();
      }
      while (!onTheirWay.isEmpty() && random.nextBoolean()) {
        var arrived = onTheirWay.remove();
        scene.leases.take(arrived.asking(), arrived.lease());
      }
      return look();
    }

    private Duration anythingWithin(Duration most) {
      var millis = (int) most.toMillis();
      return Duration.ofMillis(random.nextInt(2 * millis) - millis);
    }

    private void askForALease() {
      if (scene.now().isBefore(scene.notAfter())) {
        var asking = scene.leases.ask();
        onTheirWay.add(new OnItsWay(asking, scene.issue(asking)));
        lastIssued = scene.now();
      }
    }

    private boolean look() {
      var isOpen = scene.opens();
      if (isOpen) {
        assertThat(scene.now())
            .as("seed %s", seed)
            .isBefore(lastIssued.plus(Lease.LASTS_MAX))
            .isBefore(scene.notAfter());
      }
      return isOpen;
    }
  }
}
