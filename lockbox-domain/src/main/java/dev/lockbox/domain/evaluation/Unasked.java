package dev.lockbox.domain.evaluation;

import java.util.Set;

/**
 * Of which requests the deployment wants no customer asked. What the JIT service leaves unsaid is
 * none of them; what it says is taken at its word, and recorded.
 *
 * @param access that is no access to what is the customer's; never {@code CUSTOMER_DATA}
 * @param purposes that are the provider's own; never {@code DATA_ACCESS}
 */
public record Unasked(Set<DataAccess> access, Set<Purpose> purposes) {
  /** Every customer is asked. */
  public static final Unasked NOTHING = new Unasked(Set.of(), Set.of());

  public Unasked {
    access = Set.copyOf(access);
    purposes = Set.copyOf(purposes);
    if (access.contains(DataAccess.CUSTOMER_DATA) || purposes.contains(Purpose.DATA_ACCESS)) {
      throw new IllegalArgumentException(
          "of access to a customer's data the customer is asked, were %s and %s"
              .formatted(access, purposes));
    }
  }

  /** It comes nowhere near what is the customer's, as it says. */
  public boolean isByAccess(Details details) {
    return details.dataAccess().filter(access::contains).isPresent();
  }

  /** It is for the provider's own service, as it says, and says that it touches no data. */
  public boolean isByPurpose(Details details) {
    return details.purpose().filter(purposes::contains).isPresent()
        && details.dataAccess().filter(near -> near != DataAccess.CUSTOMER_DATA).isPresent();
  }
}
