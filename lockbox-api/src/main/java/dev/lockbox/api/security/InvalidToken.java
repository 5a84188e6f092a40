package dev.lockbox.api.security;

/** A token that is not believed. Why is for the log, not for whoever sent it. */
public final class InvalidToken extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidToken(String why) {
    super(why, null, false, false);
  }
}
