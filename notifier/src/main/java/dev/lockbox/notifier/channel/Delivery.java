package dev.lockbox.notifier.channel;

/** What came of one try. */
public sealed interface Delivery {

  /** The other side has taken the letter over. */
  record Accepted() implements Delivery {}

  /**
   * The letter is still ours. It may have been taken over all the same, when the answer was lost.
   *
   * @param why for the operator; one line, without anybody's address
   */
  record Failed(Scope scope, String why) implements Delivery {}

  /** Whose failure it was, and so who had better wait. */
  enum Scope {
    /** Any other letter would have met it too. */
    SERVER,
    /** This letter's, or its recipient's. */
    LETTER
  }
}
