package dev.lockbox.events.message;

/**
 * Names of the headers on our records. Most repeat what the record says, for those who do not
 * decode it.
 */
public final class Headers {
  /** On an event: the id of the command that brought it about, in UTF-8. */
  public static final String CAUSE = "lockbox-cause";

  /**
   * On a gateway's record that the processor put where the engineer's belong: the partition on
   * which it was found. It is put elsewhere once and no more.
   */
  public static final String MOVED = "lockbox-moved-from";

  /** On a service's record: that it is the service's own; see {@code PublicationSignature}. */
  public static final String SIGNATURE = "lockbox-signature";

  /**
   * On a service's record: the named engineer's own word that they ask; a JWT of their issuer's.
   */
  public static final String ASSERTION = "lockbox-requester-assertion";

  private Headers() {}
}
