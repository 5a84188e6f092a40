package dev.lockbox.bench;

import dev.lockbox.bench.measure.ClosedLoop.Served;

/**
 * What one round of reading found, of the customer with the long past.
 *
 * @param one request by its id
 * @param pending the newest that wait
 * @param pendingWithoutPast the same of the customer whose requests all stand or wait
 * @param access whether an engineer may do something now
 */
record ReadRound(Beside one, Beside pending, Served pendingWithoutPast, Beside access) {
  /**
   * An answer beside one of as many bytes that are always the same.
   *
   * @param bytes of its body
   */
  record Beside(int bytes, Served served, Served still) {
    /** What looking it up for whoever asks leaves of the speed of the server alone. */
    double ratio() {
      return served.perSecond() / still.perSecond();
    }
  }

  /** What a long past leaves of the speed of a list. */
  double keptOfThePending() {
    return pending.served().perSecond() / pendingWithoutPast.perSecond();
  }
}
