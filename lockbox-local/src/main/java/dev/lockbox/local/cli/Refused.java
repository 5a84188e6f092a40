package dev.lockbox.local.cli;

/** What was asked for is not to be had; says why. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(String why) {
    super(why);
  }
}
