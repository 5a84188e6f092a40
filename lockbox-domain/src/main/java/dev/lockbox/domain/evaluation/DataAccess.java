package dev.lockbox.domain.evaluation;

/** How near a request comes to what is the customer's, as the JIT service states it. */
public enum DataAccess {
  CUSTOMER_DATA,
  /** Names, sizes, configuration; not what they hold. */
  CUSTOMER_METADATA,
  NONE
}
