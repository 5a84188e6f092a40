package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which of a tenant's approvers approve where. Takes away and never gives: whoever is not among the
 * tenant's approvers approves nowhere.
 *
 * @param given at most {@value #GIVEN_MAX}; while there is none, every approver approves everywhere
 */
public record Scopes(List<Scope> given) implements Policy.Part {
  public static final int GIVEN_MAX = 1000;
  public static final Scopes NONE = new Scopes(List.of());

  public Scopes {
    given = List.copyOf(given);
    Bounds.atMost("scopes", given, GIVEN_MAX);
  }

  /**
   * Whether this person may approve for all of these resources, each of them in a scope of theirs.
   *
   * @param people who is in a group
   */
  boolean allow(
      PersonId person, List<ResourceName> touched, Function<GroupId, Set<PersonId>> people) {
    if (given.isEmpty()) {
      return true;
    }
    var held = given.stream().filter(scope -> isHeldBy(person, scope, people)).toList();
    return touched.stream().allMatch(one -> held.stream().anyMatch(scope -> scope.covers(one)));
  }

  private static boolean isHeldBy(
      PersonId person, Scope scope, Function<GroupId, Set<PersonId>> people) {
    return scope.person().map(person::equals).orElse(false)
        || scope.group().map(people).orElse(Set.of()).contains(person);
  }
}
