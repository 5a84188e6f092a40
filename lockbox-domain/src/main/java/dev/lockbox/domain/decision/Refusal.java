package dev.lockbox.domain.decision;

/**
 * Why the rules say no. The names are public: they stand in events, in the audit log and in HTTP
 * answers.
 */
public enum Refusal {
  /** The time for deciding is over; exactly at the deadline is over. */
  TOO_LATE,
  /** Nobody approves their own request. */
  OWN_REQUEST,
  /** The provider's own approvers come first; the customer has not been asked yet. */
  INTERNAL_APPROVAL_FIRST,
  /** Not among those who may decide on this request. */
  NOT_AN_APPROVER,
  /** Only the engineer who asked may withdraw. */
  NOT_THE_ENGINEER,
  NO_SUCH_REQUEST,
  /** This request id is taken, by another content or another producer. */
  ALREADY_OPENED,
  /** A withdrawal or a resolved ticket came before the request and closed its id for good. */
  CLOSED_BEFORE_OPENED,
  /** The request is past the point at which this could be asked of it. */
  ALREADY_DECIDED,
  /**
   * The approval was read off another version of the request, or the change made from another one
   * of the tenant, than the one that stands.
   */
  STALE_VERSION,
  /** What is to be set stands so already, whoever set it; the version stays as it is. */
  NOTHING_TO_CHANGE,
  /** The same actor used this decision id for something else. */
  DECISION_ID_REUSED,
  ACCESS_TOO_LONG,
  /** Access for no time, or for less than none. */
  ACCESS_NOT_POSITIVE,
  /** A resource is of no type that the catalogue knows. */
  UNSUPPORTED_RESOURCE_TYPE,
  /** A resource is known, and so is that the way it is deployed is not supported. */
  UNSUPPORTED_DEPLOYMENT_MODEL,
  /** An action applies to none of the resources, or none of the actions to a resource. */
  UNSUPPORTED_ACTION,
  /** An action is not allowed on one of the resources it applies to. */
  ACTION_NOT_ALLOWED_HERE,
  /** Nothing is ever granted on a resource of this type. */
  NOT_GRANTABLE,
  UNKNOWN_TENANT,
  /** The tenant is registered already. */
  TENANT_EXISTS,
  /** Nobody would be left who may approve. */
  NO_APPROVERS,
  /** The request's history is impossible; it grants nothing and takes no commands. */
  REQUEST_FAULTED,
  /** The approval grants what was not asked for, or for longer. */
  WIDER_THAN_ASKED,
  /** One person's yes counts once. */
  ALREADY_APPROVED,
  /** The tenant's rules want a ticket with every request. */
  TICKET_REQUIRED,
  /** The tenant's rules want one of their reason codes with every request. */
  REASON_CODE_REQUIRED,
  /** Only the tenant's administrators change its rules. */
  NOT_AN_ADMIN,
  /** A change of rules waits for another administrator than the one who proposed it. */
  SECOND_PERSON_NEEDED,
  /** No such change of rules waits to be confirmed. */
  NO_SUCH_PROPOSAL,
  /** The tenant's plan is below the one from which anything is put behind the lockbox. */
  PLAN_NOT_ELIGIBLE,
  /** A rule that approves could never have an effect, since another denies all that it approves. */
  CONTRADICTING_RULES,
  /** Who changed the rules says no yes for a while, where the tenant wants it. */
  EDITOR_MUST_WAIT,
  /** The clock that stamps commands cannot be trusted just now, so nothing is granted by it. */
  CLOCK_SUSPECT,
  /** A record that nobody can read may have been a no; nothing is granted until it is settled. */
  GRANTS_FROZEN,
  /** The record named does not freeze the tenant's grants. */
  NOT_FROZEN,
  /** No such question of this request waits for an answer. */
  NO_SUCH_QUESTION,
  /** No such offer stands. */
  NO_SUCH_OFFER,
  /** What is offered is all that is asked for, which is for an approval to say. */
  OFFERS_NO_LESS,
  /** Nothing was reported under this id, or nothing that the customer is to know yet. */
  NO_SUCH_EXCLUSION,
  /** This id is taken, by another report. */
  EXCLUSION_EXISTS,
  /** It waits for no second person. */
  NOTHING_TO_CONFIRM,
  ALREADY_ACKNOWLEDGED,
  /** Only who approves or administers for the customer may. */
  NOT_OF_THE_CUSTOMER,
  /** As many questions were asked of this request, or offers made, as are taken. */
  SAID_ENOUGH,
  /** Roles and engineers are kept under the provider's own tenant, and by nobody else. */
  NOT_THE_PROVIDER,
  NO_SUCH_ROLE,
  /** The role is no more, and its id is closed for good. */
  ROLE_WITHDRAWN,
  /**
   * A role needs another one, which the engineer does not hold, or which in turn needs the role.
   */
  ROLE_PREREQUISITE,
  /** Nobody has said who this engineer is. */
  NO_SUCH_ENGINEER,
  /** The engineer is no member of the role, or does not ask to be one. */
  NO_SUCH_MEMBERSHIP,
  /** Membership is asked for already, and waits. */
  ALREADY_ASKED,
  /** Membership for longer than the role lets anybody be a member, or for no time. */
  MEMBERSHIP_TOO_LONG,
  /** An engineer is a member of so many roles that there is room for no more. */
  TOO_MANY_MEMBERSHIPS,
  /** Only the engineer's manager says yes to a membership. */
  NOT_THE_MANAGER,
  /** Nobody decides about roles of their own, or about themselves. */
  OWN_MEMBERSHIP,
  /** No word of this enforcement point is waited for on this request. */
  CLOSING_NOT_AWAITED,
  /** The request grants nothing just now, so no session begins or goes on under it. */
  NOT_GRANTED,
  /** The grant is another engineer's. */
  OTHERS_GRANT,
  /** No such session of the engineer's is open. */
  NO_SUCH_SESSION,
  /** A session was started under this id before. */
  SESSION_EXISTS,
  /** As many sessions are open there as may be at once. */
  SESSION_LIMIT,
  /** The grant, or the tenant's rules, let the engineer have no session on this target. */
  TARGET_NOT_ALLOWED,
  /** A session on a target must go through an open gateway session. */
  GATEWAY_NEEDED,
  /** The tenant lets nobody in by this channel. */
  CHANNEL_NOT_ALLOWED,
  /** The tenant lets nobody in from this gateway. */
  SOURCE_NOT_ALLOWED,
  /** The engineer authenticated by none of the ways that the tenant asks for. */
  MFA_REQUIRED,
  /** No key or card was used that the tenant lists for this platform, or one listed for another. */
  CREDENTIAL_NOT_ALLOWED,
  /** The device is not of the kind the tenant asks for, or does not keep to what it must. */
  DEVICE_NOT_ALLOWED,
  /** The session is not encrypted by one of the modules that the tenant asks for. */
  CRYPTO_NOT_ALLOWED,
  /** The engineer does not sit in one of the countries that the tenant asks for. */
  COUNTRY_NOT_ALLOWED,
  /** The gateway does not say that it keeps an obligation of the grant, or leaves out a class. */
  OBLIGATION_NOT_KEPT,
  /** The tenant's rules grant this to nobody, whoever approves. */
  DENIED_BY_RULES,
  /** Access would begin outside the hours that the tenant has set for it. */
  OUTSIDE_HOURS,
  /** The conditions leave no channel, or no country to come from. */
  NO_WAY_IN_LEFT,
  /** Access is to begin further ahead than anybody is asked for. */
  STARTS_TOO_LATE,
  /** One request asks for more resources, or for wider ones, than the customer lets. */
  SCOPE_TOO_WIDE,
  /** As many of the engineer's requests wait as the customer wants to be asked at once. */
  TOO_MANY_OPEN,
  /**
   * The customer denied the engineer so much of late that it wants to be asked nothing just now.
   */
  COOLING_DOWN,
  /** The tenant wants whoever says yes to have said first that they review what stands. */
  REVIEW_FIRST,
  /** The tenant wants more time between that and the yes. */
  REVIEW_TOO_SHORT,
  /** One person begins to review the same terms once. */
  ALREADY_REVIEWING,
  /** Nothing was done under it that anybody could read: it is not over, or never was granted. */
  NOTHING_TO_READ,
  /** Somebody has said before that they read what was done. */
  ALREADY_READ,
  /** As many requests for practice wait at the customer as may, so that none in earnest is lost. */
  TOO_MUCH_PRACTICE,
  /** Only practice goes by this engineer's name. */
  NAME_OF_PRACTICE,
  /** The tenant wants this yes signed by a key of its approver's. */
  SIGNATURE_REQUIRED,
  /** What was signed is not what is asked, or it was not this key that signed it. */
  SIGNATURE_INVALID,
  /** No such key is known of this person, or it holds not yet. */
  KEY_UNKNOWN,
  /** The tenant has this key already, whoever it is said to be of. */
  KEY_EXISTS,
  /** The person, or the tenant, has as many keys as there is room for. */
  TOO_MANY_KEYS,
  /**
   * No deadline has passed. Only an alarm is refused with this, and it is counted, not recorded.
   */
  NOT_DUE
}
