package dev.lockbox.simulator.node;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.variant.Flaw;
import dev.lockbox.simulator.variant.Variant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a process wrongly remembers of the time before a transaction was undone. Of a sound shell
 * nothing in here is ever looked at.
 */
final class Survivors {
  private final Map<TenantId, Long> given = new HashMap<>();
  private Decoded decoded = new Decoded();

  Map<TenantId, Long> given() {
    return given;
  }

  Decoded decoded(Variant variant) {
    if (!variant.has(Flaw.TENANTS_SURVIVE_AN_ABORT)) {
      decoded = new Decoded();
    }
    return decoded;
  }
}
