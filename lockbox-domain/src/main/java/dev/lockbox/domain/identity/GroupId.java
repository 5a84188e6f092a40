package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * A group of people, a tenant's or the provider's, by its immutable id; never by a name that two
 * groups may share. 1 to 128 characters.
 */
public record GroupId(String value) implements Comparable<GroupId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._|@:+-]{0,127}");

  public GroupId {
    Ids.matching(SHAPE, "group", value);
  }

  @Override
  public int compareTo(GroupId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
