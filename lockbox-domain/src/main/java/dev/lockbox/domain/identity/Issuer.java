package dev.lockbox.domain.identity;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose word it is that somebody is who they are: an issuer of OpenID Connect. Two that differ in a
 * letter, a slash or a case are two.
 *
 * @param url as its tokens have it; https, or http on loopback, without query or fragment; at most
 *     255 characters
 */
public record Issuer(String url) {
  /** How many may speak for one customer. */
  public static final int NAMED_MAX = 8;

  private static final int CHARS_MAX = 255;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(https://[A-Za-z0-9][A-Za-z0-9.-]*|http://(localhost|127[.]0[.]0[.]1|\\[::1\\]))"
              + "(:[0-9]{1,5})?(/[A-Za-z0-9._~%!$&'()*+,;=:@/-]*)?");

  public Issuer {
    if (url.length() > CHARS_MAX || !SHAPE.matcher(url).matches()) {
      throw new IllegalArgumentException(
          "issuer must be https, or http on loopback, without query or fragment, at most %s characters"
              .formatted(CHARS_MAX));
    }
  }

  /** As many as may be named. */
  public static Set<Issuer> bounded(Set<Issuer> issuers) {
    if (issuers.size() > NAMED_MAX) {
      throw new IllegalArgumentException(
          "issuers must be at most %s, were %s".formatted(NAMED_MAX, issuers.size()));
    }
    return Set.copyOf(issuers);
  }

  @Override
  public String toString() {
    return url;
  }
}
