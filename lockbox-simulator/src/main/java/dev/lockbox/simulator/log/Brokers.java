package dev.lockbox.simulator.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The clocks of the brokers, and the true time, which none of them knows. */
public final class Brokers {
  private final Duration[] ahead;
  private Instant now;

  public Brokers(Instant now, int count) {
    this.now = now;
    this.ahead = new Duration[count];
    setRight();
  }

  public Instant trueTime() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /**
   * @param ahead of the true time; negative when the clock is behind
   */
  public void set(int broker, Duration ahead) {
    this.ahead[broker] = ahead;
  }

  public void setRight() {
    Arrays.fill(ahead, Duration.ZERO);
  }

  Instant clockOf(int broker) {
    return now.plus(ahead[broker]);
  }
}
