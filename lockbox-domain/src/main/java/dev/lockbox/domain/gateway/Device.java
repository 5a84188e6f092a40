package dev.lockbox.domain.gateway;

import dev.lockbox.domain.identity.DeviceId;
import java.util.Optional;
import java.util.Set;

/**
 * The machine an engineer works on, as it was attested when the session began.
 *
 * @param kind for example {@code SAW}, a secure admin workstation
 * @param system the hardened profile of its operating system
 * @param posture what it keeps to, for example {@code usb-off}; at most {@value #POSTURE_MAX}
 */
public record Device(
    DeviceId id, Optional<Claim> kind, Optional<Claim> system, Set<Claim> posture) {
  public static final int POSTURE_MAX = 32;

  public Device {
    posture = Told.some("claims of a device's posture", posture, POSTURE_MAX);
  }
}
