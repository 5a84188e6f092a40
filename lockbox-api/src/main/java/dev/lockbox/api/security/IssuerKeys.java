package dev.lockbox.api.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's keys by kid. Fetched when they have grown old, or when a kid is not known; never
 * more often than the settings say, whatever kids strangers make up. In an outage the old ones
 * count for a while. Safe for several threads.
 */
@Singleton
final class IssuerKeys {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

  private final OidcSettings settings;
  private final KeyFetch fetch;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Known known = new Known(Map.of(), Instant.EPOCH, Instant.EPOCH);

  /**
   * @param fetchedAt when the keys were last fetched
   * @param triedAt when that was last tried
   */
  private record Known(Map<String, JWK> keys, Instant fetchedAt, Instant triedAt) {}

  IssuerKeys(OidcSettings settings, KeyFetch fetch, InstantSource clock) {
    this.settings = settings;
    this.fetch = fetch;
    this.clock = clock;
  }

  /**
   * The key of this kid; empty when the issuer has none.
   *
   * @throws KeysUnavailable when the issuer has not answered for too long
   */
  Optional<JWK> find(String kid) throws KeysUnavailable {
    var now = clock.instant();
    var hasIt = known.keys().containsKey(kid);
    if (!hasIt || isOlderThan(settings.keysCachedFor(), now)) {
      refresh(now, hasIt);
    }
    if (isOlderThan(settings.keysCachedFor().plus(settings.keysKeptInOutage()), now)) {
      throw new KeysUnavailable();
    }
    return Optional.ofNullable(known.keys().get(kid));
  }

  /** The key of this kid, where it need not be fetched first; empty otherwise. */
  Optional<JWK> findFresh(String kid) {
    return isOlderThan(settings.keysCachedFor(), clock.instant())
        ? Optional.empty()
        : Optional.ofNullable(known.keys().get(kid));
  }

  private boolean isOlderThan(Duration age, Instant now) {
    return !known.fetchedAt().plus(age).isAfter(now);
  }

  /** Whoever can do with what is known does not wait for another's fetch. */
  private void refresh(Instant now, boolean canDoWithout) {
    if (canDoWithout ? !fetching.tryLock() : !lock()) {
      return;
    }
    try {
      if (!known.triedAt().plus(settings.keysFetchedEvery()).isAfter(now)) {
        known = fetched(now);
      }
    } finally {
      fetching.unlock();
    }
  }

  private boolean lock() {
    fetching.lock();
    return true;
  }

  private Known fetched(Instant now) {
    try {
      return new Known(byKid(fetch.fetch()), now, now);
    } catch (IOException | IllegalArgumentException failed) {
      LOG.warn("The keys of {} could not be fetched: {}", settings.issuer(), failed.getMessage());
      return new Known(known.keys(), known.fetchedAt(), now);
    }
  }

  /** Only keys for signatures; a kid that two keys share names neither. */
  private static Map<String, JWK> byKid(List<JWK> keys) {
    var byKid = new HashMap<String, JWK>();
    var ambiguous = new HashSet<String>();
    for (var key : keys) {
      var kid = key.getKeyID();
      if (kid != null
          && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
          && byKid.put(kid, key) != null) {
        ambiguous.add(kid);
      }
    }
    byKid.keySet().removeAll(ambiguous);
    return Map.copyOf(byKid);
  }
}
