package dev.lockbox.events.codec;

import org.apache.avro.specific.SpecificRecord;

/**
 * A type that a mapping names among its own and does not map: a defect of ours, found by the first
 * test that writes it.
 */
final class Unmapped {
  private Unmapped() {}

  static IllegalStateException type(SpecificRecord wire) {
    return new IllegalStateException("no mapping for " + wire.getSchema().getFullName());
  }
}
