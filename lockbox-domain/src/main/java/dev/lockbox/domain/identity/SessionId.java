package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * A session of an engineer, as the gateway named it: fresh for every session, 1 to 128 characters.
 */
public record SessionId(String value) implements Comparable<SessionId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  public SessionId {
    Ids.matching(SHAPE, "session id", value);
  }

  @Override
  public int compareTo(SessionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
