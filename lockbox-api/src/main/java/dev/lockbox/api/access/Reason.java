package dev.lockbox.api.access;

import dev.lockbox.domain.gateway.Finding;

/** Why the answer is no. The names are public. */
enum Reason {
  /** The question is not one: something that it needs is missing, or is no such thing. */
  INVALID_QUESTION,
  /** Who is asked about is no engineer. */
  UNKNOWN_SUBJECT,
  /** The customer is not registered. */
  UNKNOWN_TENANT,
  /** The service has not caught up with the log, or keeps the customer elsewhere. */
  NOT_READY,
  /** Nothing has shown lately that the customer's decisions are still made. */
  NOT_FRESH,
  /** The customer has more grants than are looked at; a question that names a request has one. */
  TOO_MANY_GRANTS,
  /** No such request is there. */
  NO_REQUEST,
  /** The engineer has no grant there now, or the request that was named grants nothing. */
  NOT_GRANTED,
  /** The request that was named is another engineer's. */
  OTHER_ENGINEER,
  /** Grants of the customer are frozen. */
  FROZEN,
  /** No session is open under the id that was named; or none was, and the grant is for one use. */
  NO_SESSION,
  /** The grant does not list the action. */
  ACTION_NOT_GRANTED,
  /** The grant does not list the resource, nor anything that holds it. */
  RESOURCE_NOT_GRANTED,
  /** The customer's list of commands does not have it. */
  COMMAND_NOT_ALLOWED,
  /** The action was asked for with other arguments. */
  ARGUMENT_NOT_GRANTED,
  /** The grant was for one use, and has had it. */
  USED_UP,
  /** An obligation of the grant's is not among those that are kept. */
  OBLIGATION_NOT_KEPT,
  /** A class of data that the grant excludes is not among those that are not shown. */
  EXCLUSION_NOT_KEPT,
  /** The grant lets nobody in by this channel, or by one that is not told. */
  CHANNEL_NOT_ALLOWED,
  /** The grant lets nobody in from this country, or from one that is not told. */
  COUNTRY_NOT_ALLOWED;

  static Reason of(Finding finding) {
    return switch (finding) {
      case NO_REQUEST -> NO_REQUEST;
      case NOT_GRANTED -> NOT_GRANTED;
      case OTHER_ENGINEER -> OTHER_ENGINEER;
      case FROZEN -> FROZEN;
      case NO_SESSION -> NO_SESSION;
      case ACTION_NOT_GRANTED -> ACTION_NOT_GRANTED;
      case RESOURCE_NOT_GRANTED -> RESOURCE_NOT_GRANTED;
      case COMMAND_NOT_ALLOWED -> COMMAND_NOT_ALLOWED;
      case ARGUMENT_NOT_GRANTED -> ARGUMENT_NOT_GRANTED;
    };
  }

  /** Whether it says something of the engineer, and not only that nothing can be said. */
  boolean isDenial() {
    return switch (this) {
      case INVALID_QUESTION, UNKNOWN_SUBJECT, UNKNOWN_TENANT -> false;
      case NOT_READY, NOT_FRESH, TOO_MANY_GRANTS -> false;
      case NO_REQUEST, NOT_GRANTED, OTHER_ENGINEER, FROZEN, NO_SESSION, USED_UP -> true;
      case ACTION_NOT_GRANTED, RESOURCE_NOT_GRANTED, ARGUMENT_NOT_GRANTED -> true;
      case COMMAND_NOT_ALLOWED, OBLIGATION_NOT_KEPT, EXCLUSION_NOT_KEPT -> true;
      case CHANNEL_NOT_ALLOWED, COUNTRY_NOT_ALLOWED -> true;
    };
  }
}
