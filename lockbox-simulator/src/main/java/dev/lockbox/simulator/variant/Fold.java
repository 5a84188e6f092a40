package dev.lockbox.simulator.variant;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.RequestEvent;

/** {@link AccessRequest#evolve}, or one with a defect. */
@FunctionalInterface
public interface Fold {
  AccessRequest after(AccessRequest state, RequestEvent event);
}
