package dev.lockbox.verifier.signature;

import java.util.regex.Pattern;

/**
 * For whom a passkey signs.
 *
 * @param id a domain name in lower case
 * @param origin of the page that asks, as browsers write it: of that domain or of one below it, and
 *     over TLS but on this machine itself
 */
public record RelyingParty(String id, String origin) {
  private static final String NAME = "[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,30}";
  private static final Pattern DOMAIN = Pattern.compile(NAME);
  private static final Pattern ORIGIN =
      Pattern.compile("(?<scheme>https?)://(?<host>" + NAME + ")(:[1-9][0-9]{0,4})?");

  public RelyingParty {
    var parts = ORIGIN.matcher(origin);
    if (!DOMAIN.matcher(id).matches() || !parts.matches()) {
      throw new IllegalArgumentException("a relying party needs a domain and an origin");
    }
    var host = parts.group("host");
    if (!host.equals(id) && !host.endsWith("." + id)) {
      throw new IllegalArgumentException("%s is not of %s".formatted(origin, id));
    }
    if (parts.group("scheme").equals("http") && !host.equals("localhost")) {
      throw new IllegalArgumentException("%s must be over TLS".formatted(origin));
    }
  }
}
