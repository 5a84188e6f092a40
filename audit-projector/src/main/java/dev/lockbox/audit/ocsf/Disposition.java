package dev.lockbox.audit.ocsf;

/** What the control did (OCSF's action) and what came of it (its disposition), always as a pair. */
enum Disposition {
  ALLOWED(1, "Allowed", 1, "Allowed"),
  APPROVED(1, "Allowed", 8, "Approved"),
  BLOCKED(2, "Denied", 2, "Blocked"),
  QUARANTINED(2, "Denied", 3, "Quarantined"),
  NO_ACTION(2, "Denied", 16, "No Action"),
  ALERT(2, "Denied", 19, "Alert"),
  REJECTED(2, "Denied", 25, "Rejected"),
  UNAUTHORIZED(2, "Denied", 26, "Unauthorized"),
  LOGGED(3, "Observed", 17, "Logged"),
  ACCESS_REVOKED(4, "Modified", 24, "Access Revoked");

  private final int actionId;
  private final String action;
  private final int id;
  private final String caption;

  Disposition(int actionId, String action, int id, String caption) {
    this.actionId = actionId;
    this.action = action;
    this.id = id;
    this.caption = caption;
  }

  Fields fields() {
    return new Fields()
        .number("action_id", actionId)
        .text("action", action)
        .number("disposition_id", id)
        .text("disposition", caption);
  }
}
