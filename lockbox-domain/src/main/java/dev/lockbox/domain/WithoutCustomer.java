package dev.lockbox.domain;

/** Why access was granted without asking the customer. */
public enum WithoutCustomer {
  /** None of the resources is behind the tenant's lockbox. */
  NOT_ENROLLED,
  /**
   * It comes nowhere near the customer's data, as the provider says, and the deployment wants that.
   */
  NO_CUSTOMER_DATA,
  /** It is for the provider's own service, and the deployment wants that. */
  SERVICE_UPDATE
}
