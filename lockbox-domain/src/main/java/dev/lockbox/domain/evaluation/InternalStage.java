package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * People of the provider of whom some must say yes before the customer is asked.
 *
 * @param approvers what they are, as the facts name them; {@link #MANAGER} for the engineer's own
 * @param quorum how many different people; 1 to {@value #QUORUM_MAX}
 */
public record InternalStage(GroupId approvers, int quorum) {
  public static final GroupId MANAGER = new GroupId("MANAGER");
  public static final int QUORUM_MAX = 5;

  public InternalStage {
    Limits.within("quorum", quorum, 1, QUORUM_MAX);
  }

  /** Who could say yes; never the engineer. */
  public Set<PersonId> people(Facts facts, PersonId engineer) {
    var known =
        approvers.equals(MANAGER)
            ? facts.manager().map(Set::of).orElse(Set.of())
            : facts.internalApprovers().getOrDefault(approvers, Set.of());
    return known.stream()
        .filter(person -> !person.equals(engineer))
        .collect(Collectors.toUnmodifiableSet());
  }
}
