package dev.lockbox.events.codec;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * What Avro may load and how much it may allocate, told before it decodes anything. Avro keeps both
 * for the whole JVM, so the wider of two users' limits holds.
 */
final class AvroTrust {
  private static final String OURS = "dev.lockbox.wire";

  /** No record is larger than its topic allows, so nothing inside one is. */
  private static final String BYTES_MAX = Integer.toString(4 * 1024 * 1024);

  private static final String ITEMS_MAX = "10000";

  private AvroTrust() {}

  static void establish() {
    limit("org.apache.avro.limits.bytes.maxLength", BYTES_MAX);
    limit("org.apache.avro.limits.string.maxLength", BYTES_MAX);
    limit("org.apache.avro.limits.collectionItems.maxLength", ITEMS_MAX);
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT, type -> type.getPackageName().startsWith(OURS)));
  }

  private static void limit(String property, String max) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, max);
    }
  }
}
