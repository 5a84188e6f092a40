package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Optional;

/**
 * That somebody approves somewhere, and below it. Either a person or a group holds it.
 *
 * @param resources the beginning of a resource's name, up to a slash or the name's end, in any case
 *     of letters; empty for the whole tenant
 */
public record Scope(Optional<PersonId> person, Optional<GroupId> group, String resources) {
  private static final int PREFIX_CHARS_MAX = 512;

  public Scope {
    if (person.isPresent() == group.isPresent()) {
      throw new IllegalArgumentException(
          "a scope must be of a person or of a group, was of %s and %s".formatted(person, group));
    }
    Bounds.within("resources of a scope in characters", resources.length(), 0, PREFIX_CHARS_MAX);
  }

  /** What holds the scope is not in it: who approves for a namespace does not for its cluster. */
  boolean covers(ResourceName resource) {
    return Branch.holds(resources, resource);
  }
}
