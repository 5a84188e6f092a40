package dev.lockbox.api.lease;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How leases are let.
 *
 * @param keyFile the private key that signs them (Ed25519, PKCS#8, PEM), readable by its owner
 *     alone; empty where none are let
 * @param otherKeys files of public keys (PEM) that are published beside it: those it follows, and
 *     the one that is to follow it; null for none, at most {@value #OTHER_KEYS_MAX}
 * @param issuer what they name as their issuer
 * @param freshWithin how old the newest proof that decisions are made may be; {@link
 *     #FRESH_WITHIN_MIN} to {@link #FRESH_WITHIN_MAX}. A lease lasts a minute from that proof on
 */
@ConfigurationProperties("lockbox.api.leases")
record LeaseSettings(
    Optional<String> keyFile,
    @Nullable List<String> otherKeys,
    @Bindable(defaultValue = "lockbox") String issuer,
    @Bindable(defaultValue = "PT15S") Duration freshWithin) {
  static final int OTHER_KEYS_MAX = 8;

  /** Ticks come every five seconds, and what proves something of one follows by as much. */
  private static final Duration FRESH_WITHIN_MIN = Duration.ofSeconds(10);

  private static final Duration FRESH_WITHIN_MAX = Duration.ofSeconds(45);

  LeaseSettings {
    Require.that(!issuer.isBlank(), "lockbox.api.leases.issuer must be a name");
    Require.within(
        "lockbox.api.leases.fresh-within", freshWithin, FRESH_WITHIN_MIN, FRESH_WITHIN_MAX);
    otherKeys = otherKeys == null ? List.of() : List.copyOf(otherKeys);
    Require.within("lockbox.api.leases.other-keys", otherKeys.size(), 0, OTHER_KEYS_MAX);
  }

  Optional<Path> key() {
    return keyFile.filter(name -> !name.isBlank()).map(Path::of);
  }

  List<Path> others() {
    return otherKeys == null ? List.of() : otherKeys.stream().map(Path::of).toList();
  }
}
