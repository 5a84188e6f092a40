package dev.lockbox.api.signin;

import dev.lockbox.api.security.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who signed in with a browser. A route that takes one is reached by nobody else, and by a
 * form only when it was one of our own pages'.
 *
 * @param caller what they may, like that of a token, is what their issuer and the log both say
 * @param name for people to read
 * @param csrf what every form of a page of theirs must carry as {@code csrf}; good for their
 *     session alone
 * @param authenticatedAt when they last proved who they are; {@link Instant#EPOCH} where their
 *     issuer does not say
 * @param acr how, in their issuer's words
 */
public record Visitor(
    Caller caller, String name, String csrf, Instant authenticatedAt, Optional<String> acr) {

  /** Without what lets a form pass. */
  @Override
  public String toString() {
    return "Visitor[%s]".formatted(caller);
  }
}
