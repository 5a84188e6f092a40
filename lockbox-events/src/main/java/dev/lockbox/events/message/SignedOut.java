package dev.lockbox.events.message;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Somebody signed out of the portal.
 *
 * @param session SHA-256 of the session's id, in base64url without padding
 * @param until when the session would have been over in any case, in whole milliseconds
 */
public record SignedOut(String session, Instant until) {
  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

  public SignedOut {
    if (!DIGEST.matcher(session).matches()) {
      throw new IllegalArgumentException("a session must be a SHA-256 in base64url");
    }
  }
}
