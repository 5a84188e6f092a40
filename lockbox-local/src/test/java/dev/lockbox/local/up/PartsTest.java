package dev.lockbox.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PartsTest {
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Parts parts = new Parts(told::add);
  private final Stop stop = new Stop();

  @Test
  void partsStopInTheReverseOfTheirStart() {
    stop.orResult(parts.start("broker", () -> () -> told.add("broker ended")));
    parts.add("registry", () -> told.add("registry ended"));
    stop.orResult(parts.start("service", () -> () -> told.add("service ended")));

    parts.close();

    assertThat(told)
        .containsExactly(
            "stopping service",
            "service ended",
            "stopping registry",
            "registry ended",
            "stopping broker",
            "broker ended");
  }

  @Test
  void aPartThatCannotBeStoppedDoesNotKeepTheOthersRunning() {
    parts.add("broker", () -> told.add("broker ended"));
    parts.add(
        "service",
        () -> {
          throw new IllegalStateException("stuck");
        });

    parts.close();

    assertThat(told).contains("broker ended");
  }

  @Test
  void whyAPartDidNotStartIsTold() {
    var failing =
        parts.<AutoCloseable>start(
            "service",
            () -> {
              throw new IllegalStateException("port taken");
            });

    assertThatThrownBy(() -> stop.orResult(failing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("port taken");
    parts.close();
  }

  /** Ctrl-C in the middle of a start: it is given up at once, and what comes up late still ends. */
  @Test
  void aStopWhileAPartStartsEndsItAllTheSame() throws InterruptedException {
    var goOn = new CountDownLatch(1);
    var starting =
        parts.<AutoCloseable>start(
            "registry",
            () -> {
              goOn.await();
              return () -> told.add("registry ended");
            });
    stop.request();

    assertThatThrownBy(() -> stop.orResult(starting)).isInstanceOf(Stop.Requested.class);
    assertThat(told).isEmpty();
    goOn.countDown();
    parts.close();

    assertThat(told).containsExactly("stopping registry", "registry ended");
  }
}
