package dev.lockbox.domain;

/**
 * What else is known, where a request is decided, of the engineer who asks for it.
 *
 * @param waiting how many other requests of theirs wait for a decision, of this customer's
 * @param denials of this customer's people
 */
public record Asking(int waiting, Denials denials) {
  /** They asked for nothing else, or it does not matter. */
  public static final Asking NOTHING_ELSE = new Asking(0, Denials.NONE);

  /** Whether a request that stands like this waits for somebody's decision. */
  public static boolean isWaiting(AccessRequest state) {
    return state instanceof AccessRequest.Evaluated || state instanceof AccessRequest.Pending;
  }
}
