package dev.lockbox.domain.rules;

/** What somebody of the customer may do, on the whole tenant or on a part of it. */
public enum CustomerRole {
  /** Everything that the others may. */
  OWNER,
  /** Decides on requests, and reads them. */
  APPROVER,
  /**
   * Changes the rules, but not who holds which role or what is behind the lockbox; reads requests.
   */
  SECURITY_ADMIN,
  /** Changes all of the rules, and who holds which role; reads requests. */
  TENANT_ADMIN,
  /** Reads requests and what no approval covers. */
  AUDITOR,
  /** Reads requests. */
  READER,
  /** Changes the rules, but not who holds which role or what is behind the lockbox. */
  POLICY_EDITOR;

  public boolean approves() {
    return this == OWNER || this == APPROVER;
  }

  public boolean assigns() {
    return this == OWNER || this == TENANT_ADMIN;
  }

  /** Puts things behind the lockbox and takes them out, and says how many people that takes. */
  public boolean enrols() {
    return this == OWNER || this == TENANT_ADMIN;
  }

  public boolean changesRules() {
    return assigns() || this == SECURITY_ADMIN || this == POLICY_EDITOR;
  }

  public boolean readsRequests() {
    return this != POLICY_EDITOR;
  }
}
