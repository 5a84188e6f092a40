package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.RequestEvent;

/** {@link AccessRequest#evolve}, or what a test puts in its place to break it. */
@FunctionalInterface
interface Fold {
  AccessRequest after(AccessRequest state, RequestEvent event);
}
