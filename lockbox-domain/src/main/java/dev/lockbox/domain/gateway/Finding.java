package dev.lockbox.domain.gateway;

/** Why something that an engineer did was outside of a grant. The names are public. */
public enum Finding {
  /** No request was named, or none that this customer has. */
  NO_REQUEST,
  /** The request granted nothing at that moment. */
  NOT_GRANTED,
  /** The request is another engineer's. */
  OTHER_ENGINEER,
  /** Grants of the customer were frozen. */
  FROZEN,
  /** No session of the engineer's was open under the id that was named. */
  NO_SESSION,
  /** The grant does not list the action. */
  ACTION_NOT_GRANTED,
  /** The grant does not list the resource, nor anything that holds it. */
  RESOURCE_NOT_GRANTED,
  /** The customer's list of commands does not have it, or not with these parameters. */
  COMMAND_NOT_ALLOWED,
  /** It was done with something else than the action was asked for with. */
  ARGUMENT_NOT_GRANTED
}
