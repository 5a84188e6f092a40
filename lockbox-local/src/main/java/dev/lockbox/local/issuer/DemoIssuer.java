package dev.lockbox.local.issuer;

import dev.lockbox.broker.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An issuer on loopback that gives anybody the token of any person of the demo, no password asked,
 * and signs them in as whoever they choose to be. Its key is kept, so a token stays good over a
 * restart.
 */
public final class DemoIssuer implements AutoCloseable {
  /** Whom the tokens are for. */
  public static final String AUDIENCE = "lockbox-api";

  /** What it knows the portal as, where people sign in. */
  public static final String PORTAL = "lockbox-portal";

  private static final String ID = "lockbox";

  private final MockOAuth2Server server;
  private final URI url;

  private DemoIssuer(MockOAuth2Server server, URI url) {
    this.server = server;
    this.url = url;
  }

  /** Returns when it answers. */
  public static DemoIssuer start(int port, Path keyFile) {
    var server = new MockOAuth2Server(config(keyFile));
    try {
      server.start(InetAddress.getByName(Loopback.HOST), port);
    } catch (IOException e) {
      throw new UncheckedIOException("the issuer cannot listen on " + Loopback.address(port), e);
    }
    return new DemoIssuer(server, URI.create("http://%s/%s".formatted(Loopback.address(port), ID)));
  }

  /** What tokens name as {@code iss}; its metadata is below {@code /.well-known}. */
  public URI url() {
    return url;
  }

  /** Where the public half of its key is. */
  public URI keys() {
    return URI.create(url + "/jwks");
  }

  @Override
  public void close() {
    server.shutdown();
  }

  /** Netty, because the default server remembers every request it ever answered. */
  private static OAuth2Config config(Path keyFile) {
    var keys = new KeyProvider(List.of(SigningKey.keptIn(keyFile)));
    return new OAuth2Config(
        true,
        LoginPage.beside(keyFile).toString(),
        null,
        false,
        new OAuth2TokenProvider(keys),
        Set.of(new DemoClaims(ID, AUDIENCE, InstantSource.system())),
        new NettyWrapper());
  }
}
