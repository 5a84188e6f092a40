package dev.lockbox.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Looks at the target again and again: when something changed, and when something is due. */
final class Rounds implements Runnable {
  static final String CONDITION = "rounds";
  private static final Duration REST_MIN = Duration.ofMillis(50);

  private final Round round;
  private final Knowledge knowledge;
  private final InstantSource clock;
  private volatile boolean isClosing;

  Rounds(Round round, Knowledge knowledge, InstantSource clock) {
    this.round = round;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  @Override
  public void run() {
    try {
      while (!isClosing) {
        var next = round.look();
        if (next.isPresent()) {
          knowledge.await(until(next.get()));
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** {@link #run} returns once what is under way is done. */
  void stop() {
    isClosing = true;
    knowledge.changed();
  }

  private Duration until(Instant next) {
    var rest = Duration.between(clock.instant(), next);
    return rest.compareTo(REST_MIN) < 0 ? REST_MIN : rest;
  }
}
