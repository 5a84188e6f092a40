package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.PersonId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds for a tenant's requests at one position of its log: who may approve, and the limits of
 * time.
 *
 * @param approvers as the tenant's registry names them at this position
 */
public record ApprovalRules(Set<PersonId> approvers, AccessLimits limits) {
  public ApprovalRules {
    approvers = Set.copyOf(approvers);
  }

  /** Who may decide on a request of this engineer: nobody decides on their own. */
  public Set<PersonId> approversFor(PersonId engineer) {
    return approvers.stream()
        .filter(person -> !person.equals(engineer))
        .collect(Collectors.toUnmodifiableSet());
  }
}
