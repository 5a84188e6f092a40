package dev.lockbox.domain.evaluation;

/** What the provider's side checks of a request. The names are public: settings use them. */
public enum CheckName {
  /** The engineer may work here at all: trained, their background checked, and still so. */
  ELIGIBILITY,
  /** They hold one lockbox role with all the actions that are asked for. */
  ROLE,
  /** They hold what that role needs beside it. */
  ROLE_PREREQUISITE,
  /** The level asked for is within that role's. */
  PERMISSION_LEVEL,
  /** The time asked for is within that role's; a longer one is refused, not clamped. */
  MAX_DURATION,
  /** The resources are within that role's scopes. */
  RESOURCE_SCOPE,
  /** The resources are within what the engineer works on. */
  WORK_SCOPE,
  /** The reason given is long enough to be one. */
  JUSTIFICATION,
  /** A reason code is given, from the provider's list. */
  REASON_CODE,
  /** An isolated identity, or a sign-in that cannot be phished; or both. */
  IDENTITY,
  /** A ticket that is being worked on, or a reason that needs none. */
  TICKET,
  /** The ticket is this tenant's. */
  TICKET_TENANT,
  /** The engineer is in a country from which work is allowed. */
  LOCATION,
  /** What it is for, and how near it comes to what is the customer's, is said. */
  PURPOSE,
  /** What was tried before is said. */
  ALTERNATIVES,
  /** Enough people are known who can say yes inside the provider, where some must. */
  INTERNAL_APPROVERS,
  /** The request that this one names as its previous one is as its kind wants it. */
  PREVIOUS,
  /** Nothing speaks against it beside these checks: no resource type, limit or customer's rule. */
  ADMISSION,
  /** What a guard rail wants behind the lockbox is there; if not, the customer is asked as if. */
  GUARD_RAIL
}
