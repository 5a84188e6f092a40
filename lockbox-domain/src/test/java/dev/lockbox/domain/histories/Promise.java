package dev.lockbox.domain.histories;

/** What must hold in every history. */
enum Promise {
  /** No grant without the approval of another person, named at opening and in the registry now. */
  ANOTHER_PERSON_APPROVED,
  /** No grant at or after the deadline. */
  DECIDED_IN_TIME,
  /** No grant longer than was asked for, or than the limit at opening. */
  GRANTED_NO_LONGER_THAN_ALLOWED,
  /** Nothing but a fault happens after a close. */
  CLOSED_IS_CLOSED,
  /** A no that was accepted is never followed by a grant. */
  NO_IS_FINAL,
  /** A no of somebody entitled is accepted while something is open. */
  NO_IS_NEVER_LOST,
  /** Open means one deadline, which an alarm enforces at its instant and not before. */
  ONE_DEADLINE,
  /** A repeated attempt gets its first verdict and makes no event. */
  REPEATED_IS_SILENT,
  /** Replaying the events gives the state, and every event is one version. */
  REPLAYS,
  /** An event tells of its own command: who, when, and about which request. */
  TELLS_ITS_CAUSE,
  /** Access is open exactly when a reader of the whole history would say so. */
  ACCESS_AS_THE_HISTORY_SAYS
}
