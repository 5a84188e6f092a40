package dev.lockbox.api.signin;

import java.time.Instant;

/**
 * Somebody who has signed out here and was led to their issuer to do so there too, as the browser
 * keeps it for us until they are back.
 *
 * @param issuer its name in our settings
 * @param state comes back with them, so that who comes back is who was led there
 * @param until seconds since 1970 at which it is too late to come back
 */
record Leaving(String issuer, String state, long until) {
  boolean isOver(Instant now) {
    return now.getEpochSecond() >= until;
  }
}
