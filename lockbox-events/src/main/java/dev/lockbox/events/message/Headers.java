package dev.lockbox.events.message;

/**
 * Names of the headers on our records. They repeat what the record says, for those who do not
 * decode it.
 */
public final class Headers {
  /** On an event: the id of the command that brought it about, in UTF-8. */
  public static final String CAUSE = "lockbox-cause";

  private Headers() {}
}
