package dev.lockbox.simulator.node;

import dev.lockbox.domain.AccessRequest;

/** What a store has of a request. */
public sealed interface Kept {
  record Readable(AccessRequest state) implements Kept {}

  /** Its bytes are spoilt. */
  record Garbled() implements Kept {}
}
