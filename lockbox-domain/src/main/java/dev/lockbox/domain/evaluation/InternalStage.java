package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import java.time.Instant;
import java.util.Map;
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

  /** Who could say yes at that time; never the engineer. */
  public Set<PersonId> people(Facts facts, PersonId engineer, Instant at) {
    var known =
        approvers.equals(MANAGER)
            ? facts.manager().map(Set::of).orElse(Set.of())
            : stillThat(facts.internalApprovers().getOrDefault(approvers, Map.of()), at);
    return known.stream()
        .filter(person -> !person.mayBe(engineer))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<PersonId> stillThat(Map<PersonId, Instant> people, Instant at) {
    return people.entrySet().stream()
        .filter(one -> at.isBefore(one.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
