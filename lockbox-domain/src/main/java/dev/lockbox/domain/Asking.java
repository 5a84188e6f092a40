package dev.lockbox.domain;

import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.StartPractice;
import java.util.Optional;

/**
 * What else is known, where a request is decided, of the engineer who asks for it; where it is for
 * practice, of whoever starts it and of all that the customer practises; where somebody says that
 * they read what was done, of them.
 *
 * @param waiting how many other requests of theirs wait for a decision, of this customer's
 * @param denials of this customer's people
 * @param mayPractise whether who starts practice approves or administers for the customer
 * @param readsEverything whether who read it administers or audits all that the customer has
 */
public record Asking(int waiting, Denials denials, boolean mayPractise, boolean readsEverything) {
  /** They asked for nothing else, or it does not matter. */
  public static final Asking NOTHING_ELSE = new Asking(0, Denials.NONE);

  /** In earnest. */
  public Asking(int waiting, Denials denials) {
    this(waiting, denials, false);
  }

  /** Where nobody says that they read anything. */
  public Asking(int waiting, Denials denials, boolean mayPractise) {
    this(waiting, denials, mayPractise, false);
  }

  /**
   * @param waiting how many requests for practice wait at this customer
   * @param members of the customer; empty where it is not registered
   */
  public static Asking toPractise(StartPractice start, int waiting, Optional<Membership> members) {
    var person = start.by().actor();
    return new Asking(
        waiting, Denials.NONE, members.filter(known -> known.actsFor(person)).isPresent());
  }

  /**
   * @param members of the customer; empty where it is not registered
   */
  public static Asking toRead(ConfirmRead read, Optional<Membership> members) {
    var person = read.by().actor();
    return new Asking(
        0, Denials.NONE, false, members.filter(known -> known.readsEverything(person)).isPresent());
  }

  /** Whether a request that stands like this waits for somebody's decision. */
  public static boolean isWaiting(AccessRequest state) {
    return state instanceof AccessRequest.Evaluated || state instanceof AccessRequest.Pending;
  }
}
