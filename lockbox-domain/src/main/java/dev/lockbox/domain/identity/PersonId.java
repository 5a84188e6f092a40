package dev.lockbox.domain.identity;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * A person, or a service acting as itself, by the immutable id its issuer gave it; never a display
 * name or a mail address that may change hands. 1 to 128 characters.
 */
public record PersonId(String value) implements Comparable<PersonId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._|@:+-]{0,127}");

  public PersonId {
    Ids.matching(SHAPE, "person", value);
  }

  /**
   * Whether both may be one person. Ids that differ in nothing but the case of letters are two ids
   * here, and may be one to whoever gave them: where it must be somebody else, neither passes for
   * the other. Who is meant is told by equality.
   */
  public boolean mayBe(PersonId other) {
    return value.equalsIgnoreCase(other.value);
  }

  /** Whether this may be one of those. */
  public boolean mayBeOneOf(Collection<PersonId> people) {
    return people.stream().anyMatch(this::mayBe);
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
