package dev.lockbox.api.problem;

import dev.lockbox.domain.decision.Refusal;

/**
 * What can be wrong, as a client tells it apart: the one table of codes and HTTP statuses. The
 * names are public; those of {@link Refusal} come first, under the same names.
 */
public enum Code {
  TOO_LATE(410, "The time for deciding is over"),
  OWN_REQUEST(403, "Nobody approves their own request"),
  NOT_AN_APPROVER(403, "Not among those who may decide"),
  NOT_THE_ENGINEER(403, "Only the engineer who asked may withdraw"),
  NO_SUCH_REQUEST(404, "There is no such request"),
  ALREADY_OPENED(409, "The request id is taken"),
  CLOSED_BEFORE_OPENED(409, "The request was closed before it was opened"),
  ALREADY_DECIDED(409, "The request is past the point at which this could be asked of it"),
  STALE_VERSION(409, "Another version stands than the one that was read"),
  NOTHING_TO_CHANGE(409, "What is to be set stands so already"),
  DECISION_ID_REUSED(409, "The decision id was used before, for something else"),
  ACCESS_TOO_LONG(422, "Access was asked for longer than the customer grants"),
  ACCESS_NOT_POSITIVE(422, "Access was asked for no time, or less"),
  UNSUPPORTED_RESOURCE_TYPE(422, "A resource is of no type that is supported"),
  UNSUPPORTED_DEPLOYMENT_MODEL(422, "The way a resource is deployed is not supported"),
  UNSUPPORTED_ACTION(422, "An action cannot be asked of these resources"),
  ACTION_NOT_ALLOWED_HERE(422, "An action is not allowed on one of the resources"),
  NOT_GRANTABLE(422, "Nothing is ever granted on a resource of this type"),
  UNKNOWN_TENANT(422, "The customer is not registered"),
  TENANT_EXISTS(409, "The customer is registered already"),
  NO_APPROVERS(422, "Nobody would be left who may approve"),
  REQUEST_FAULTED(409, "The history of the request is impossible; it takes no commands"),
  WIDER_THAN_ASKED(422, "More was approved than was asked for"),
  ALREADY_APPROVED(409, "One person's yes counts once"),
  TICKET_REQUIRED(422, "The customer wants a ticket with every request"),
  SCOPE_TOO_WIDE(422, "The customer lets nobody ask for so much in one request"),
  REASON_CODE_REQUIRED(422, "The customer wants one of its reason codes with every request"),
  NOT_AN_ADMIN(403, "Only the customer's administrators change its rules"),
  SECOND_PERSON_NEEDED(403, "Another administrator must agree"),
  NO_SUCH_PROPOSAL(404, "No such change of rules waits to be confirmed"),
  PLAN_NOT_ELIGIBLE(403, "The customer's plan does not include the lockbox"),
  CONTRADICTING_RULES(422, "A rule that approves could never have an effect"),
  SIGNATURE_REQUIRED(403, "The customer wants approvals signed by a key of the approver's"),
  SIGNATURE_INVALID(403, "The key did not sign what is asked"),
  KEY_UNKNOWN(403, "The person has no such key that holds"),
  KEY_EXISTS(409, "The customer has this key already"),
  TOO_MANY_KEYS(422, "There is no room for another key"),
  EDITOR_MUST_WAIT(403, "Who changed the rules may approve later"),
  CLOCK_SUSPECT(409, "The clock that stamps decisions cannot be trusted just now"),
  GRANTS_FROZEN(409, "Grants of this customer are frozen until a record in quarantine is settled"),
  INTERNAL_APPROVAL_FIRST(409, "The provider's own approvers come first"),
  CLOSING_NOT_AWAITED(409, "No word of this enforcement point is waited for"),
  STARTS_TOO_LATE(422, "Access is to begin too far ahead"),
  NOT_FROZEN(409, "The record named does not freeze the customer's grants"),
  NO_SUCH_QUESTION(404, "No such question waits for an answer"),
  NO_SUCH_OFFER(404, "No such offer stands"),
  OFFERS_NO_LESS(422, "All that is asked for was offered"),
  NO_SUCH_EXCLUSION(404, "There is no such exclusion"),
  EXCLUSION_EXISTS(409, "The exclusion id is taken"),
  NOTHING_TO_CONFIRM(409, "It waits for no second person"),
  ALREADY_ACKNOWLEDGED(409, "It is acknowledged already"),
  NOT_OF_THE_CUSTOMER(403, "Only who approves or administers for the customer may"),
  SAID_ENOUGH(409, "No more questions or offers are taken on this request"),
  NOT_THE_PROVIDER(422, "Roles and engineers are kept under the provider's own tenant only"),
  NO_SUCH_ROLE(404, "There is no such role"),
  ROLE_WITHDRAWN(409, "The role was withdrawn, and its id is closed for good"),
  ROLE_PREREQUISITE(422, "A role needs another one, which is not held or needs it in turn"),
  NO_SUCH_ENGINEER(404, "Nobody has said who this engineer is"),
  NO_SUCH_MEMBERSHIP(404, "The engineer is no member of the role, or does not ask to be one"),
  ALREADY_ASKED(409, "Membership is asked for already, and waits"),
  MEMBERSHIP_TOO_LONG(422, "Membership was asked for longer than the role lets it be"),
  TOO_MANY_MEMBERSHIPS(422, "The engineer stands in as many roles as there is room for"),
  NOT_THE_MANAGER(403, "Only the engineer's manager says yes to a membership"),
  OWN_MEMBERSHIP(403, "Nobody decides about roles of their own, or about themselves"),
  NOT_GRANTED(403, "The request grants nothing just now"),
  OTHERS_GRANT(403, "The grant is another engineer's"),
  NO_SUCH_SESSION(404, "No such session is open"),
  SESSION_EXISTS(409, "A session was started under this id before"),
  SESSION_LIMIT(409, "As many sessions are open there as may be at once"),
  TARGET_NOT_ALLOWED(403, "No session is allowed on this target"),
  GATEWAY_NEEDED(403, "The session must go through an open gateway session"),
  CHANNEL_NOT_ALLOWED(403, "The customer lets nobody in by this channel"),
  SOURCE_NOT_ALLOWED(403, "The customer lets nobody in from this gateway"),
  MFA_REQUIRED(403, "The engineer authenticated by none of the ways asked for"),
  CREDENTIAL_NOT_ALLOWED(403, "The key or card that was used is not for this platform"),
  DEVICE_NOT_ALLOWED(403, "The device is not as it must be"),
  CRYPTO_NOT_ALLOWED(403, "The session is not encrypted as it must be"),
  COUNTRY_NOT_ALLOWED(403, "The customer lets nobody in from this country"),
  OBLIGATION_NOT_KEPT(403, "The gateway does not say that it keeps what the grant asks for"),
  DENIED_BY_RULES(422, "The customer's rules grant this to nobody"),
  OUTSIDE_HOURS(409, "Access would begin outside the customer's hours"),
  NO_WAY_IN_LEFT(422, "The conditions leave no channel, or no country to come from"),
  REVIEW_FIRST(409, "The customer wants a request reviewed before it is approved"),
  REVIEW_TOO_SHORT(409, "The customer wants more time between the review and the yes"),
  ALREADY_REVIEWING(409, "One person begins to review the same terms once"),
  TOO_MANY_OPEN(429, "Too many requests of this engineer wait already"),
  COOLING_DOWN(429, "The customer denied this engineer so much that they must wait"),
  TOO_MUCH_PRACTICE(429, "As much practice waits at the customer as may at once"),
  NOTHING_TO_READ(409, "No access is over of which anything could be read"),
  ALREADY_READ(409, "Somebody has read what was done"),
  NAME_OF_PRACTICE(422, "Only practice goes by this engineer's name"),

  INVALID_SETTINGS(422, "The settings contradict themselves or a bound"),
  INVALID_REASON(422, "The reason cannot be taken down"),
  TOO_MANY_GRANTS(422, "There are more grants than are put together for one answer"),
  TOO_MUCH_HAPPENED(422, "More has happened than is looked through for one answer"),
  NO_SUCH_DECISION(404, "Nothing has been heard of this decision yet"),
  INVALID_REQUEST(400, "What was sent cannot be understood"),
  UNAUTHENTICATED(401, "A valid bearer token is required"),
  STEP_UP_REQUIRED(403, "Who says yes must have proved just now who they are"),
  NO_ROLE(403, "None of the roles that this needs is held"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
  NOT_ACCEPTABLE(406, "None of the accepted types is offered"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be application/json"),
  TOO_MANY_CALLS(429, "The caller, or the customer, calls more often than is taken"),
  TOO_MANY_STREAMS(429, "The caller follows as much as they may at once, or all do"),
  TOO_MANY_WAITING(503, "Too many decisions are being waited for"),
  OUTCOME_UNKNOWN(503, "It is not known whether the decision was taken down"),
  NOT_READY(503, "The service is not ready to answer"),
  ELSEWHERE(503, "What is known of the customer is on another instance, which does not answer"),
  NOT_FRESH(503, "Nothing shows that decisions are still made, so nothing is let for longer"),
  NO_LEASE_KEY(503, "No key is set to sign leases with"),
  INTERNAL(500, "Something went wrong here");

  private final int status;
  private final String title;

  Code(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** For people; the same for every problem of this code. */
  public String title() {
    return title;
  }

  /**
   * The code of a refusal.
   *
   * @throws IllegalArgumentException for {@code NOT_DUE}, which nobody but an alarm hears
   */
  public static Code of(Refusal refusal) {
    return switch (refusal) {
      case TOO_LATE -> TOO_LATE;
      case OWN_REQUEST -> OWN_REQUEST;
      case NOT_AN_APPROVER -> NOT_AN_APPROVER;
      case NOT_THE_ENGINEER -> NOT_THE_ENGINEER;
      case NO_SUCH_REQUEST -> NO_SUCH_REQUEST;
      case ALREADY_OPENED -> ALREADY_OPENED;
      case CLOSED_BEFORE_OPENED -> CLOSED_BEFORE_OPENED;
      case ALREADY_DECIDED -> ALREADY_DECIDED;
      case STALE_VERSION -> STALE_VERSION;
      case NOTHING_TO_CHANGE -> NOTHING_TO_CHANGE;
      case DECISION_ID_REUSED -> DECISION_ID_REUSED;
      case ACCESS_TOO_LONG -> ACCESS_TOO_LONG;
      case ACCESS_NOT_POSITIVE -> ACCESS_NOT_POSITIVE;
      case UNSUPPORTED_RESOURCE_TYPE -> UNSUPPORTED_RESOURCE_TYPE;
      case UNSUPPORTED_DEPLOYMENT_MODEL -> UNSUPPORTED_DEPLOYMENT_MODEL;
      case UNSUPPORTED_ACTION -> UNSUPPORTED_ACTION;
      case ACTION_NOT_ALLOWED_HERE -> ACTION_NOT_ALLOWED_HERE;
      case NOT_GRANTABLE -> NOT_GRANTABLE;
      case UNKNOWN_TENANT -> UNKNOWN_TENANT;
      case TENANT_EXISTS -> TENANT_EXISTS;
      case NO_APPROVERS -> NO_APPROVERS;
      case REQUEST_FAULTED -> REQUEST_FAULTED;
      case WIDER_THAN_ASKED -> WIDER_THAN_ASKED;
      case ALREADY_APPROVED -> ALREADY_APPROVED;
      case TICKET_REQUIRED -> TICKET_REQUIRED;
      case SCOPE_TOO_WIDE -> SCOPE_TOO_WIDE;
      case REASON_CODE_REQUIRED -> REASON_CODE_REQUIRED;
      case NOT_AN_ADMIN -> NOT_AN_ADMIN;
      case SECOND_PERSON_NEEDED -> SECOND_PERSON_NEEDED;
      case NO_SUCH_PROPOSAL -> NO_SUCH_PROPOSAL;
      case PLAN_NOT_ELIGIBLE -> PLAN_NOT_ELIGIBLE;
      case CONTRADICTING_RULES -> CONTRADICTING_RULES;
      case SIGNATURE_REQUIRED -> SIGNATURE_REQUIRED;
      case SIGNATURE_INVALID -> SIGNATURE_INVALID;
      case KEY_UNKNOWN -> KEY_UNKNOWN;
      case KEY_EXISTS -> KEY_EXISTS;
      case TOO_MANY_KEYS -> TOO_MANY_KEYS;
      case EDITOR_MUST_WAIT -> EDITOR_MUST_WAIT;
      case CLOCK_SUSPECT -> CLOCK_SUSPECT;
      case GRANTS_FROZEN -> GRANTS_FROZEN;
      case INTERNAL_APPROVAL_FIRST -> INTERNAL_APPROVAL_FIRST;
      case CLOSING_NOT_AWAITED -> CLOSING_NOT_AWAITED;
      case STARTS_TOO_LATE -> STARTS_TOO_LATE;
      case NOT_FROZEN -> NOT_FROZEN;
      case NO_SUCH_QUESTION -> NO_SUCH_QUESTION;
      case NO_SUCH_OFFER -> NO_SUCH_OFFER;
      case OFFERS_NO_LESS -> OFFERS_NO_LESS;
      case SAID_ENOUGH -> SAID_ENOUGH;
      case NOT_THE_PROVIDER -> NOT_THE_PROVIDER;
      case NO_SUCH_ROLE -> NO_SUCH_ROLE;
      case ROLE_WITHDRAWN -> ROLE_WITHDRAWN;
      case ROLE_PREREQUISITE -> ROLE_PREREQUISITE;
      case NO_SUCH_ENGINEER -> NO_SUCH_ENGINEER;
      case NO_SUCH_MEMBERSHIP -> NO_SUCH_MEMBERSHIP;
      case ALREADY_ASKED -> ALREADY_ASKED;
      case MEMBERSHIP_TOO_LONG -> MEMBERSHIP_TOO_LONG;
      case TOO_MANY_MEMBERSHIPS -> TOO_MANY_MEMBERSHIPS;
      case NOT_THE_MANAGER -> NOT_THE_MANAGER;
      case OWN_MEMBERSHIP -> OWN_MEMBERSHIP;
      case NO_SUCH_EXCLUSION -> NO_SUCH_EXCLUSION;
      case EXCLUSION_EXISTS -> EXCLUSION_EXISTS;
      case NOTHING_TO_CONFIRM -> NOTHING_TO_CONFIRM;
      case ALREADY_ACKNOWLEDGED -> ALREADY_ACKNOWLEDGED;
      case NOT_OF_THE_CUSTOMER -> NOT_OF_THE_CUSTOMER;
      case NOT_GRANTED -> NOT_GRANTED;
      case OTHERS_GRANT -> OTHERS_GRANT;
      case NO_SUCH_SESSION -> NO_SUCH_SESSION;
      case SESSION_EXISTS -> SESSION_EXISTS;
      case SESSION_LIMIT -> SESSION_LIMIT;
      case TARGET_NOT_ALLOWED -> TARGET_NOT_ALLOWED;
      case GATEWAY_NEEDED -> GATEWAY_NEEDED;
      case CHANNEL_NOT_ALLOWED -> CHANNEL_NOT_ALLOWED;
      case SOURCE_NOT_ALLOWED -> SOURCE_NOT_ALLOWED;
      case MFA_REQUIRED -> MFA_REQUIRED;
      case CREDENTIAL_NOT_ALLOWED -> CREDENTIAL_NOT_ALLOWED;
      case DEVICE_NOT_ALLOWED -> DEVICE_NOT_ALLOWED;
      case CRYPTO_NOT_ALLOWED -> CRYPTO_NOT_ALLOWED;
      case COUNTRY_NOT_ALLOWED -> COUNTRY_NOT_ALLOWED;
      case OBLIGATION_NOT_KEPT -> OBLIGATION_NOT_KEPT;
      case DENIED_BY_RULES -> DENIED_BY_RULES;
      case OUTSIDE_HOURS -> OUTSIDE_HOURS;
      case NO_WAY_IN_LEFT -> NO_WAY_IN_LEFT;
      case REVIEW_FIRST -> REVIEW_FIRST;
      case REVIEW_TOO_SHORT -> REVIEW_TOO_SHORT;
      case ALREADY_REVIEWING -> ALREADY_REVIEWING;
      case TOO_MANY_OPEN -> TOO_MANY_OPEN;
      case COOLING_DOWN -> COOLING_DOWN;
      case TOO_MUCH_PRACTICE -> TOO_MUCH_PRACTICE;
      case NOTHING_TO_READ -> NOTHING_TO_READ;
      case ALREADY_READ -> ALREADY_READ;
      case NAME_OF_PRACTICE -> NAME_OF_PRACTICE;
      case NOT_DUE ->
          throw new IllegalArgumentException("only an alarm is refused with " + refusal);
    };
  }

  /** The code of a status that the HTTP server itself answers with. */
  static Code ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 503 -> NOT_READY;
      default -> status < 500 ? INVALID_REQUEST : INTERNAL;
    };
  }
}
