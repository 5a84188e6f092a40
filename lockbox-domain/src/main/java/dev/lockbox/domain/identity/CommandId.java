package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * One record on the command log, as its writer named it; fresh for every record, also for a
 * repeated attempt. 1 to 64 characters.
 */
public record CommandId(String value) implements Comparable<CommandId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public CommandId {
    Ids.matching(SHAPE, "commandId", value);
  }

  @Override
  public int compareTo(CommandId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
