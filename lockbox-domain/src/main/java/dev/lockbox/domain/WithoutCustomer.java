package dev.lockbox.domain;

/** Why access was granted without asking the customer. */
public enum WithoutCustomer {
  /** None of the resources is behind the tenant's lockbox. */
  NOT_ENROLLED
}
