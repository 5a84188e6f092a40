package dev.lockbox.api.signin;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody wanted to go who first had to sign in: a page of the portal, and nowhere else. */
final class LocalPage {
  static final String HOME = "/portal";

  private static final int CHARS_MAX = 512;

  /** No second slash in a row, no backslash, no scheme, no host: nothing that leads elsewhere. */
  private static final Pattern SHAPE =
      Pattern.compile("/portal(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?(\\?[A-Za-z0-9._~=&%+-]*)?");

  private LocalPage() {}

  /** The page, or home where it is none. */
  static String of(Optional<String> asked) {
    return asked
        .filter(page -> page.length() <= CHARS_MAX && SHAPE.matcher(page).matches())
        .orElse(HOME);
  }
}
