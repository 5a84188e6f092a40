package dev.lockbox.notifier.channel;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A mail's Message-ID, angle brackets included: by it a receiver recognises a repetition.
 *
 * @param value {@code <left@right>} of letters, digits, dots and hyphens (RFC 5322, and less): it
 *     cannot break out of its header
 */
public record MessageId(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("<[A-Za-z0-9][A-Za-z0-9.-]{0,127}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}>");

  /** Of the digest; enough that no two notices of all time share an id. */
  private static final int HEX_DIGITS = 40;

  private static final String WAITING = "<waiting.";
  private static final String TOGETHER = "<together.";

  public MessageId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("Message-ID must match %s".formatted(SHAPE.pattern()));
    }
  }

  /**
   * The id of what a person is told of an event: the same whenever and wherever it is asked for. A
   * person's id may hold what a Message-ID may not, so it goes in by its digest.
   *
   * @param sequence of the event in the tenant's history
   * @param domain the part after the {@code @}
   */
  public static MessageId of(TenantId tenant, long sequence, PersonId recipient, String domain) {
    var what = "%s/%s/%s".formatted(tenant, sequence, recipient);
    return new MessageId("<%s@%s>".formatted(digest(what), domain));
  }

  /**
   * Under which all waits that a person is to be told of together. Nothing is ever mailed under it,
   * so what has it was told by nobody.
   */
  public static MessageId waiting(TenantId tenant, PersonId recipient, String domain) {
    var what = "%s/%s".formatted(tenant, recipient);
    return new MessageId(WAITING + "%s@%s>".formatted(digest(what), domain));
  }

  public boolean isWaiting() {
    return value.startsWith(WAITING);
  }

  /**
   * Of the letter that tells what waited under this id.
   *
   * @param first the sequence of the first event that it tells; it is the first of one letter only
   */
  public MessageId together(long first) {
    if (!isWaiting()) {
      throw new IllegalArgumentException("nothing waits under " + value);
    }
    return new MessageId(value.replace(WAITING, TOGETHER).replace("@", ".%s@".formatted(first)));
  }

  public boolean isTogether() {
    return value.startsWith(TOGETHER);
  }

  private static String digest(String what) {
    return sha256(what).substring(0, HEX_DIGITS);
  }

  private static String sha256(String what) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(what.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
