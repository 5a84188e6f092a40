package dev.lockbox.api.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.lockbox.service.Require;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;

/**
 * Over HTTP, from where the settings say, or the issuer's discovery document. Follows no redirect,
 * and takes no more than {@value #BYTES_MAX} bytes and {@value #KEYS_MAX} keys.
 */
@Singleton
final class HttpKeyFetch implements KeyFetch {
  static final int KEYS_MAX = 100;
  private static final int BYTES_MAX = 256 * 1024;
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration READ_WITHIN = Duration.ofSeconds(3);

  private final OidcSettings settings;
  private final Retriever retriever = new Retriever();

  HttpKeyFetch(OidcSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<JWK> fetch() throws IOException {
    try {
      var keys = JWKSet.parse(get(jwksUri())).getKeys();
      if (keys.size() > KEYS_MAX) {
        throw new IOException(
            "the issuer has %s keys, at most %s are taken".formatted(keys.size(), KEYS_MAX));
      }
      return keys;
    } catch (ParseException garbled) {
      throw new IOException("the keys of the issuer cannot be read", garbled);
    }
  }

  private URI jwksUri() throws IOException, ParseException {
    if (settings.jwksUri().isPresent()) {
      return settings.jwksUri().get();
    }
    var issuer = settings.issuer();
    var base = issuer.endsWith("/") ? issuer : issuer + "/";
    var found = JSONObjectUtils.parse(get(URI.create(base + ".well-known/openid-configuration")));
    if (!issuer.equals(JSONObjectUtils.getString(found, "issuer"))) {
      throw new IOException("the discovery document is of another issuer than " + issuer);
    }
    var uri = JSONObjectUtils.getURI(found, "jwks_uri");
    if (uri == null) {
      throw new IOException("the discovery document of %s names no keys".formatted(issuer));
    }
    Require.safe("jwks_uri of " + issuer, uri);
    return uri;
  }

  private String get(URI uri) throws IOException {
    return retriever.retrieveResource(uri.toURL()).getContent();
  }

  /** The library's, without redirects. */
  private static final class Retriever extends DefaultResourceRetriever {
    Retriever() {
      super((int) CONNECT_WITHIN.toMillis(), (int) READ_WITHIN.toMillis(), BYTES_MAX);
    }

    @Override
    protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
      var connection = super.openHTTPConnection(url);
      connection.setInstanceFollowRedirects(false);
      return connection;
    }
  }
}
