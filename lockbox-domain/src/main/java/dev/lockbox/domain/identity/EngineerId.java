package dev.lockbox.domain.identity;

/**
 * An engineer of the provider at one customer: whatever they do there is theirs and the customer's,
 * and says nothing of any other customer.
 */
public record EngineerId(TenantId tenant, PersonId person) implements Comparable<EngineerId> {
  @Override
  public int compareTo(EngineerId other) {
    var byTenant = tenant.compareTo(other.tenant);
    return byTenant != 0 ? byTenant : person.compareTo(other.person);
  }

  /** {@code tenant/person}; unambiguous, since neither part can hold a slash. */
  @Override
  public String toString() {
    return tenant + "/" + person;
  }
}
