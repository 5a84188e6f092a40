package dev.lockbox.domain.evaluation;

/** What a request is for. */
public enum Purpose {
  /** To look at, or to work on, what is the customer's. */
  DATA_ACCESS,
  /** To change the provider's service, for example to apply an update. */
  SERVICE_UPDATE
}
