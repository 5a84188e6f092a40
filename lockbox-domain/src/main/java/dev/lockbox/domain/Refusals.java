package dev.lockbox.domain;

import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.domain.decision.Refusal.ACCESS_NOT_POSITIVE;
import static dev.lockbox.domain.decision.Refusal.ACCESS_TOO_LONG;
import static dev.lockbox.domain.decision.Refusal.ALREADY_APPROVED;
import static dev.lockbox.domain.decision.Refusal.ALREADY_DECIDED;
import static dev.lockbox.domain.decision.Refusal.ALREADY_OPENED;
import static dev.lockbox.domain.decision.Refusal.ALREADY_READ;
import static dev.lockbox.domain.decision.Refusal.ALREADY_REVIEWING;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.CLOSED_BEFORE_OPENED;
import static dev.lockbox.domain.decision.Refusal.CLOSING_NOT_AWAITED;
import static dev.lockbox.domain.decision.Refusal.COOLING_DOWN;
import static dev.lockbox.domain.decision.Refusal.DENIED_BY_RULES;
import static dev.lockbox.domain.decision.Refusal.EDITOR_MUST_WAIT;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.INTERNAL_APPROVAL_FIRST;
import static dev.lockbox.domain.decision.Refusal.KEY_UNKNOWN;
import static dev.lockbox.domain.decision.Refusal.NAME_OF_PRACTICE;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_READ;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NOT_OF_THE_CUSTOMER;
import static dev.lockbox.domain.decision.Refusal.NOT_THE_ENGINEER;
import static dev.lockbox.domain.decision.Refusal.NO_APPROVERS;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_REQUEST;
import static dev.lockbox.domain.decision.Refusal.NO_WAY_IN_LEFT;
import static dev.lockbox.domain.decision.Refusal.OUTSIDE_HOURS;
import static dev.lockbox.domain.decision.Refusal.OWN_REQUEST;
import static dev.lockbox.domain.decision.Refusal.REASON_CODE_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.REQUEST_FAULTED;
import static dev.lockbox.domain.decision.Refusal.REVIEW_FIRST;
import static dev.lockbox.domain.decision.Refusal.REVIEW_TOO_SHORT;
import static dev.lockbox.domain.decision.Refusal.SCOPE_TOO_WIDE;
import static dev.lockbox.domain.decision.Refusal.SIGNATURE_INVALID;
import static dev.lockbox.domain.decision.Refusal.SIGNATURE_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.decision.Refusal.STARTS_TOO_LATE;
import static dev.lockbox.domain.decision.Refusal.TICKET_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static dev.lockbox.domain.decision.Refusal.TOO_MANY_OPEN;
import static dev.lockbox.domain.decision.Refusal.TOO_MUCH_PRACTICE;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static dev.lockbox.domain.decision.Refusal.WIDER_THAN_ASKED;

import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.signature.KeyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Every no that {@link Decider} says, with its sentence: what was expected, what was found, for
 * whom.
 */
final class Refusals {
  private Refusals() {}

  static Refused<RequestEvent> unknownTenant(TenantId tenant) {
    return refuse(UNKNOWN_TENANT, "tenant %s is not registered".formatted(tenant));
  }

  static Refused<RequestEvent> closedBeforeOpened(RequestId request) {
    return refuse(
        CLOSED_BEFORE_OPENED, "request %s was closed before it was opened".formatted(request));
  }

  static Refused<RequestEvent> accessNotPositive(Duration asked) {
    return refuse(ACCESS_NOT_POSITIVE, "accessFor must be positive, was %s".formatted(asked));
  }

  static Refused<RequestEvent> startsTooLate(RequestId request, Duration ahead) {
    return refuse(
        STARTS_TOO_LATE, "access of %s must begin within %s of asking".formatted(request, ahead));
  }

  static Refused<RequestEvent> noApprovers(RequestId request, PersonId engineer) {
    return refuse(
        NO_APPROVERS,
        "customer %s has nobody who may decide for %s".formatted(request.tenant(), engineer));
  }

  static Refused<RequestEvent> ownRequest(RequestId request, PersonId engineer) {
    return refuse(
        OWN_REQUEST, "%s asked for %s and cannot approve it".formatted(engineer, request));
  }

  static Refused<RequestEvent> staleVersion(RequestId request, long stands, long read) {
    return refuse(
        STALE_VERSION,
        "the terms of request %s stand since version %s, were approved at %s"
            .formatted(request, stands, read));
  }

  static Refused<RequestEvent> noSuchRequest(RequestId request) {
    return refuse(
        NO_SUCH_REQUEST,
        "customer %s has no request %s".formatted(request.tenant(), request.value()));
  }

  static Refused<RequestEvent> internalApprovalFirst(RequestId request) {
    return refuse(
        INTERNAL_APPROVAL_FIRST,
        "request %s waits for the provider's own approvers first".formatted(request));
  }

  static Refused<RequestEvent> alreadyOpened(RequestId request) {
    return refuse(ALREADY_OPENED, "request %s was opened before".formatted(request));
  }

  static Refused<RequestEvent> alreadyDecided(RequestId request, String how) {
    return refuse(
        ALREADY_DECIDED,
        "request %s is already %s".formatted(request, how.toLowerCase(Locale.ROOT)));
  }

  static Refused<RequestEvent> accessTooLong(RequestId request, Duration longest, Duration asked) {
    return refuse(
        ACCESS_TOO_LONG,
        "accessFor must be at most %s for customer %s, was %s"
            .formatted(longest, request.tenant(), asked));
  }

  static Refused<RequestEvent> tooLate(RequestId request, Instant since, Instant at) {
    return refuse(
        TOO_LATE,
        "request %s could be decided before %s, was decided at %s".formatted(request, since, at));
  }

  static Refused<RequestEvent> notAnApprover(RequestId request, PersonId person) {
    return refuse(NOT_AN_APPROVER, "%s may not decide on request %s".formatted(person, request));
  }

  static Refused<RequestEvent> widerThanAsked(RequestId request, Terms terms, Terms wider) {
    return refuse(
        WIDER_THAN_ASKED,
        "request %s asks for %s actions on %s resources for %s, was approved for %s on %s for %s"
            .formatted(
                request,
                terms.actions().size(),
                terms.resources().size(),
                terms.accessFor(),
                wider.actions().size(),
                wider.resources().size(),
                wider.accessFor()));
  }

  static Refused<RequestEvent> deniedByRules(RequestId request, Denial denial) {
    return refuse(
        DENIED_BY_RULES,
        "customer %s denies %s, whoever approves request %s"
            .formatted(request.tenant(), denial, request.value()));
  }

  static Refused<RequestEvent> outsideHours(RequestId request, Instant at) {
    return refuse(
        OUTSIDE_HOURS,
        "access of request %s may not begin at %s, outside the hours of its customer"
            .formatted(request, at));
  }

  static Refused<RequestEvent> noWayInLeft(RequestId request) {
    return refuse(
        NO_WAY_IN_LEFT,
        "the conditions of request %s leave no channel, or no country to come from"
            .formatted(request));
  }

  static Refused<RequestEvent> alreadyApproved(RequestId request, PersonId person) {
    return refuse(ALREADY_APPROVED, "%s said yes to request %s before".formatted(person, request));
  }

  static Refused<RequestEvent> ticketRequired(RequestId request) {
    return refuse(
        TICKET_REQUIRED,
        "customer %s wants a ticket with every request".formatted(request.tenant()));
  }

  static Refused<RequestEvent> scopeTooWide(RequestId request) {
    return refuse(
        SCOPE_TOO_WIDE,
        "request %s asks for more at once than its customer lets".formatted(request));
  }

  static Refused<RequestEvent> reasonCodeRequired(RequestId request) {
    return refuse(
        REASON_CODE_REQUIRED,
        "customer %s wants one of its reason codes with every request".formatted(request.tenant()));
  }

  static Refused<RequestEvent> notTheEngineer(RequestId request, PersonId person) {
    return refuse(NOT_THE_ENGINEER, "%s did not ask for request %s".formatted(person, request));
  }

  static Refused<RequestEvent> faulted(RequestId request) {
    return refuse(
        REQUEST_FAULTED,
        "request %s has an impossible history and takes no command".formatted(request));
  }

  static Refused<RequestEvent> clockSuspect(RequestId request, Instant appended) {
    return refuse(
        CLOCK_SUSPECT,
        "request %s was decided at %s by a clock that cannot be trusted just now"
            .formatted(request, appended));
  }

  static Refused<RequestEvent> grantsFrozen(RequestId request) {
    return refuse(
        GRANTS_FROZEN,
        "grants of customer %s are frozen until a record in quarantine is settled, request %s waits"
            .formatted(request.tenant(), request.value()));
  }

  static Refused<RequestEvent> closingNotAwaited(RequestId request, PointId point) {
    return refuse(
        CLOSING_NOT_AWAITED,
        "request %s does not wait for %s to close anything".formatted(request, point));
  }

  static Refused<RequestEvent> notDue(RequestId request) {
    return refuse(NOT_DUE, "no deadline of request %s has passed".formatted(request));
  }

  static Refused<RequestEvent> tooManyOpen(RequestId request, int waiting) {
    return refuse(
        TOO_MANY_OPEN,
        "request %s would be one too many beside the engineer's %s that wait"
            .formatted(request, waiting));
  }

  static Refused<RequestEvent> coolingDown(RequestId request, Instant until) {
    return refuse(
        COOLING_DOWN,
        "customer %s denied the engineer so much that request %s cannot be made before %s"
            .formatted(request.tenant(), request.value(), until));
  }

  static Refused<RequestEvent> notOfTheCustomer(RequestId request, PersonId person) {
    return refuse(
        NOT_OF_THE_CUSTOMER,
        "%s neither approves nor administers for customer %s".formatted(person, request.tenant()));
  }

  static Refused<RequestEvent> readsNoRecord(RequestId request, PersonId person) {
    return refuse(
        NOT_OF_THE_CUSTOMER,
        "%s neither decides on request %s nor administers or audits for customer %s"
            .formatted(person, request.value(), request.tenant()));
  }

  static Refused<RequestEvent> nothingToRead(RequestId request) {
    return refuse(NOTHING_TO_READ, "no access by request %s is over".formatted(request));
  }

  static Refused<RequestEvent> alreadyRead(RequestId request, PersonId person) {
    return refuse(
        ALREADY_READ, "%s has read what was done by request %s".formatted(person, request));
  }

  static Refused<RequestEvent> tooMuchPractice(RequestId request, int waiting) {
    return refuse(
        TOO_MUCH_PRACTICE,
        "request %s would be one too many for practice beside the customer's %s that wait"
            .formatted(request, waiting));
  }

  static Refused<RequestEvent> nameOfPractice(RequestId request, PersonId engineer) {
    return refuse(
        NAME_OF_PRACTICE,
        "request %s is in earnest, and %s asks for practice only".formatted(request, engineer));
  }

  static Refused<RequestEvent> signatureRequired(RequestId request, PersonId person) {
    return refuse(
        SIGNATURE_REQUIRED,
        "customer %s wants a yes of %s to request %s signed by a key of theirs"
            .formatted(request.tenant(), person, request.value()));
  }

  static Refused<RequestEvent> keyUnknown(RequestId request, PersonId person, KeyId key) {
    return refuse(
        KEY_UNKNOWN,
        "%s has no key %s that holds for customer %s".formatted(person, key, request.tenant()));
  }

  static Refused<RequestEvent> signatureInvalid(RequestId request, PersonId person, KeyId key) {
    return refuse(
        SIGNATURE_INVALID,
        "key %s did not sign this yes of %s to request %s as it stands"
            .formatted(key, person, request));
  }

  static Refused<RequestEvent> reviewFirst(RequestId request, PersonId person) {
    return refuse(
        REVIEW_FIRST,
        "%s has not begun to review request %s as it stands and cannot approve it"
            .formatted(person, request));
  }

  static Refused<RequestEvent> reviewTooShort(RequestId request, PersonId person, Instant from) {
    return refuse(
        REVIEW_TOO_SHORT,
        "%s reviews request %s and cannot approve it before %s".formatted(person, request, from));
  }

  static Refused<RequestEvent> alreadyReviewing(RequestId request, PersonId person) {
    return refuse(
        ALREADY_REVIEWING,
        "%s began to review request %s as it stands before".formatted(person, request));
  }

  static Refused<RequestEvent> editorMustWait(RequestId request, PersonId person) {
    return refuse(
        EDITOR_MUST_WAIT,
        "%s changed the rules of %s a short while ago and cannot approve yet"
            .formatted(person, request.tenant()));
  }
}
