package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/** The provider's own name for what went wrong, or for what it was ordered to do. */
public record IncidentId(String value) implements Comparable<IncidentId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public IncidentId {
    Ids.matching(SHAPE, "incident", value);
  }

  @Override
  public int compareTo(IncidentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
