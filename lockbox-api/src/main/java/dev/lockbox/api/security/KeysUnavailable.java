package dev.lockbox.api.security;

/** The issuer's keys are not at hand, so nothing can be said of any token. */
public final class KeysUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  KeysUnavailable() {
    super("the keys of the issuer are not at hand");
  }
}
