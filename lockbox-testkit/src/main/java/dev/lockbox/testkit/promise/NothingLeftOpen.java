package dev.lockbox.testkit.promise;

import dev.lockbox.testkit.run.Run;
import java.time.Duration;
import java.util.List;

/** No request stands open long after its deadline. */
final class NothingLeftOpen implements Promise {
  /** How late an alarm may be, restarts of the processor included. */
  private static final Duration LATE_MAX = Duration.ofSeconds(30);

  @Override
  public List<Broken> judge(Run run) {
    return States.newest(run).values().stream()
        .filter(
            record ->
                record
                    .message()
                    .state()
                    .deadline()
                    .filter(deadline -> deadline.plus(LATE_MAX).isBefore(run.readAt()))
                    .isPresent())
        .map(
            record ->
                Broken.of(
                    this,
                    record.message().request(),
                    record,
                    "still open at %s, was due at %s"
                        .formatted(
                            run.readAt(), record.message().state().deadline().orElseThrow())))
        .toList();
  }
}
