package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.time.Instant;

/**
 * A device was examined, and keeps to what it must, or does not: whoever uses it, at whichever
 * customer.
 *
 * @param by who says so; the attempt's actor is a gateway, or what examines devices
 * @param examinedAt when; whole milliseconds
 */
public record Posture(DeviceId device, Attempt by, boolean compliant, Instant examinedAt) {
  public static final Duration AHEAD_MAX = Duration.ofDays(1);

  public Posture {
    Millis.mustHold("examinedAt", examinedAt);
  }

  /**
   * The same, as far as it is believed. Nobody says beforehand that a device will keep to what it
   * must. That it does not is believed of as much as {@link #AHEAD_MAX} to come: where it is the
   * log's clock that is behind, nothing that was told of the device before makes it less.
   */
  public Posture by(Instant appended) {
    var latest = compliant ? appended : appended.plus(AHEAD_MAX);
    return examinedAt.isAfter(latest) ? new Posture(device, by, compliant, latest) : this;
  }
}
