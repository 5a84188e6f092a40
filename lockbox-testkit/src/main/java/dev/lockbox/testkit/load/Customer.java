package dev.lockbox.testkit.load;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.util.List;

/**
 * A tenant, and who acts for it.
 *
 * @param approvers at least two, so that one may contradict the other
 */
public record Customer(TenantId tenant, List<PersonId> approvers) {
  public Customer {
    approvers = List.copyOf(approvers);
  }

  /** Customer {@code name} with the approvers {@code name-1}, {@code name-2}. */
  public static Customer named(String name) {
    return new Customer(
        new TenantId(name), List.of(new PersonId(name + "-1"), new PersonId(name + "-2")));
  }
}
