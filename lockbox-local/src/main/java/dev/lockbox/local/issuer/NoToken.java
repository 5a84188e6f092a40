package dev.lockbox.local.issuer;

/** The issuer gives this person no token. */
public final class NoToken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoToken(String person, String why) {
    super("no token for %s: %s".formatted(person, why));
  }
}
