package dev.lockbox.api.security;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * What issuers publish, over HTTP. Follows no redirect, and takes no more than {@value #BYTES_MAX}
 * bytes.
 */
final class Documents {
  private static final int BYTES_MAX = 256 * 1024;
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration READ_WITHIN = Duration.ofSeconds(3);
  private static final Retriever RETRIEVER = new Retriever();

  private Documents() {}

  static String get(URI uri) throws IOException {
    return RETRIEVER.retrieveResource(uri.toURL()).getContent();
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
