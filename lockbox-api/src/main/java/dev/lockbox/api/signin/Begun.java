package dev.lockbox.api.signin;

import java.time.Instant;

/**
 * A sign-in that has begun, as the browser keeps it for us while its user is with the issuer.
 *
 * @param issuer its name in our settings
 * @param state comes back with the user, so that what comes back is what was begun here
 * @param nonce comes back in the ID token
 * @param verifier shows that whoever hands in the code is who began (PKCE)
 * @param page to go to at the end
 * @param again whether who they are must be proved anew, for a yes
 * @param until seconds since 1970 at which it is too late to finish
 */
record Begun(
    String issuer,
    String state,
    String nonce,
    String verifier,
    String page,
    boolean again,
    long until) {
  boolean isOver(Instant now) {
    return now.getEpochSecond() >= until;
  }
}
