package dev.lockbox.service;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Refuses a setting that is out of its bounds, naming what was expected and what was found. */
public final class Require {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private Require() {}

  public static void that(boolean holds, String message, Object... values) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }

  /** What travels there is never in the clear: https, or http on this machine's loopback. */
  public static void safe(String name, URI uri) {
    that(
        uri.getHost() != null
            && ("https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()))),
        "%s must be https (http on loopback only), was %s",
        name,
        uri);
  }

  /** Both bounds are allowed. */
  public static void within(String name, Duration given, Duration least, Duration most) {
    that(
        given.compareTo(least) >= 0 && given.compareTo(most) <= 0,
        "%s must be from %s to %s, was %s",
        name,
        least,
        most,
        given);
  }

  /** Both bounds are allowed. */
  public static void within(String name, int given, int least, int most) {
    that(
        given >= least && given <= most,
        "%s must be from %s to %s, was %s",
        name,
        least,
        most,
        given);
  }
}
