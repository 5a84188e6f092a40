package dev.lockbox.api.security;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is entered without a token. Whatever is not named here is closed. Paths are looked at whole
 * and as they came: nothing escaped, nothing climbing, no empty part.
 */
public final class Doors {
  private static final String PARTS = "(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*";

  /** What a page needs to look like one, and nothing of any customer. */
  private static final Pattern ASSETS = Pattern.compile("/portal/assets" + PARTS);

  /** Pages for people, entered by a session and never by a token. */
  private static final Pattern PAGES = Pattern.compile("/portal%s/?|/signout".formatted(PARTS));

  private static final Pattern SIGN_IN = Pattern.compile("/signin(/callback|/left)?");

  /** Without what instances know each other by, there is nothing there. */
  private static final Pattern OTHER_INSTANCES =
      Pattern.compile("/hop/registrations/[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private static final List<Pattern> OPEN =
      List.of(
          Pattern.compile("/health(/(liveness|readiness))?"),
          Pattern.compile("/prometheus"),
          Pattern.compile("/\\.well-known/(jwks\\.json|authzen-configuration)"),
          Pattern.compile("/docs%s/?".formatted(PARTS)),
          Pattern.compile("/openapi" + PARTS),
          ASSETS,
          SIGN_IN,
          OTHER_INSTANCES);

  private Doors() {}

  /**
   * Whether everybody may enter.
   *
   * @param path as it stands in the request line, without the query
   */
  static boolean isOpen(String path) {
    return OPEN.stream().anyMatch(open -> open.matcher(path).matches());
  }

  /** Whether it takes a session. What does takes no token, and the other way round. */
  public static boolean takesSession(String path) {
    return PAGES.matcher(path).matches() && !ASSETS.matcher(path).matches();
  }

  /** Whether people see it in a browser. */
  static boolean isForPeople(String path) {
    return PAGES.matcher(path).matches() || SIGN_IN.matcher(path).matches();
  }
}
