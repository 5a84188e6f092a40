package dev.lockbox.api.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;

/**
 * Over HTTP, from where the settings say, or the issuer's discovery document. Takes no more than
 * {@value #KEYS_MAX} keys.
 */
@Singleton
final class HttpKeyFetch implements KeyFetch {
  static final int KEYS_MAX = 100;

  private final OidcSettings settings;

  HttpKeyFetch(OidcSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<JWK> fetch() throws IOException {
    try {
      var keys = JWKSet.parse(Documents.get(jwksUri())).getKeys();
      if (keys.size() > KEYS_MAX) {
        throw new IOException(
            "the issuer has %s keys, at most %s are taken".formatted(keys.size(), KEYS_MAX));
      }
      return keys;
    } catch (ParseException garbled) {
      throw new IOException("the keys of the issuer cannot be read", garbled);
    }
  }

  private URI jwksUri() throws IOException {
    return settings.jwksUri().isPresent()
        ? settings.jwksUri().get()
        : Discovery.of(settings.issuer()).address("jwks_uri");
  }
}
