package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A {@link StageRule} as it was settled for one request.
 *
 * @param approvers who could say yes when the request was opened; never the engineer
 */
public record Stage(Optional<GroupId> group, Set<PersonId> approvers, int quorum) {
  public Stage {
    approvers = Set.copyOf(approvers);
    Bounds.within("quorum", quorum, 1, StageRule.QUORUM_MAX);
  }

  /** The same without these people. */
  public Stage without(Set<PersonId> people) {
    return new Stage(
        group,
        approvers.stream()
            .filter(person -> !person.mayBeOneOf(people))
            .collect(Collectors.toUnmodifiableSet()),
        quorum);
  }

  /** Whether enough people could say yes at all, each of them surely another one. */
  public boolean canBePassed() {
    var people = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    approvers.forEach(one -> people.add(one.value()));
    return people.size() >= quorum;
  }
}
