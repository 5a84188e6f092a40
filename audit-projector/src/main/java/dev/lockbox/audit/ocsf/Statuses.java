package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.decision.Refusal;

/** How it went, and what a refusal means to whoever watches. */
final class Statuses {
  private Statuses() {}

  static Fields success() {
    return status(1, "Success");
  }

  /** A finding's status is where somebody is with it, not whether it went well. */
  static Fields newFinding() {
    return status(1, "New");
  }

  static Fields failure(Refusal refusal, String detail) {
    return status(2, "Failure").text("status_code", refusal.name()).text("status_detail", detail);
  }

  private static Fields status(int id, String caption) {
    return new Fields().number("status_id", id).text("status", caption);
  }

  static Disposition dispositionOf(Refusal refusal) {
    return entitled(refusal) ? Disposition.BLOCKED : Disposition.UNAUTHORIZED;
  }

  /** Somebody who reaches for what is not theirs matters more than somebody who is late. */
  static Severity severityOf(Refusal refusal) {
    return entitled(refusal) ? Severity.LOW : Severity.MEDIUM;
  }

  /** Whether it was refused for another reason than who asked. */
  private static boolean entitled(Refusal refusal) {
    return switch (refusal) {
      case OWN_REQUEST,
          NOT_AN_APPROVER,
          NOT_THE_ENGINEER,
          NOT_AN_ADMIN,
          SECOND_PERSON_NEEDED,
          NOT_THE_PROVIDER,
          NOT_THE_MANAGER,
          OWN_MEMBERSHIP,
          NOT_OF_THE_CUSTOMER,
          OTHERS_GRANT,
          TARGET_NOT_ALLOWED,
          SIGNATURE_REQUIRED,
          SIGNATURE_INVALID,
          KEY_UNKNOWN ->
          false;
      case TOO_LATE,
          NO_SUCH_REQUEST,
          ALREADY_OPENED,
          CLOSED_BEFORE_OPENED,
          ALREADY_DECIDED,
          STALE_VERSION,
          NOTHING_TO_CHANGE,
          DECISION_ID_REUSED,
          ACCESS_TOO_LONG,
          ACCESS_NOT_POSITIVE,
          UNSUPPORTED_RESOURCE_TYPE,
          UNSUPPORTED_DEPLOYMENT_MODEL,
          UNSUPPORTED_ACTION,
          ACTION_NOT_ALLOWED_HERE,
          NOT_GRANTABLE,
          UNKNOWN_TENANT,
          TENANT_EXISTS,
          NO_APPROVERS,
          REQUEST_FAULTED,
          WIDER_THAN_ASKED,
          ALREADY_APPROVED,
          TICKET_REQUIRED,
          REASON_CODE_REQUIRED,
          SCOPE_TOO_WIDE,
          NO_SUCH_PROPOSAL,
          PLAN_NOT_ELIGIBLE,
          CONTRADICTING_RULES,
          EDITOR_MUST_WAIT,
          CLOCK_SUSPECT,
          GRANTS_FROZEN,
          NOT_FROZEN,
          NO_SUCH_QUESTION,
          NO_SUCH_OFFER,
          OFFERS_NO_LESS,
          SAID_ENOUGH,
          NO_SUCH_ROLE,
          ROLE_WITHDRAWN,
          ROLE_PREREQUISITE,
          NO_SUCH_ENGINEER,
          NO_SUCH_MEMBERSHIP,
          ALREADY_ASKED,
          MEMBERSHIP_TOO_LONG,
          TOO_MANY_MEMBERSHIPS,
          INTERNAL_APPROVAL_FIRST,
          NO_SUCH_EXCLUSION,
          EXCLUSION_EXISTS,
          NOTHING_TO_CONFIRM,
          ALREADY_ACKNOWLEDGED,
          CLOSING_NOT_AWAITED,
          NOT_GRANTED,
          SESSION_EXISTS,
          NO_SUCH_SESSION,
          SESSION_LIMIT,
          GATEWAY_NEEDED,
          CHANNEL_NOT_ALLOWED,
          SOURCE_NOT_ALLOWED,
          MFA_REQUIRED,
          CREDENTIAL_NOT_ALLOWED,
          DEVICE_NOT_ALLOWED,
          CRYPTO_NOT_ALLOWED,
          COUNTRY_NOT_ALLOWED,
          OBLIGATION_NOT_KEPT,
          DENIED_BY_RULES,
          OUTSIDE_HOURS,
          NO_WAY_IN_LEFT,
          STARTS_TOO_LATE,
          TOO_MANY_OPEN,
          TOO_MUCH_PRACTICE,
          NAME_OF_PRACTICE,
          COOLING_DOWN,
          KEY_EXISTS,
          TOO_MANY_KEYS,
          REVIEW_FIRST,
          REVIEW_TOO_SHORT,
          ALREADY_REVIEWING,
          NOTHING_TO_READ,
          ALREADY_READ ->
          true;
      case NOT_DUE ->
          throw new IllegalArgumentException("only an alarm is refused with " + refusal);
    };
  }
}
