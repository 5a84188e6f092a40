package dev.lockbox.events.codec;

import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * What Avro may load and how much it may allocate, told before it decodes anything. Avro keeps both
 * for the whole JVM: limits set by the operator are left as they are, and who was trusted before
 * stays trusted.
 */
final class AvroTrust {
  private static final String OURS = "dev.lockbox.wire.";

  /** No record is larger than its topic allows, so nothing inside one is. */
  private static final String BYTES_MAX = Integer.toString(4 * 1024 * 1024);

  private static final String ITEMS_MAX = "10000";

  private AvroTrust() {}

  static void establish() {
    limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, BYTES_MAX);
    limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, BYTES_MAX);
    limit(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, ITEMS_MAX);
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
  }

  private static void limit(String property, String max) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, max);
    }
  }
}
