package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/** A machine that an engineer works on, as its management named it: 1 to 128 characters. */
public record DeviceId(String value) implements Comparable<DeviceId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

  public DeviceId {
    Ids.matching(SHAPE, "device id", value);
  }

  @Override
  public int compareTo(DeviceId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
