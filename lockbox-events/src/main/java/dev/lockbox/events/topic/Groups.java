package dev.lockbox.events.topic;

/** Names under which services commit how far they have read, where others look at that. */
public final class Groups {
  /**
   * The processor's. What is before its offset on {@link Topics#COMMANDS} is decided, and what came
   * of it was committed in the same transaction. Never changed.
   */
  public static final String PROCESSOR = "lockbox-processor";

  private Groups() {}
}
