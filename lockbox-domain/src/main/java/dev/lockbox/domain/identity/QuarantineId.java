package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * A record in quarantine, by the place where it was found: {@code topic/partition/offset}. At most
 * 282 characters.
 */
public record QuarantineId(String value) implements Comparable<QuarantineId> {
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z0-9._-]{1,249}/[0-9]{1,10}/[0-9]{1,19}");

  public QuarantineId {
    Ids.matching(SHAPE, "quarantineId", value);
  }

  public static QuarantineId of(String topic, int partition, long offset) {
    return new QuarantineId("%s/%s/%s".formatted(topic, partition, offset));
  }

  @Override
  public int compareTo(QuarantineId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
