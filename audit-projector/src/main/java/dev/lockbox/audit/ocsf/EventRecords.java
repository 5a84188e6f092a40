package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.personThrough;
import static dev.lockbox.audit.ocsf.Actors.service;
import static dev.lockbox.audit.ocsf.Actors.system;
import static dev.lockbox.audit.ocsf.Draft.done;
import static dev.lockbox.audit.ocsf.Draft.found;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.GrantsEvent.GrantsReleased;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.Recorded;
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
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.ApproversReplaced;
import dev.lockbox.domain.TenantEvent.IssuersChanged;
import dev.lockbox.domain.TenantEvent.MembersReplaced;
import dev.lockbox.domain.TenantEvent.PlanChanged;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.TenantEvent.TenantRegistered;
import dev.lockbox.domain.identity.Issuer;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.operation.Operation;
import dev.lockbox.domain.operation.Operations;
import dev.lockbox.domain.rules.Stage;
import java.util.Optional;

/**
 * The table of what each event becomes: one record per event, whose every byte derives from the
 * event. A record says nothing that its event does not say. Source of the shape: OCSF 1.8.0,
 * classes 3004 and 2004 with the profile security_control.
 */
public final class EventRecords {
  private EventRecords() {}

  /**
   * @throws IllegalArgumentException for an event that says what no event of this version says: the
   *     record must stop there, not go on without it
   */
  public static AuditRecord of(Recorded recorded) {
    return draft(recorded.event())
        .with(Things.of(recorded))
        .lockbox(
            new Fields()
                .text("command_id", recorded.cause().value())
                .number("rules_version", rulesVersion(recorded))
                .flag("practice", Optional.of(true).filter(of -> recorded.isPractice())))
        .record(operation(recorded.event()), Origin.of(recorded));
  }

  private static Operation operation(Event event) {
    return Operations.of(event)
        .orElseThrow(
            () -> new IllegalArgumentException("no operation is known for " + named(event)));
  }

  private static String named(Event event) {
    return event instanceof CommandRefused refused
        ? "command " + refused.command()
        : event.getClass().getSimpleName();
  }

  private static Optional<Long> rulesVersion(Recorded recorded) {
    var known = recorded.rulesVersion();
    return known.isPresent() ? Optional.of(known.getAsLong()) : Optional.empty();
  }

  private static Draft draft(Event event) {
    return switch (event) {
      case EvaluationEvent evaluated -> EvaluationRecords.of(evaluated);
      case RequestOpened opened when opened.isPractice() -> practice(opened);
      case RequestOpened opened -> opened(opened);
      case PracticeCompleted done -> practised(done);
      case ApprovalsRequired required -> required(required);
      case RulesEvent ofRules -> RulesRecords.draft(ofRules);
      case RequestNarrowed narrowed -> narrowed(narrowed);
      case ApprovalGiven given -> given(given);
      case GrantedWithoutCustomer granted -> grantedWithoutCustomer(granted);
      case RequestApproved approved -> approved(approved);
      case RequestDenied denied -> denied(denied);
      case RequestExpired expired -> expired(expired);
      case RequestWithdrawn withdrawn -> withdrawn(withdrawn);
      case RequestCancelled cancelled -> cancelled(cancelled);
      case RequestRevoked revoked -> revoked(revoked);
      case AccessEnded ended -> ended(ended);
      case RequestFaulted faulted -> faulted(faulted);
      case AccessEvent access -> AccessRecords.draft(access);
      case DialogueEvent said -> DialogueRecords.draft(said);
      case ReadingEvent read -> ReadingRecords.draft(read);
      case ReviewEvent reviewed -> ReviewRecords.draft(reviewed);
      case SigningEvent signed -> KeyRecords.draft(signed);
      case TenantRegistered registered -> registered(registered);
      case ApproversReplaced replaced -> replaced(replaced);
      case MembersReplaced replaced -> replaced(replaced);
      case PlanChanged changed -> changed(changed);
      case IssuersChanged changed -> changed(changed);
      case SettingsProposed proposed -> proposed(proposed);
      case SettingsChanged changed -> changed(changed);
      case ApproverKeyEvent keys -> KeyRecords.draft(keys);
      case ExclusionEvent exclusion -> ExclusionRecords.draft(exclusion);
      case GrantsFrozen frozen -> frozen(frozen);
      case GrantsReleased released -> released(released);
      case RolesEvent roles -> RolesRecords.of(roles);
      case SessionEvent session -> SessionRecords.draft(session);
      case CommandRefused refused -> refused(refused);
    };
  }

  private static Draft opened(RequestOpened event) {
    var engineer = event.asked().engineer();
    return done(
            personThrough(engineer, event.by().actor()),
            "%s asked for access, which waits for a decision until %s: %s"
                .formatted(engineer, event.decideBy(), event.request()))
        .by(event.by())
        .comment(Optional.of(event.asked().justification()))
        .lockbox(Details.of(event));
  }

  private static Draft practice(RequestOpened event) {
    var person = event.by().actor();
    return done(
            person(person),
            "%s started practice, which grants nothing and waits for a decision until %s: %s"
                .formatted(person, event.decideBy(), event.request()))
        .by(event.by())
        .lockbox(Details.of(event));
  }

  private static Draft practised(PracticeCompleted event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s approved practice, which grants nothing: %s".formatted(approver, event.request()))
        .by(event.by())
        .comment(event.reason());
  }

  private static Draft approved(RequestApproved event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s approved access until %s: %s"
                .formatted(approver, event.accessUntil(), event.request()))
        .with(Details.decision("approve"))
        .by(event.by())
        .comment(event.reason())
        .lockbox(new Fields().number("access_until", event.accessUntil().toEpochMilli()));
  }

  private static Draft required(ApprovalsRequired event) {
    return done(
            service(event.by().actor()),
            "the tenant's rules want the yes of %s people in %s stages: %s"
                .formatted(
                    event.stages().stream().mapToInt(Stage::quorum).sum(),
                    event.stages().size(),
                    event.request()))
        .by(event.by())
        .lockbox(Details.of(event));
  }

  private static Draft narrowed(RequestNarrowed event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s approves less than was asked for: %s".formatted(approver, event.request()))
        .by(event.by())
        .lockbox(Details.of(event.terms()));
  }

  private static Draft given(ApprovalGiven event) {
    var approver = event.by().actor();
    return done(
            person(approver),
            "%s approved, and others must: %s".formatted(approver, event.request()))
        .with(Details.decision("approve"))
        .by(event.by())
        .comment(event.reason())
        .lockbox(new Fields().number("stage", event.stage()));
  }

  private static Draft grantedWithoutCustomer(GrantedWithoutCustomer event) {
    var engineer = event.asked().engineer();
    return done(
            personThrough(engineer, event.by().actor()),
            "%s has access until %s, and the customer was not asked: %s"
                .formatted(engineer, event.accessUntil(), event.request()))
        .by(event.by())
        .comment(Optional.of(event.asked().justification()))
        .lockbox(Details.of(event));
  }

  private static Draft denied(RequestDenied event) {
    var approver = event.by().actor();
    return done(person(approver), "%s denied access: %s".formatted(approver, event.request()))
        .with(Details.decision("deny"))
        .by(event.by())
        .comment(event.reason());
  }

  private static Draft expired(RequestExpired event) {
    return done(
        system(), "nobody decided in time, no access is granted: %s".formatted(event.request()));
  }

  private static Draft withdrawn(RequestWithdrawn event) {
    var service = event.by().actor();
    return done(
            service(service),
            "withdrawn by its engineer through %s: %s".formatted(service, event.request()))
        .by(event.by());
  }

  private static Draft cancelled(RequestCancelled event) {
    var service = event.by().actor();
    return done(
            service(service),
            "%s resolved the ticket before anybody decided: %s".formatted(service, event.request()))
        .by(event.by());
  }

  private static Draft revoked(RequestRevoked event) {
    return revokedBy(event)
        .by(event.by())
        .comment(event.reason())
        .lockbox(new Fields().text("revocation", event.cause().name()));
  }

  private static Draft revokedBy(RequestRevoked event) {
    var actor = event.by().actor();
    var request = event.request();
    return switch (event.cause()) {
      case REVOKED_BY_APPROVER ->
          done(person(actor), "%s revoked access: %s".formatted(actor, request));
      case DENIED_AFTER_GRANT ->
          done(
              person(actor),
              "%s denied access after it was granted, and ended it: %s".formatted(actor, request));
      case TICKET_RESOLVED ->
          done(
              service(actor),
              "%s resolved the ticket, which ended access: %s".formatted(actor, request));
    };
  }

  private static Draft ended(AccessEnded event) {
    return done(system(), "the time granted is over, access ended: %s".formatted(event.request()));
  }

  private static Draft faulted(RequestFaulted event) {
    return found("the history is impossible, nothing is granted: %s".formatted(event.request()))
        .with(
            Details.finding(
                "fault/" + event.request(), "Impossible history", event.found(), event.at()));
  }

  private static Draft registered(TenantRegistered event) {
    return tenant(event, "%s registered tenant %s").lockbox(Details.of(event.membership()));
  }

  private static Draft replaced(ApproversReplaced event) {
    return tenant(event, "%s replaced the approvers of tenant %s")
        .lockbox(new Fields().texts("approvers", Details.ids(event.approvers())));
  }

  private static Draft replaced(MembersReplaced event) {
    return tenant(event, "%s replaced who approves, administers and audits for tenant %s")
        .lockbox(
            new Fields()
                .texts("approvers", Details.ids(event.approvers()))
                .texts("admins", Details.ids(event.admins()))
                .texts("auditors", Details.ids(event.auditors())));
  }

  private static Draft changed(PlanChanged event) {
    return tenant(event, "%s changed the plan of tenant %s")
        .lockbox(new Fields().text("plan", event.plan()));
  }

  private static Draft changed(IssuersChanged event) {
    return tenant(event, "%s changed which issuers speak for the people of tenant %s")
        .lockbox(
            new Fields()
                .texts("issuers", event.issuers().stream().map(Issuer::url).sorted().toList()));
  }

  private static Draft proposed(SettingsProposed event) {
    return tenant(event, "%s proposed other rules for tenant %s")
        .lockbox(SettingsDetails.of(event.settings()));
  }

  private static Draft changed(SettingsChanged event) {
    return tenant(event, "%s set the rules of tenant %s")
        .lockbox(
            SettingsDetails.of(event.settings())
                .text("proposed_by", event.proposedBy().map(PersonId::value)));
  }

  static Draft tenant(TenantEvent event, String message) {
    var actor = event.by().actor();
    return done(person(actor), message.formatted(actor, event.tenant())).by(event.by());
  }

  private static Draft frozen(GrantsFrozen event) {
    var draft =
        done(
                event.attempted().map(by -> service(by.actor())).orElseGet(Actors::system),
                "grants of tenant %s are frozen by record %s, %s"
                    .formatted(event.tenant(), event.quarantine(), event.cause()))
            .lockbox(because(event).text("cause", event.cause()));
    return event.attempted().map(draft::by).orElse(draft);
  }

  private static Draft released(GrantsReleased event) {
    var operator = event.by().actor();
    return done(
            person(operator),
            "%s settled record %s, which froze the grants of tenant %s"
                .formatted(operator, event.quarantine(), event.tenant()))
        .by(event.by())
        .comment(Optional.of(event.reason()))
        .lockbox(because(event));
  }

  private static Fields because(GrantsEvent event) {
    return new Fields().text("quarantine_id", event.quarantine().value());
  }

  private static Draft refused(CommandRefused event) {
    var actor = event.attempt().actor();
    var about = event.about().map(Object::toString).orElse(event.tenant().value());
    var no =
        Draft.refused(
                asking(operation(event), actor),
                "%s was refused %s, %s: %s"
                    .formatted(actor, event.command(), event.refusal(), about),
                event.refusal(),
                event.detail())
            .by(event.attempt())
            .lockbox(new Fields().text("command", event.command()));
    return event.unadmitted().map(request -> EvaluationRecords.refused(no, request)).orElse(no);
  }

  /** Services submit, cancel and withdraw; all else is asked by people. */
  private static Fields asking(Operation operation, PersonId actor) {
    return switch (operation) {
      case CREATE,
          WITHDRAW,
          CANCEL,
          FINISH,
          ACKNOWLEDGE_CLOSING,
          FREEZE_GRANTS,
          ANSWER,
          ACCEPT_OFFER,
          REQUEST_SESSION,
          START_SESSION,
          NOTE_ACTIVITY,
          END_SESSION,
          REPORT_ACTION,
          REQUEST_ACTION,
          AUTHORISE_ACTION,
          PERFORM_ACTION,
          PERFORM_UNGRANTED_ACTION,
          DENY_ACTION,
          CHANGE_DEVICE_POSTURE,
          SUMMARISE_USE,
          REPORT_MISSING_ACCESS,
          REPORT_UNGRANTED_ACCESS,
          PROVISION_ACCESS ->
          service(actor);
      case APPROVE,
          APPROVE_INTERNALLY,
          GIVE_INTERNAL_APPROVAL,
          DENY_INTERNALLY,
          EXPIRE_INTERNALLY,
          ASK,
          PROPOSE_BREAK_GLASS,
          REPORT_EXCLUSION,
          CONFIRM_BREAK_GLASS,
          INVOKE_EXCLUSION,
          START_PRACTICE,
          COMPLETE_PRACTICE,
          ACKNOWLEDGE_EXCLUSION,
          OVERDUE_EXCLUSION,
          LAPSE_BREAK_GLASS,
          COUNTER_OFFER,
          WITHDRAW_OFFER,
          EVALUATE,
          REJECT,
          REQUIRE_APPROVALS,
          REQUIRE_CLOSING,
          SCHEDULE,
          START,
          FAIL_TO_CLOSE,
          NARROW,
          REQUIRE_CONDITIONS,
          GRANT_BY_RULE,
          DENY_BY_RULE,
          GIVE_APPROVAL,
          GRANT_WITHOUT_CUSTOMER,
          PROPOSE_SETTINGS,
          CHANGE_SETTINGS,
          CONFIRM_SETTINGS,
          REGISTER_KEY,
          CONFIRM_KEY,
          WITHDRAW_KEY,
          SIGN,
          REQUIRE_REVIEW,
          BEGIN_REVIEW,
          REQUIRE_READING,
          CONFIRM_READ,
          LEAVE_UNREAD,
          DENY,
          EXPIRE,
          REVOKE,
          END,
          FAULT,
          REGISTER_TENANT,
          REPLACE_APPROVERS,
          REPLACE_MEMBERS,
          CHANGE_PLAN,
          CHANGE_ISSUERS,
          RELEASE_GRANTS,
          DEFINE_ROLE,
          WITHDRAW_ROLE,
          DESCRIBE_ENGINEER,
          REQUEST_MEMBERSHIP,
          APPROVE_MEMBERSHIP,
          DENY_MEMBERSHIP,
          END_MEMBERSHIP,
          EXPIRE_MEMBERSHIP_REQUEST,
          EXPIRE_MEMBERSHIP,
          FAIL_TO_PROVISION,
          DETECT_UNGRANTED_ACCESS,
          QUARANTINE ->
          person(actor);
    };
  }
}
