package dev.lockbox.simulator.oracle;

/** Where a request goes from its opening. */
enum Course {
  /** The provider's side turns it down. */
  TURNED_DOWN,
  /** The provider's own approvers are asked first. */
  INSIDE,
  /** The tenant decided beforehand that it is not granted. */
  DENIED_BY_RULE,
  /** The tenant decided beforehand that it is. */
  GRANTED_BY_RULE,
  /** Nothing of it is behind the lockbox. */
  WITHOUT_CUSTOMER,
  /** The customer's approvers are asked. */
  ASKED;

  /** Whether somebody of the customer's may say no to it. */
  boolean isTheCustomers() {
    return this != TURNED_DOWN && this != INSIDE;
  }

  /** Whether it ended there. */
  boolean isOver() {
    return this == TURNED_DOWN || this == DENIED_BY_RULE;
  }
}
