package dev.lockbox.api.security;

import com.nimbusds.jose.jwk.JWK;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the test's issuer, in the place of those behind HTTP, which may be others, or gone.
 */
@Singleton
@Replaces(HttpKeyFetch.class)
@Requires(property = "test.edges")
public final class FakeKeys implements KeyFetch {
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile @Nullable List<JWK> keys = Issuer.publicKeys();

  /** The issuer has these keys now. */
  public void be(List<JWK> now) {
    keys = List.copyOf(now);
  }

  /** The issuer answers nobody. */
  public void beNothing() {
    keys = null;
  }

  /** How often they were asked for. */
  public int fetches() {
    return fetches.get();
  }

  @Override
  public List<JWK> fetch() throws IOException {
    fetches.incrementAndGet();
    var now = keys;
    if (now == null) {
      throw new IOException("gone");
    }
    return now;
  }
}
