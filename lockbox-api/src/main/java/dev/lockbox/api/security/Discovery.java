package dev.lockbox.api.security;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.lockbox.service.Require;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/** Where an issuer says that its parts are (OpenID Connect Discovery 1.0). */
public final class Discovery {
  private final String issuer;
  private final Map<String, Object> found;

  private Discovery(String issuer, Map<String, Object> found) {
    this.issuer = issuer;
    this.found = found;
  }

  /**
   * Asks the issuer.
   *
   * @throws IOException when there is no such document, or it is another issuer's
   */
  public static Discovery of(String issuer) throws IOException {
    var base = issuer.endsWith("/") ? issuer : issuer + "/";
    try {
      var found =
          JSONObjectUtils.parse(
              Documents.get(URI.create(base + ".well-known/openid-configuration")));
      if (!issuer.equals(JSONObjectUtils.getString(found, "issuer"))) {
        throw new IOException("the discovery document is of another issuer than " + issuer);
      }
      return new Discovery(issuer, found);
    } catch (ParseException garbled) {
      throw new IOException("what %s says of itself cannot be read".formatted(issuer), garbled);
    }
  }

  /** Whether it names this address at all. */
  public boolean names(String name) {
    return found.get(name) != null;
  }

  /**
   * One of its addresses.
   *
   * @throws IOException when it names none
   * @throws IllegalArgumentException when it is neither https nor on the loopback of an issuer that
   *     is there itself
   */
  public URI address(String name) throws IOException {
    try {
      var uri = JSONObjectUtils.getURI(found, name);
      if (uri == null) {
        throw new IOException("the discovery document of %s has no %s".formatted(issuer, name));
      }
      Require.safe("%s of %s".formatted(name, issuer), uri);
      // An issuer elsewhere has no say over what is called on this machine's loopback.
      Require.that(
          "https".equals(uri.getScheme()) || issuer.startsWith("http:"),
          "%s of %s must be https, was %s",
          name,
          issuer,
          uri);
      return uri;
    } catch (ParseException garbled) {
      throw new IOException("%s of %s cannot be read".formatted(name, issuer), garbled);
    }
  }
}
