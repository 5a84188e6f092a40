package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Disposition.ACCESS_REVOKED;
import static dev.lockbox.audit.ocsf.Disposition.ALERT;
import static dev.lockbox.audit.ocsf.Disposition.ALLOWED;
import static dev.lockbox.audit.ocsf.Disposition.APPROVED;
import static dev.lockbox.audit.ocsf.Disposition.LOGGED;
import static dev.lockbox.audit.ocsf.Disposition.NO_ACTION;
import static dev.lockbox.audit.ocsf.Disposition.QUARANTINED;
import static dev.lockbox.audit.ocsf.Disposition.REJECTED;
import static dev.lockbox.audit.ocsf.Disposition.UNAUTHORIZED;
import static dev.lockbox.audit.ocsf.OcsfClass.API_ACTIVITY;
import static dev.lockbox.audit.ocsf.OcsfClass.AUTHORIZE_SESSION;
import static dev.lockbox.audit.ocsf.OcsfClass.Activity.other;
import static dev.lockbox.audit.ocsf.OcsfClass.DETECTION_FINDING;
import static dev.lockbox.audit.ocsf.OcsfClass.ENTITY_MANAGEMENT;
import static dev.lockbox.audit.ocsf.Severity.HIGH;
import static dev.lockbox.audit.ocsf.Severity.INFORMATIONAL;
import static dev.lockbox.audit.ocsf.Severity.LOW;
import static dev.lockbox.audit.ocsf.Severity.MEDIUM;

import dev.lockbox.audit.ocsf.OcsfClass.Activity;
import dev.lockbox.domain.operation.Operation;

/**
 * Where OCSF puts an operation, and how it went when nobody refused it.
 *
 * @param word the last part but one of its CloudEvents type
 */
record Classification(
    String word,
    OcsfClass ocsfClass,
    Activity activity,
    Disposition disposition,
    Severity severity) {

  static Classification of(Operation operation) {
    return switch (operation) {
      case CREATE -> managed("create", new Activity(1, "Create"), LOGGED, INFORMATIONAL);
      case EVALUATE -> noted("evaluate", "Evaluate");
      case REJECT -> managed("reject", other("Reject"), REJECTED, LOW);
      case GIVE_INTERNAL_APPROVAL -> noted("give-internal-approval", "Give Internal Approval");
      case APPROVE_INTERNALLY -> noted("approve-internally", "Approve Internally");
      case DENY_INTERNALLY ->
          managed("deny-internally", other("Deny Internally"), REJECTED, INFORMATIONAL);
      case EXPIRE_INTERNALLY ->
          managed("expire-internally", other("Expire Internally"), NO_ACTION, INFORMATIONAL);
      case APPROVE -> managed("approve", other("Approve"), APPROVED, INFORMATIONAL);
      case START_PRACTICE -> noted("start-practice", "Start Practice");
      case COMPLETE_PRACTICE -> noted("complete-practice", "Complete Practice");
      case REQUIRE_APPROVALS -> noted("require-approvals", "Require Approvals");
      case NARROW -> managed("narrow", new Activity(3, "Update"), LOGGED, INFORMATIONAL);
      case REQUIRE_CONDITIONS -> noted("require-conditions", "Require Conditions");
      case GRANT_BY_RULE -> managed("grant-by-rule", other("Grant By Rule"), ALLOWED, LOW);
      case DENY_BY_RULE -> managed("deny-by-rule", other("Deny By Rule"), REJECTED, INFORMATIONAL);
      case GIVE_APPROVAL -> noted("give-approval", "Give Approval");
      case GRANT_WITHOUT_CUSTOMER ->
          managed("grant-without-customer", other("Grant Without Customer"), ALLOWED, MEDIUM);
      case ASK -> noted("ask", "Ask");
      case ANSWER -> noted("answer", "Answer");
      case COUNTER_OFFER -> noted("counter-offer", "Counter-Offer");
      case ACCEPT_OFFER ->
          managed("accept-offer", new Activity(3, "Update"), LOGGED, INFORMATIONAL);
      case WITHDRAW_OFFER -> noted("withdraw-offer", "Withdraw Offer");
      case REPORT_EXCLUSION ->
          managed("report-exclusion", new Activity(1, "Create"), LOGGED, MEDIUM);
      case PROPOSE_BREAK_GLASS ->
          managed("propose-break-glass", other("Propose Break-Glass"), LOGGED, HIGH);
      case CONFIRM_BREAK_GLASS ->
          managed("confirm-break-glass", other("Confirm Break-Glass"), LOGGED, HIGH);
      case LAPSE_BREAK_GLASS -> managed("lapse-break-glass", other("Lapse"), NO_ACTION, LOW);
      case INVOKE_EXCLUSION -> finding("invoke-exclusion", HIGH);
      case ACKNOWLEDGE_EXCLUSION ->
          managed("acknowledge-exclusion", other("Acknowledge"), LOGGED, LOW);
      case OVERDUE_EXCLUSION -> finding("overdue-exclusion", HIGH);
      case DENY -> managed("deny", other("Deny"), REJECTED, INFORMATIONAL);
      case EXPIRE -> managed("expire", other("Expire"), NO_ACTION, INFORMATIONAL);
      case WITHDRAW -> managed("withdraw", other("Withdraw"), NO_ACTION, INFORMATIONAL);
      case CANCEL -> managed("cancel", other("Cancel"), NO_ACTION, INFORMATIONAL);
      case REVOKE -> managed("revoke", other("Revoke"), ACCESS_REVOKED, LOW);
      case END -> managed("end", other("End"), ACCESS_REVOKED, INFORMATIONAL);
      case FINISH -> managed("finish", other("Finish"), ACCESS_REVOKED, INFORMATIONAL);
      case SCHEDULE -> managed("schedule", other("Schedule"), ALLOWED, INFORMATIONAL);
      case START -> managed("start", other("Start"), ALLOWED, INFORMATIONAL);
      case REQUIRE_CLOSING -> noted("require-closing", "Require Closing");
      case ACKNOWLEDGE_CLOSING -> noted("acknowledge-closing", "Acknowledge Closing");
      case FAIL_TO_CLOSE -> finding("fail-to-close", HIGH);
      case FAULT -> finding("fault", HIGH);
      case REGISTER_TENANT -> managed("register-tenant", new Activity(1, "Create"), LOGGED, LOW);
      case REPLACE_APPROVERS ->
          managed("replace-approvers", new Activity(3, "Update"), LOGGED, LOW);
      case REPLACE_MEMBERS -> managed("replace-members", new Activity(3, "Update"), LOGGED, LOW);
      case CHANGE_PLAN -> managed("change-plan", new Activity(3, "Update"), LOGGED, LOW);
      case CHANGE_ISSUERS -> managed("change-issuers", new Activity(3, "Update"), LOGGED, LOW);
      case PROPOSE_SETTINGS -> managed("propose-settings", other("Propose Settings"), LOGGED, LOW);
      case CHANGE_SETTINGS -> managed("change-settings", new Activity(3, "Update"), LOGGED, LOW);
      case CONFIRM_SETTINGS -> managed("confirm-settings", new Activity(3, "Update"), LOGGED, LOW);
      case REGISTER_KEY -> managed("register-key", new Activity(1, "Create"), LOGGED, MEDIUM);
      case CONFIRM_KEY -> managed("confirm-key", new Activity(3, "Update"), LOGGED, MEDIUM);
      case WITHDRAW_KEY -> managed("withdraw-key", new Activity(4, "Delete"), LOGGED, LOW);
      case REQUIRE_REVIEW -> noted("require-review", "Require Review");
      case BEGIN_REVIEW -> noted("begin-review", "Begin Review");
      case REQUIRE_READING -> noted("require-reading", "Require Reading");
      case CONFIRM_READ -> noted("confirm-read", "Confirm Read");
      case LEAVE_UNREAD -> finding("leave-unread", MEDIUM);
      case SIGN -> noted("sign", "Sign");
      case FREEZE_GRANTS ->
          managed("freeze-grants", new Activity(3, "Update"), ACCESS_REVOKED, HIGH);
      case RELEASE_GRANTS -> managed("release-grants", new Activity(3, "Update"), LOGGED, LOW);
      case DEFINE_ROLE -> managed("define-role", new Activity(3, "Update"), LOGGED, LOW);
      case WITHDRAW_ROLE -> managed("withdraw-role", new Activity(4, "Delete"), LOGGED, LOW);
      case DESCRIBE_ENGINEER ->
          managed("describe-engineer", new Activity(3, "Update"), LOGGED, LOW);
      case REQUEST_MEMBERSHIP -> noted("request-membership", "Request Membership");
      case APPROVE_MEMBERSHIP ->
          managed("approve-membership", other("Approve Membership"), APPROVED, LOW);
      case DENY_MEMBERSHIP ->
          managed("deny-membership", other("Deny Membership"), REJECTED, INFORMATIONAL);
      case END_MEMBERSHIP ->
          managed("end-membership", other("End Membership"), ACCESS_REVOKED, LOW);
      case EXPIRE_MEMBERSHIP_REQUEST ->
          managed(
              "expire-membership-request",
              other("Expire Membership Request"),
              NO_ACTION,
              INFORMATIONAL);
      case EXPIRE_MEMBERSHIP ->
          managed("expire-membership", other("Expire Membership"), ACCESS_REVOKED, INFORMATIONAL);
      case REQUEST_SESSION -> noted("request-session", "Request Session");
      case START_SESSION ->
          new Classification(
              "start-session",
              AUTHORIZE_SESSION,
              new Activity(1, "Assign Privileges"),
              ALLOWED,
              INFORMATIONAL);
      case NOTE_ACTIVITY -> noted("note-session-activity", "Note Activity");
      case END_SESSION ->
          managed("end-session", other("End Session"), ACCESS_REVOKED, INFORMATIONAL);
      case REPORT_ACTION -> noted("report-action", "Report Action");
      case REQUEST_ACTION -> noted("request-action", "Request Action");
      case AUTHORISE_ACTION ->
          new Classification(
              "authorise-action", API_ACTIVITY, other("Authorise"), ALLOWED, INFORMATIONAL);
      case PERFORM_ACTION ->
          new Classification(
              "perform-action", API_ACTIVITY, other("Perform"), ALLOWED, INFORMATIONAL);
      case PERFORM_UNGRANTED_ACTION ->
          new Classification(
              "perform-ungranted-action", API_ACTIVITY, other("Perform"), LOGGED, HIGH);
      case DENY_ACTION ->
          new Classification("deny-action", API_ACTIVITY, other("Deny"), UNAUTHORIZED, MEDIUM);
      case CHANGE_DEVICE_POSTURE ->
          managed("change-device-posture", other("Change Device Posture"), LOGGED, LOW);
      case SUMMARISE_USE -> noted("summarise-use", "Summarise Use");
      case REPORT_MISSING_ACCESS ->
          managed("report-missing-access", other("Report Missing Access"), LOGGED, LOW);
      case REPORT_UNGRANTED_ACCESS ->
          managed("report-ungranted-access", other("Report Ungranted Access"), LOGGED, HIGH);
      case PROVISION_ACCESS -> noted("provision", "Provision");
      case FAIL_TO_PROVISION -> finding("fail-to-provision", MEDIUM);
      case DETECT_UNGRANTED_ACCESS -> finding("detect-ungranted-access", HIGH);
      case QUARANTINE ->
          new Classification(
              "quarantine", DETECTION_FINDING, new Activity(1, "Create"), QUARANTINED, MEDIUM);
    };
  }

  /** What is noted, and neither gives nor takes anything. */
  private static Classification noted(String word, String caption) {
    return managed(word, other(caption), LOGGED, INFORMATIONAL);
  }

  private static Classification managed(
      String word, Activity activity, Disposition disposition, Severity severity) {
    return new Classification(word, ENTITY_MANAGEMENT, activity, disposition, severity);
  }

  private static Classification finding(String word, Severity severity) {
    return new Classification(word, DETECTION_FINDING, new Activity(1, "Create"), ALERT, severity);
  }

  /** Class, activity and type. */
  Fields fields() {
    return ocsfClass.fields(activity);
  }
}
