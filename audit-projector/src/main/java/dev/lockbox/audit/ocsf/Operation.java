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

/**
 * What a record can tell of: its public name ({@code metadata.event_code}, by which operators
 * filter), the last part but one of its CloudEvents type, and where OCSF puts it.
 */
enum Operation {
  CREATE(
      "CreateLockboxRequest",
      "create",
      ENTITY_MANAGEMENT,
      new Activity(1, "Create"),
      LOGGED,
      INFORMATIONAL),
  EVALUATE(
      "EvaluateLockboxRequest",
      "evaluate",
      ENTITY_MANAGEMENT,
      other("Evaluate"),
      LOGGED,
      INFORMATIONAL),
  REJECT("RejectLockboxRequest", "reject", ENTITY_MANAGEMENT, other("Reject"), REJECTED, LOW),
  GIVE_INTERNAL_APPROVAL(
      "GiveInternalApproval",
      "give-internal-approval",
      ENTITY_MANAGEMENT,
      other("Give Internal Approval"),
      LOGGED,
      INFORMATIONAL),
  APPROVE_INTERNALLY(
      "GrantInternalApproval",
      "approve-internally",
      ENTITY_MANAGEMENT,
      other("Approve Internally"),
      LOGGED,
      INFORMATIONAL),
  DENY_INTERNALLY(
      "DenyInternalApproval",
      "deny-internally",
      ENTITY_MANAGEMENT,
      other("Deny Internally"),
      REJECTED,
      INFORMATIONAL),
  EXPIRE_INTERNALLY(
      "InternalApprovalExpiry",
      "expire-internally",
      ENTITY_MANAGEMENT,
      other("Expire Internally"),
      NO_ACTION,
      INFORMATIONAL),
  APPROVE(
      "ApproveLockboxRequest",
      "approve",
      ENTITY_MANAGEMENT,
      other("Approve"),
      APPROVED,
      INFORMATIONAL),
  START_PRACTICE(
      "StartPracticeRequest",
      "start-practice",
      ENTITY_MANAGEMENT,
      other("Start Practice"),
      LOGGED,
      INFORMATIONAL),
  COMPLETE_PRACTICE(
      "CompletePracticeRequest",
      "complete-practice",
      ENTITY_MANAGEMENT,
      other("Complete Practice"),
      LOGGED,
      INFORMATIONAL),
  REQUIRE_APPROVALS(
      "RequireLockboxApprovals",
      "require-approvals",
      ENTITY_MANAGEMENT,
      other("Require Approvals"),
      LOGGED,
      INFORMATIONAL),
  NARROW(
      "NarrowLockboxRequest",
      "narrow",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      INFORMATIONAL),
  REQUIRE_CONDITIONS(
      "RequireLockboxConditions",
      "require-conditions",
      ENTITY_MANAGEMENT,
      other("Require Conditions"),
      LOGGED,
      INFORMATIONAL),
  GRANT_BY_RULE(
      "GrantLockboxRequestByRule",
      "grant-by-rule",
      ENTITY_MANAGEMENT,
      other("Grant By Rule"),
      ALLOWED,
      LOW),
  DENY_BY_RULE(
      "DenyLockboxRequestByRule",
      "deny-by-rule",
      ENTITY_MANAGEMENT,
      other("Deny By Rule"),
      REJECTED,
      INFORMATIONAL),
  GIVE_APPROVAL(
      "GiveLockboxApproval",
      "give-approval",
      ENTITY_MANAGEMENT,
      other("Give Approval"),
      LOGGED,
      INFORMATIONAL),
  GRANT_WITHOUT_CUSTOMER(
      "GrantWithoutLockbox",
      "grant-without-customer",
      ENTITY_MANAGEMENT,
      other("Grant Without Customer"),
      ALLOWED,
      MEDIUM),
  ASK("AskLockboxQuestion", "ask", ENTITY_MANAGEMENT, other("Ask"), LOGGED, INFORMATIONAL),
  ANSWER(
      "AnswerLockboxQuestion", "answer", ENTITY_MANAGEMENT, other("Answer"), LOGGED, INFORMATIONAL),
  COUNTER_OFFER(
      "CounterOfferLockboxRequest",
      "counter-offer",
      ENTITY_MANAGEMENT,
      other("Counter-Offer"),
      LOGGED,
      INFORMATIONAL),
  ACCEPT_OFFER(
      "AcceptLockboxOffer",
      "accept-offer",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      INFORMATIONAL),
  WITHDRAW_OFFER(
      "WithdrawLockboxOffer",
      "withdraw-offer",
      ENTITY_MANAGEMENT,
      other("Withdraw Offer"),
      LOGGED,
      INFORMATIONAL),
  REPORT_EXCLUSION(
      "ReportLockboxExclusion",
      "report-exclusion",
      ENTITY_MANAGEMENT,
      new Activity(1, "Create"),
      LOGGED,
      MEDIUM),
  PROPOSE_BREAK_GLASS(
      "ProposeBreakGlass",
      "propose-break-glass",
      ENTITY_MANAGEMENT,
      other("Propose Break-Glass"),
      LOGGED,
      HIGH),
  CONFIRM_BREAK_GLASS(
      "ConfirmBreakGlass",
      "confirm-break-glass",
      ENTITY_MANAGEMENT,
      other("Confirm Break-Glass"),
      LOGGED,
      HIGH),
  LAPSE_BREAK_GLASS(
      "BreakGlassLapse", "lapse-break-glass", ENTITY_MANAGEMENT, other("Lapse"), NO_ACTION, LOW),
  INVOKE_EXCLUSION(
      "InvokeLockboxExclusion",
      "invoke-exclusion",
      DETECTION_FINDING,
      new Activity(1, "Create"),
      ALERT,
      HIGH),
  ACKNOWLEDGE_EXCLUSION(
      "AcknowledgeLockboxExclusion",
      "acknowledge-exclusion",
      ENTITY_MANAGEMENT,
      other("Acknowledge"),
      LOGGED,
      LOW),
  OVERDUE_EXCLUSION(
      "LockboxExclusionOverdue",
      "overdue-exclusion",
      DETECTION_FINDING,
      new Activity(1, "Create"),
      ALERT,
      HIGH),
  DENY("DenyLockboxRequest", "deny", ENTITY_MANAGEMENT, other("Deny"), REJECTED, INFORMATIONAL),
  EXPIRE(
      "LockboxRequestExpiry",
      "expire",
      ENTITY_MANAGEMENT,
      other("Expire"),
      NO_ACTION,
      INFORMATIONAL),
  WITHDRAW(
      "WithdrawLockboxRequest",
      "withdraw",
      ENTITY_MANAGEMENT,
      other("Withdraw"),
      NO_ACTION,
      INFORMATIONAL),
  CANCEL(
      "CancelLockboxRequest",
      "cancel",
      ENTITY_MANAGEMENT,
      other("Cancel"),
      NO_ACTION,
      INFORMATIONAL),
  REVOKE("RevokeLockboxAccess", "revoke", ENTITY_MANAGEMENT, other("Revoke"), ACCESS_REVOKED, LOW),
  END("LockboxAccessEnd", "end", ENTITY_MANAGEMENT, other("End"), ACCESS_REVOKED, INFORMATIONAL),
  FINISH(
      "FinishLockboxAccess",
      "finish",
      ENTITY_MANAGEMENT,
      other("Finish"),
      ACCESS_REVOKED,
      INFORMATIONAL),
  SCHEDULE(
      "ScheduleLockboxAccess",
      "schedule",
      ENTITY_MANAGEMENT,
      other("Schedule"),
      ALLOWED,
      INFORMATIONAL),
  START("StartLockboxAccess", "start", ENTITY_MANAGEMENT, other("Start"), ALLOWED, INFORMATIONAL),
  REQUIRE_CLOSING(
      "RequireLockboxClosing",
      "require-closing",
      ENTITY_MANAGEMENT,
      other("Require Closing"),
      LOGGED,
      INFORMATIONAL),
  ACKNOWLEDGE_CLOSING(
      "AcknowledgeLockboxClosing",
      "acknowledge-closing",
      ENTITY_MANAGEMENT,
      other("Acknowledge Closing"),
      LOGGED,
      INFORMATIONAL),
  FAIL_TO_CLOSE(
      "FailLockboxClosing",
      "fail-to-close",
      DETECTION_FINDING,
      new Activity(1, "Create"),
      ALERT,
      HIGH),
  FAULT("LockboxRequestFault", "fault", DETECTION_FINDING, new Activity(1, "Create"), ALERT, HIGH),
  REGISTER_TENANT(
      "RegisterLockboxTenant",
      "register-tenant",
      ENTITY_MANAGEMENT,
      new Activity(1, "Create"),
      LOGGED,
      LOW),
  REPLACE_APPROVERS(
      "ReplaceLockboxApprovers",
      "replace-approvers",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  REPLACE_MEMBERS(
      "ReplaceLockboxMembers",
      "replace-members",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  CHANGE_PLAN(
      "ChangeLockboxPlan",
      "change-plan",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  CHANGE_ISSUERS(
      "ChangeLockboxIssuers",
      "change-issuers",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  PROPOSE_SETTINGS(
      "ProposeLockboxSettings",
      "propose-settings",
      ENTITY_MANAGEMENT,
      other("Propose Settings"),
      LOGGED,
      LOW),
  CHANGE_SETTINGS(
      "ChangeLockboxSettings",
      "change-settings",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  CONFIRM_SETTINGS(
      "ConfirmLockboxSettings",
      "confirm-settings",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  REGISTER_KEY(
      "RegisterApproverKey",
      "register-key",
      ENTITY_MANAGEMENT,
      new Activity(1, "Create"),
      LOGGED,
      MEDIUM),
  CONFIRM_KEY(
      "ConfirmApproverKey",
      "confirm-key",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      MEDIUM),
  WITHDRAW_KEY(
      "WithdrawApproverKey",
      "withdraw-key",
      ENTITY_MANAGEMENT,
      new Activity(4, "Delete"),
      LOGGED,
      LOW),
  REQUIRE_REVIEW(
      "RequireLockboxReview",
      "require-review",
      ENTITY_MANAGEMENT,
      other("Require Review"),
      LOGGED,
      INFORMATIONAL),
  BEGIN_REVIEW(
      "BeginLockboxReview",
      "begin-review",
      ENTITY_MANAGEMENT,
      other("Begin Review"),
      LOGGED,
      INFORMATIONAL),
  REQUIRE_READING(
      "RequireLockboxReading",
      "require-reading",
      ENTITY_MANAGEMENT,
      other("Require Reading"),
      LOGGED,
      INFORMATIONAL),
  CONFIRM_READ(
      "ConfirmLockboxRead",
      "confirm-read",
      ENTITY_MANAGEMENT,
      other("Confirm Read"),
      LOGGED,
      INFORMATIONAL),
  LEAVE_UNREAD(
      "LockboxRecordUnread",
      "leave-unread",
      DETECTION_FINDING,
      new Activity(1, "Create"),
      ALERT,
      MEDIUM),
  SIGN("SignLockboxApproval", "sign", ENTITY_MANAGEMENT, other("Sign"), LOGGED, INFORMATIONAL),
  FREEZE_GRANTS(
      "FreezeLockboxGrants",
      "freeze-grants",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      ACCESS_REVOKED,
      HIGH),
  RELEASE_GRANTS(
      "ReleaseLockboxGrants",
      "release-grants",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  DEFINE_ROLE(
      "DefineLockboxRole",
      "define-role",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  WITHDRAW_ROLE(
      "WithdrawLockboxRole",
      "withdraw-role",
      ENTITY_MANAGEMENT,
      new Activity(4, "Delete"),
      LOGGED,
      LOW),
  DESCRIBE_ENGINEER(
      "DescribeLockboxEngineer",
      "describe-engineer",
      ENTITY_MANAGEMENT,
      new Activity(3, "Update"),
      LOGGED,
      LOW),
  REQUEST_MEMBERSHIP(
      "RequestLockboxMembership",
      "request-membership",
      ENTITY_MANAGEMENT,
      other("Request Membership"),
      LOGGED,
      INFORMATIONAL),
  APPROVE_MEMBERSHIP(
      "ApproveLockboxMembership",
      "approve-membership",
      ENTITY_MANAGEMENT,
      other("Approve Membership"),
      APPROVED,
      LOW),
  DENY_MEMBERSHIP(
      "DenyLockboxMembership",
      "deny-membership",
      ENTITY_MANAGEMENT,
      other("Deny Membership"),
      REJECTED,
      INFORMATIONAL),
  END_MEMBERSHIP(
      "EndLockboxMembership",
      "end-membership",
      ENTITY_MANAGEMENT,
      other("End Membership"),
      ACCESS_REVOKED,
      LOW),
  EXPIRE_MEMBERSHIP_REQUEST(
      "LockboxMembershipRequestExpiry",
      "expire-membership-request",
      ENTITY_MANAGEMENT,
      other("Expire Membership Request"),
      NO_ACTION,
      INFORMATIONAL),
  EXPIRE_MEMBERSHIP(
      "LockboxMembershipExpiry",
      "expire-membership",
      ENTITY_MANAGEMENT,
      other("Expire Membership"),
      ACCESS_REVOKED,
      INFORMATIONAL),
  REQUEST_SESSION(
      "RequestLockboxSession",
      "request-session",
      ENTITY_MANAGEMENT,
      other("Request Session"),
      LOGGED,
      INFORMATIONAL),
  START_SESSION(
      "StartLockboxSession",
      "start-session",
      AUTHORIZE_SESSION,
      new Activity(1, "Assign Privileges"),
      ALLOWED,
      INFORMATIONAL),
  NOTE_ACTIVITY(
      "NoteLockboxSessionActivity",
      "note-session-activity",
      ENTITY_MANAGEMENT,
      other("Note Activity"),
      LOGGED,
      INFORMATIONAL),
  END_SESSION(
      "EndLockboxSession",
      "end-session",
      ENTITY_MANAGEMENT,
      other("End Session"),
      ACCESS_REVOKED,
      INFORMATIONAL),
  REPORT_ACTION(
      "ReportLockboxAction",
      "report-action",
      ENTITY_MANAGEMENT,
      other("Report Action"),
      LOGGED,
      INFORMATIONAL),
  REQUEST_ACTION(
      "RequestLockboxAction",
      "request-action",
      ENTITY_MANAGEMENT,
      other("Request Action"),
      LOGGED,
      INFORMATIONAL),
  AUTHORISE_ACTION(
      "AuthoriseLockboxAction",
      "authorise-action",
      API_ACTIVITY,
      other("Authorise"),
      ALLOWED,
      INFORMATIONAL),
  PERFORM_ACTION(
      "PerformLockboxAction",
      "perform-action",
      API_ACTIVITY,
      other("Perform"),
      ALLOWED,
      INFORMATIONAL),
  PERFORM_UNGRANTED_ACTION(
      "PerformUngrantedAction",
      "perform-ungranted-action",
      API_ACTIVITY,
      other("Perform"),
      LOGGED,
      HIGH),
  DENY_ACTION(
      "DenyLockboxAction", "deny-action", API_ACTIVITY, other("Deny"), UNAUTHORIZED, MEDIUM),
  CHANGE_DEVICE_POSTURE(
      "ChangeLockboxDevicePosture",
      "change-device-posture",
      ENTITY_MANAGEMENT,
      other("Change Device Posture"),
      LOGGED,
      LOW),
  SUMMARISE_USE(
      "SummariseLockboxUse",
      "summarise-use",
      ENTITY_MANAGEMENT,
      other("Summarise Use"),
      LOGGED,
      INFORMATIONAL),
  REPORT_MISSING_ACCESS(
      "ReportMissingAccess",
      "report-missing-access",
      ENTITY_MANAGEMENT,
      other("Report Missing Access"),
      LOGGED,
      LOW),
  REPORT_UNGRANTED_ACCESS(
      "ReportUngrantedAccess",
      "report-ungranted-access",
      ENTITY_MANAGEMENT,
      other("Report Ungranted Access"),
      LOGGED,
      HIGH),
  PROVISION_ACCESS(
      "ProvisionLockboxAccess",
      "provision",
      ENTITY_MANAGEMENT,
      other("Provision"),
      LOGGED,
      INFORMATIONAL),
  FAIL_TO_PROVISION(
      "FailLockboxProvisioning",
      "fail-to-provision",
      DETECTION_FINDING,
      new Activity(1, "Create"),
      ALERT,
      MEDIUM),
  DETECT_UNGRANTED_ACCESS(
      "DetectUngrantedAccess",
      "detect-ungranted-access",
      DETECTION_FINDING,
      new Activity(1, "Create"),
      ALERT,
      HIGH),
  QUARANTINE(
      "QuarantineRecord",
      "quarantine",
      DETECTION_FINDING,
      new Activity(1, "Create"),
      QUARANTINED,
      MEDIUM);

  private final String code;
  private final String word;
  private final OcsfClass ocsfClass;
  private final Activity activity;
  private final Disposition disposition;
  private final Severity severity;

  Operation(
      String code,
      String word,
      OcsfClass ocsfClass,
      Activity activity,
      Disposition disposition,
      Severity severity) {
    this.code = code;
    this.word = word;
    this.ocsfClass = ocsfClass;
    this.activity = activity;
    this.disposition = disposition;
    this.severity = severity;
  }

  String code() {
    return code;
  }

  String word() {
    return word;
  }

  OcsfClass ocsfClass() {
    return ocsfClass;
  }

  Disposition disposition() {
    return disposition;
  }

  Severity severity() {
    return severity;
  }

  /** Class, activity and type. */
  Fields fields() {
    return ocsfClass.fields(activity);
  }

  /**
   * What a command asks for, whether or not it is granted.
   *
   * @throws IllegalArgumentException for a command that is newer than this record keeper, or that
   *     is never refused on the record
   */
  static Operation askedBy(String command) {
    return switch (command) {
      case "OpenRequest" -> CREATE;
      case "StartPractice" -> START_PRACTICE;
      case "Approve" -> APPROVE;
      case "ApproveInternally" -> APPROVE_INTERNALLY;
      case "DenyInternally" -> DENY_INTERNALLY;
      case "Deny" -> DENY;
      case "ReportExclusion" -> REPORT_EXCLUSION;
      case "ConfirmBreakGlass" -> CONFIRM_BREAK_GLASS;
      case "AcknowledgeExclusion" -> ACKNOWLEDGE_EXCLUSION;
      case "BeginReview" -> BEGIN_REVIEW;
      case "ConfirmRead" -> CONFIRM_READ;
      case "AskQuestion" -> ASK;
      case "AnswerQuestion" -> ANSWER;
      case "CounterOffer" -> COUNTER_OFFER;
      case "AcceptOffer" -> ACCEPT_OFFER;
      case "WithdrawOffer" -> WITHDRAW_OFFER;
      case "Withdraw" -> WITHDRAW;
      case "ResolveTicket" -> CANCEL;
      case "Revoke" -> REVOKE;
      case "RegisterTenant" -> REGISTER_TENANT;
      case "ReplaceApprovers" -> REPLACE_APPROVERS;
      case "ReplaceMembers" -> REPLACE_MEMBERS;
      case "ChangePlan" -> CHANGE_PLAN;
      case "ChangeIssuers" -> CHANGE_ISSUERS;
      case "ChangeSettings" -> CHANGE_SETTINGS;
      case "ConfirmSettings" -> CONFIRM_SETTINGS;
      case "RegisterApproverKey" -> REGISTER_KEY;
      case "ConfirmApproverKey" -> CONFIRM_KEY;
      case "WithdrawApproverKey" -> WITHDRAW_KEY;
      case "FinishAccess" -> FINISH;
      case "AcknowledgeClosing" -> ACKNOWLEDGE_CLOSING;
      case "FreezeGrants" -> FREEZE_GRANTS;
      case "ReleaseGrants" -> RELEASE_GRANTS;
      case "DefineRole" -> DEFINE_ROLE;
      case "WithdrawRole" -> WITHDRAW_ROLE;
      case "DescribeEngineer" -> DESCRIBE_ENGINEER;
      case "RequestMembership" -> REQUEST_MEMBERSHIP;
      case "ApproveMembership" -> APPROVE_MEMBERSHIP;
      case "DenyMembership" -> DENY_MEMBERSHIP;
      case "EndMembership" -> END_MEMBERSHIP;
      case "StartSession" -> REQUEST_SESSION;
      case "NoteActivity" -> NOTE_ACTIVITY;
      case "ReportAction" -> REPORT_ACTION;
      case "AuthoriseAction" -> REQUEST_ACTION;
      case "EndSession" -> END_SESSION;
      case "ReportDevice" -> CHANGE_DEVICE_POSTURE;
      case "ReportProvisioned" -> PROVISION_ACCESS;
      case "ReportNotProvisioned" -> REPORT_MISSING_ACCESS;
      case "ReportUngranted" -> REPORT_UNGRANTED_ACCESS;
      default -> throw new IllegalArgumentException("no operation is known for command " + command);
    };
  }
}
