package dev.lockbox.domain.resource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where an action may be asked for: only where this part of the resource's name is one of these.
 *
 * @param part a part that has a name, in every form the action applies to
 * @param allowed matched as they are written; 1 to 8
 */
public record Only(String part, List<Glob> allowed) {
  private static final int ALLOWED_MAX = 8;

  public Only {
    Text.word("name of a part", part);
    allowed = Text.some("what is allowed as " + part, allowed, ALLOWED_MAX);
  }

  boolean holds(Map<String, String> found) {
    var value = found.get(part);
    return value != null && allowed.stream().anyMatch(glob -> glob.matches(value));
  }

  /** For people: {@code namespace is openshift or openshift-*}. */
  @Override
  public String toString() {
    return allowed.stream().map(Glob::text).collect(Collectors.joining(" or ", part + " is ", ""));
  }
}
