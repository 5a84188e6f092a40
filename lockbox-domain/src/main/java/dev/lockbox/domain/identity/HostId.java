package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/** A machine whose clock is told in ticks; 1 to 64 characters. */
public record HostId(String value) implements Comparable<HostId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public HostId {
    Ids.matching(SHAPE, "host", value);
  }

  @Override
  public int compareTo(HostId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
