package dev.lockbox.events.codec;

/** Text of unknown origin, made fit for a message. */
final class Texts {
  private static final int SHOWN_CHARS_MAX = 80;

  private Texts() {}

  /**
   * The beginning of it, printable ASCII only, so that a hostile value can neither fill nor forge a
   * log.
   */
  static String shown(String text) {
    return text.substring(0, Math.min(SHOWN_CHARS_MAX, text.length())).replaceAll("[^ -~]", "?");
  }
}
