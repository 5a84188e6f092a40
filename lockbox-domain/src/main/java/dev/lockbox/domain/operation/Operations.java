package dev.lockbox.domain.operation;

import static dev.lockbox.domain.evaluation.Evaluation.Outcome.REJECTED;
import static dev.lockbox.domain.operation.Operation.ACCEPT_OFFER;
import static dev.lockbox.domain.operation.Operation.ACKNOWLEDGE_CLOSING;
import static dev.lockbox.domain.operation.Operation.ACKNOWLEDGE_EXCLUSION;
import static dev.lockbox.domain.operation.Operation.ANSWER;
import static dev.lockbox.domain.operation.Operation.APPROVE;
import static dev.lockbox.domain.operation.Operation.APPROVE_INTERNALLY;
import static dev.lockbox.domain.operation.Operation.APPROVE_MEMBERSHIP;
import static dev.lockbox.domain.operation.Operation.ASK;
import static dev.lockbox.domain.operation.Operation.AUTHORISE_ACTION;
import static dev.lockbox.domain.operation.Operation.BEGIN_REVIEW;
import static dev.lockbox.domain.operation.Operation.CANCEL;
import static dev.lockbox.domain.operation.Operation.CHANGE_DEVICE_POSTURE;
import static dev.lockbox.domain.operation.Operation.CHANGE_ISSUERS;
import static dev.lockbox.domain.operation.Operation.CHANGE_PLAN;
import static dev.lockbox.domain.operation.Operation.CHANGE_SETTINGS;
import static dev.lockbox.domain.operation.Operation.COMPLETE_PRACTICE;
import static dev.lockbox.domain.operation.Operation.CONFIRM_BREAK_GLASS;
import static dev.lockbox.domain.operation.Operation.CONFIRM_KEY;
import static dev.lockbox.domain.operation.Operation.CONFIRM_READ;
import static dev.lockbox.domain.operation.Operation.CONFIRM_SETTINGS;
import static dev.lockbox.domain.operation.Operation.COUNTER_OFFER;
import static dev.lockbox.domain.operation.Operation.CREATE;
import static dev.lockbox.domain.operation.Operation.DEFINE_ROLE;
import static dev.lockbox.domain.operation.Operation.DENY;
import static dev.lockbox.domain.operation.Operation.DENY_ACTION;
import static dev.lockbox.domain.operation.Operation.DENY_BY_RULE;
import static dev.lockbox.domain.operation.Operation.DENY_INTERNALLY;
import static dev.lockbox.domain.operation.Operation.DENY_MEMBERSHIP;
import static dev.lockbox.domain.operation.Operation.DESCRIBE_ENGINEER;
import static dev.lockbox.domain.operation.Operation.DETECT_UNGRANTED_ACCESS;
import static dev.lockbox.domain.operation.Operation.END;
import static dev.lockbox.domain.operation.Operation.END_MEMBERSHIP;
import static dev.lockbox.domain.operation.Operation.END_SESSION;
import static dev.lockbox.domain.operation.Operation.EVALUATE;
import static dev.lockbox.domain.operation.Operation.EXPIRE;
import static dev.lockbox.domain.operation.Operation.EXPIRE_INTERNALLY;
import static dev.lockbox.domain.operation.Operation.EXPIRE_MEMBERSHIP;
import static dev.lockbox.domain.operation.Operation.EXPIRE_MEMBERSHIP_REQUEST;
import static dev.lockbox.domain.operation.Operation.FAIL_TO_CLOSE;
import static dev.lockbox.domain.operation.Operation.FAIL_TO_PROVISION;
import static dev.lockbox.domain.operation.Operation.FAULT;
import static dev.lockbox.domain.operation.Operation.FINISH;
import static dev.lockbox.domain.operation.Operation.FREEZE_GRANTS;
import static dev.lockbox.domain.operation.Operation.GIVE_APPROVAL;
import static dev.lockbox.domain.operation.Operation.GIVE_INTERNAL_APPROVAL;
import static dev.lockbox.domain.operation.Operation.GRANT_BY_RULE;
import static dev.lockbox.domain.operation.Operation.GRANT_WITHOUT_CUSTOMER;
import static dev.lockbox.domain.operation.Operation.INVOKE_EXCLUSION;
import static dev.lockbox.domain.operation.Operation.LAPSE_BREAK_GLASS;
import static dev.lockbox.domain.operation.Operation.LEAVE_UNREAD;
import static dev.lockbox.domain.operation.Operation.NARROW;
import static dev.lockbox.domain.operation.Operation.NOTE_ACTIVITY;
import static dev.lockbox.domain.operation.Operation.OVERDUE_EXCLUSION;
import static dev.lockbox.domain.operation.Operation.PERFORM_ACTION;
import static dev.lockbox.domain.operation.Operation.PERFORM_UNGRANTED_ACTION;
import static dev.lockbox.domain.operation.Operation.PROPOSE_BREAK_GLASS;
import static dev.lockbox.domain.operation.Operation.PROPOSE_SETTINGS;
import static dev.lockbox.domain.operation.Operation.PROVISION_ACCESS;
import static dev.lockbox.domain.operation.Operation.REGISTER_KEY;
import static dev.lockbox.domain.operation.Operation.REGISTER_TENANT;
import static dev.lockbox.domain.operation.Operation.REJECT;
import static dev.lockbox.domain.operation.Operation.RELEASE_GRANTS;
import static dev.lockbox.domain.operation.Operation.REPLACE_APPROVERS;
import static dev.lockbox.domain.operation.Operation.REPLACE_MEMBERS;
import static dev.lockbox.domain.operation.Operation.REPORT_ACTION;
import static dev.lockbox.domain.operation.Operation.REPORT_EXCLUSION;
import static dev.lockbox.domain.operation.Operation.REPORT_MISSING_ACCESS;
import static dev.lockbox.domain.operation.Operation.REPORT_UNGRANTED_ACCESS;
import static dev.lockbox.domain.operation.Operation.REQUEST_ACTION;
import static dev.lockbox.domain.operation.Operation.REQUEST_MEMBERSHIP;
import static dev.lockbox.domain.operation.Operation.REQUEST_SESSION;
import static dev.lockbox.domain.operation.Operation.REQUIRE_APPROVALS;
import static dev.lockbox.domain.operation.Operation.REQUIRE_CLOSING;
import static dev.lockbox.domain.operation.Operation.REQUIRE_CONDITIONS;
import static dev.lockbox.domain.operation.Operation.REQUIRE_READING;
import static dev.lockbox.domain.operation.Operation.REQUIRE_REVIEW;
import static dev.lockbox.domain.operation.Operation.REVOKE;
import static dev.lockbox.domain.operation.Operation.SCHEDULE;
import static dev.lockbox.domain.operation.Operation.SIGN;
import static dev.lockbox.domain.operation.Operation.START;
import static dev.lockbox.domain.operation.Operation.START_PRACTICE;
import static dev.lockbox.domain.operation.Operation.START_SESSION;
import static dev.lockbox.domain.operation.Operation.SUMMARISE_USE;
import static dev.lockbox.domain.operation.Operation.WITHDRAW;
import static dev.lockbox.domain.operation.Operation.WITHDRAW_KEY;
import static dev.lockbox.domain.operation.Operation.WITHDRAW_OFFER;
import static dev.lockbox.domain.operation.Operation.WITHDRAW_ROLE;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.OfferAccepted;
import dev.lockbox.domain.DialogueEvent.OfferWithdrawn;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.ExclusionEvent.AcknowledgementOverdue;
import dev.lockbox.domain.ExclusionEvent.BreakGlassLapsed;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionAcknowledged;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.RolesEvent.RoleWithdrawn;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.TargetEvent;
import dev.lockbox.domain.TargetEvent.AccessNotProvisioned;
import dev.lockbox.domain.TargetEvent.AccessProvisioned;
import dev.lockbox.domain.TargetEvent.UngrantedAccessDetected;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import java.util.Optional;

/**
 * Which operation each event tells of. It derives from the event alone, so it is the same for ever.
 */
public final class Operations {
  private Operations() {}

  /**
   * What was done, or what somebody tried where it was refused: one event's kind may tell of
   * several, by what it says. Empty for the refusal of a command that is newer than this version,
   * or that is never refused on the record.
   */
  public static Optional<Operation> of(Event event) {
    return switch (event) {
      case CommandRefused refused -> askedBy(refused.command());
      case RequestEvent happened -> Optional.of(of(happened));
      case TenantEvent changed -> Optional.of(of(changed));
      case GrantsEvent grants -> Optional.of(of(grants));
      case RolesEvent roles -> Optional.of(of(roles));
      case ExclusionEvent exclusion -> Optional.of(of(exclusion));
      case SessionEvent session -> Optional.of(of(session));
    };
  }

  /**
   * What a command asks for, whether or not it is granted.
   *
   * @param command its name
   */
  static Optional<Operation> askedBy(String command) {
    return switch (command) {
      case "OpenRequest" -> Optional.of(CREATE);
      case "StartPractice" -> Optional.of(START_PRACTICE);
      case "Approve" -> Optional.of(APPROVE);
      case "ApproveInternally" -> Optional.of(APPROVE_INTERNALLY);
      case "DenyInternally" -> Optional.of(DENY_INTERNALLY);
      case "Deny" -> Optional.of(DENY);
      case "ReportExclusion" -> Optional.of(REPORT_EXCLUSION);
      case "ConfirmBreakGlass" -> Optional.of(CONFIRM_BREAK_GLASS);
      case "AcknowledgeExclusion" -> Optional.of(ACKNOWLEDGE_EXCLUSION);
      case "BeginReview" -> Optional.of(BEGIN_REVIEW);
      case "ConfirmRead" -> Optional.of(CONFIRM_READ);
      case "AskQuestion" -> Optional.of(ASK);
      case "AnswerQuestion" -> Optional.of(ANSWER);
      case "CounterOffer" -> Optional.of(COUNTER_OFFER);
      case "AcceptOffer" -> Optional.of(ACCEPT_OFFER);
      case "WithdrawOffer" -> Optional.of(WITHDRAW_OFFER);
      case "Withdraw" -> Optional.of(WITHDRAW);
      case "ResolveTicket" -> Optional.of(CANCEL);
      case "Revoke" -> Optional.of(REVOKE);
      case "RegisterTenant" -> Optional.of(REGISTER_TENANT);
      case "ReplaceApprovers" -> Optional.of(REPLACE_APPROVERS);
      case "ReplaceMembers" -> Optional.of(REPLACE_MEMBERS);
      case "ChangePlan" -> Optional.of(CHANGE_PLAN);
      case "ChangeIssuers" -> Optional.of(CHANGE_ISSUERS);
      case "ChangeSettings" -> Optional.of(CHANGE_SETTINGS);
      case "ConfirmSettings" -> Optional.of(CONFIRM_SETTINGS);
      case "RegisterApproverKey" -> Optional.of(REGISTER_KEY);
      case "ConfirmApproverKey" -> Optional.of(CONFIRM_KEY);
      case "WithdrawApproverKey" -> Optional.of(WITHDRAW_KEY);
      case "FinishAccess" -> Optional.of(FINISH);
      case "AcknowledgeClosing" -> Optional.of(ACKNOWLEDGE_CLOSING);
      case "FreezeGrants" -> Optional.of(FREEZE_GRANTS);
      case "ReleaseGrants" -> Optional.of(RELEASE_GRANTS);
      case "DefineRole" -> Optional.of(DEFINE_ROLE);
      case "WithdrawRole" -> Optional.of(WITHDRAW_ROLE);
      case "DescribeEngineer" -> Optional.of(DESCRIBE_ENGINEER);
      case "RequestMembership" -> Optional.of(REQUEST_MEMBERSHIP);
      case "ApproveMembership" -> Optional.of(APPROVE_MEMBERSHIP);
      case "DenyMembership" -> Optional.of(DENY_MEMBERSHIP);
      case "EndMembership" -> Optional.of(END_MEMBERSHIP);
      case "StartSession" -> Optional.of(REQUEST_SESSION);
      case "NoteActivity" -> Optional.of(NOTE_ACTIVITY);
      case "ReportAction" -> Optional.of(REPORT_ACTION);
      case "AuthoriseAction" -> Optional.of(REQUEST_ACTION);
      case "EndSession" -> Optional.of(END_SESSION);
      case "ReportDevice" -> Optional.of(CHANGE_DEVICE_POSTURE);
      case "ReportProvisioned" -> Optional.of(PROVISION_ACCESS);
      case "ReportNotProvisioned" -> Optional.of(REPORT_MISSING_ACCESS);
      case "ReportUngranted" -> Optional.of(REPORT_UNGRANTED_ACCESS);
      default -> Optional.empty();
    };
  }

  private static Operation of(RequestEvent event) {
    return switch (event) {
      case RequestOpened opened -> opened.isPractice() ? START_PRACTICE : CREATE;
      case ApprovalsRequired required -> REQUIRE_APPROVALS;
      case RequestNarrowed narrowed -> NARROW;
      case ApprovalGiven given -> GIVE_APPROVAL;
      case GrantedWithoutCustomer granted -> GRANT_WITHOUT_CUSTOMER;
      case RequestApproved approved -> APPROVE;
      case PracticeCompleted done -> COMPLETE_PRACTICE;
      case RequestDenied denied -> DENY;
      case RequestExpired expired -> EXPIRE;
      case RequestWithdrawn withdrawn -> WITHDRAW;
      case RequestCancelled cancelled -> CANCEL;
      case RequestRevoked revoked -> REVOKE;
      case AccessEnded ended -> END;
      case RequestFaulted faulted -> FAULT;
      case EvaluationEvent evaluated -> of(evaluated);
      case RulesEvent ruled -> of(ruled);
      case AccessEvent access -> of(access);
      case DialogueEvent said -> of(said);
      case ReadingEvent read -> of(read);
      case ReviewEvent reviewed -> of(reviewed);
      case SigningEvent signed -> of(signed);
    };
  }

  private static Operation of(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated ->
          evaluated.evaluation().outcome() == REJECTED ? REJECT : EVALUATE;
      case InternalApprovalGiven given -> GIVE_INTERNAL_APPROVAL;
      case InternalApprovalGranted granted -> APPROVE_INTERNALLY;
      case InternalApprovalDenied denied -> DENY_INTERNALLY;
      case InternalApprovalExpired expired -> EXPIRE_INTERNALLY;
    };
  }

  private static Operation of(RulesEvent event) {
    return switch (event) {
      case ConditionsRequired required -> REQUIRE_CONDITIONS;
      case GrantedByRule granted -> GRANT_BY_RULE;
      case DeniedByRule denied -> DENY_BY_RULE;
    };
  }

  private static Operation of(AccessEvent event) {
    return switch (event) {
      case AccessScheduled scheduled -> SCHEDULE;
      case AccessStarted started -> START;
      case AccessFinished finished -> FINISH;
      case ClosingRequired required -> REQUIRE_CLOSING;
      case ClosingAcknowledged acknowledged -> ACKNOWLEDGE_CLOSING;
      case ClosingFailed failed -> FAIL_TO_CLOSE;
    };
  }

  private static Operation of(DialogueEvent event) {
    return switch (event) {
      case QuestionAsked asked -> ASK;
      case QuestionAnswered answered -> ANSWER;
      case CounterOffered offered -> COUNTER_OFFER;
      case OfferAccepted accepted -> ACCEPT_OFFER;
      case OfferWithdrawn withdrawn -> WITHDRAW_OFFER;
    };
  }

  private static Operation of(ReadingEvent event) {
    return switch (event) {
      case ReadingRequired required -> REQUIRE_READING;
      case RecordRead read -> CONFIRM_READ;
      case RecordUnread unread -> LEAVE_UNREAD;
    };
  }

  private static Operation of(ReviewEvent event) {
    return switch (event) {
      case ReviewRequired required -> REQUIRE_REVIEW;
      case ReviewBegun begun -> BEGIN_REVIEW;
    };
  }

  private static Operation of(SigningEvent event) {
    return switch (event) {
      case DecisionSigned signed -> SIGN;
    };
  }

  private static Operation of(TenantEvent event) {
    return switch (event) {
      case TenantRegistered registered -> REGISTER_TENANT;
      case ApproversReplaced replaced -> REPLACE_APPROVERS;
      case MembersReplaced replaced -> REPLACE_MEMBERS;
      case PlanChanged changed -> CHANGE_PLAN;
      case IssuersChanged changed -> CHANGE_ISSUERS;
      case SettingsProposed proposed -> PROPOSE_SETTINGS;
      case SettingsChanged changed ->
          changed.proposedBy().isPresent() ? CONFIRM_SETTINGS : CHANGE_SETTINGS;
      case ApproverKeyEvent keys -> of(keys);
    };
  }

  private static Operation of(ApproverKeyEvent event) {
    return switch (event) {
      case ApproverKeyRegistered registered -> REGISTER_KEY;
      case ApproverKeyConfirmed confirmed -> CONFIRM_KEY;
      case ApproverKeyWithdrawn withdrawn -> WITHDRAW_KEY;
    };
  }

  private static Operation of(GrantsEvent event) {
    return switch (event) {
      case GrantsFrozen frozen -> FREEZE_GRANTS;
      case GrantsReleased released -> RELEASE_GRANTS;
    };
  }

  private static Operation of(RolesEvent event) {
    return switch (event) {
      case RoleDefined defined -> DEFINE_ROLE;
      case RoleWithdrawn withdrawn -> WITHDRAW_ROLE;
      case EngineerDescribed described -> DESCRIBE_ENGINEER;
      case MembershipRequested asked -> REQUEST_MEMBERSHIP;
      case MembershipApproved approved -> APPROVE_MEMBERSHIP;
      case MembershipDenied denied -> DENY_MEMBERSHIP;
      case MembershipEnded ended -> END_MEMBERSHIP;
      case MembershipRequestExpired expired -> EXPIRE_MEMBERSHIP_REQUEST;
      case MembershipExpired expired -> EXPIRE_MEMBERSHIP;
    };
  }

  private static Operation of(ExclusionEvent event) {
    return switch (event) {
      case BreakGlassProposed proposed -> PROPOSE_BREAK_GLASS;
      case ExclusionInvoked invoked -> INVOKE_EXCLUSION;
      case ExclusionAcknowledged noted -> ACKNOWLEDGE_EXCLUSION;
      case AcknowledgementOverdue overdue -> OVERDUE_EXCLUSION;
      case BreakGlassLapsed lapsed -> LAPSE_BREAK_GLASS;
    };
  }

  private static Operation of(SessionEvent event) {
    return switch (event) {
      case SessionStarted started -> START_SESSION;
      case SessionActive active -> NOTE_ACTIVITY;
      case ActionAuthorised authorised -> AUTHORISE_ACTION;
      case ActionPerformed performed ->
          performed.findings().isEmpty() ? PERFORM_ACTION : PERFORM_UNGRANTED_ACTION;
      case ActionDenied denied -> DENY_ACTION;
      case SessionEnded ended -> END_SESSION;
      case DevicePostureChanged changed -> CHANGE_DEVICE_POSTURE;
      case UseSummarised summarised -> SUMMARISE_USE;
      case TargetEvent found -> of(found);
    };
  }

  private static Operation of(TargetEvent event) {
    return switch (event) {
      case AccessProvisioned there -> PROVISION_ACCESS;
      case AccessNotProvisioned missing -> FAIL_TO_PROVISION;
      case UngrantedAccessDetected ungranted -> DETECT_UNGRANTED_ACCESS;
    };
  }
}
