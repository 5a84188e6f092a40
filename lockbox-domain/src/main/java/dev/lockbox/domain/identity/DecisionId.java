package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * The id a caller gives one attempt, so that a repeated attempt is recognised. Scoped to the caller
 * and the request. 1 to 64 characters.
 */
public record DecisionId(String value) implements Comparable<DecisionId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public DecisionId {
    Ids.matching(SHAPE, "decisionId", value);
  }

  @Override
  public int compareTo(DecisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
