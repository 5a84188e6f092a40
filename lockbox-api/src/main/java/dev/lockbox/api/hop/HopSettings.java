package dev.lockbox.api.hop;

import dev.lockbox.service.Require;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Optional;

/**
 * How instances pass calls on to each other.
 *
 * @param keyFile 32 random bytes in base64, readable by its owner alone, the same for all
 *     instances: they know each other by it. Must be set where {@code lockbox.view.address} is
 * @param caFile certificates (PEM) of those who alone may say of a machine that it is another
 *     instance; empty for whomever Java trusts
 * @param openMax calls passed on at once, streams included; 1 to 100000. One more is answered with
 *     503
 */
@ConfigurationProperties("lockbox.hop")
record HopSettings(
    Optional<String> keyFile,
    Optional<String> caFile,
    @Bindable(defaultValue = "1000") int openMax) {
  private static final int OPEN_MAX = 100_000;

  HopSettings {
    Require.within("lockbox.hop.open-max", openMax, 1, OPEN_MAX);
  }
}
