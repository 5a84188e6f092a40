package dev.lockbox.api.security;

import java.util.List;
import java.util.regex.Pattern;

/** What is open to everybody. Whatever is not named here is closed. */
final class Doors {
  /** Whole paths, as they came: nothing escaped, nothing climbing, no empty part. */
  private static final List<Pattern> OPEN =
      List.of(
          Pattern.compile("/health(/(liveness|readiness))?"),
          Pattern.compile("/prometheus"),
          Pattern.compile("/\\.well-known/jwks\\.json"),
          Pattern.compile("/docs(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?"),
          Pattern.compile("/openapi(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*"));

  private Doors() {}

  /**
   * @param path as it stands in the request line, without the query
   */
  static boolean isOpen(String path) {
    return OPEN.stream().anyMatch(open -> open.matcher(path).matches());
  }
}
