package dev.lockbox.notifier.channel;

import dev.lockbox.domain.identity.VisibleText;
import java.util.regex.Pattern;

/**
 * Makes what somebody wrote safe to show: nothing in it is invisible, turns the reading direction,
 * or becomes a link that a mail program makes by itself.
 */
final class Shown {
  private static final Pattern SCHEME = Pattern.compile("://");
  private static final Pattern WWW = Pattern.compile("(?i)\\bwww\\.");

  /** A dot within a word, as in a host name; the dot that ends a sentence stays. */
  private static final Pattern INNER_DOT = Pattern.compile("(?<=[\\p{L}\\p{N}])\\.(?=\\p{L})");

  private Shown() {}

  /**
   * Free text, on as many lines as it was written: {@code https://evil.example} loses its teeth.
   */
  static String text(String written) {
    var lines = written.replace("\r\n", "\n").replace('\r', '\n');
    return INNER_DOT.matcher(withoutSchemes(VisibleText.of(lines))).replaceAll("[.]");
  }

  /** An id, which is ASCII by its own rules and may need its dots: on one line. */
  static String id(String id) {
    return withoutSchemes(VisibleText.of(id).replace('\n', ' '));
  }

  private static String withoutSchemes(String text) {
    return WWW.matcher(SCHEME.matcher(text).replaceAll("[:]//")).replaceAll("www[.]");
  }
}
