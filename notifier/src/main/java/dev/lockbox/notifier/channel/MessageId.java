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
    return new MessageId("<%s@%s>".formatted(sha256(what).substring(0, HEX_DIGITS), domain));
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
