package dev.lockbox.adapter;

import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.service.Require;
import dev.lockbox.service.SecretFile;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the adapter goes about its work.
 *
 * @param point its id as an enforcement point; tenants that wait for its word name it
 * @param keyFile a file with both halves of the key by which it signs what it publishes; empty
 *     where nobody need sign
 * @param every how often it looks at the target, where nothing happens; 1 s to 5 min
 * @param lagMax for how long a reading of the log counts as current, so that something is created
 *     by it; 1 s to 1 min
 * @param removedWithin how long what was granted may take to be gone, before that is news; 1 s to 1
 *     h
 * @param notProvisionedAfter how long what is granted may take to be there, before that is news; 1
 *     s to 1 h
 */
@ConfigurationProperties("lockbox.adapter")
record AdapterSettings(
    String point,
    Optional<String> keyFile,
    Duration every,
    Duration lagMax,
    Duration removedWithin,
    Duration notProvisionedAfter) {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  AdapterSettings {
    Require.within("lockbox.adapter.every", every, LEAST, Duration.ofMinutes(5));
    Require.within("lockbox.adapter.lag-max", lagMax, LEAST, Duration.ofMinutes(1));
    Require.within("lockbox.adapter.removed-within", removedWithin, LEAST, HOUR);
    Require.within("lockbox.adapter.not-provisioned-after", notProvisionedAfter, LEAST, HOUR);
  }

  /**
   * By which the adapter signs; empty where it does not.
   *
   * @throws IllegalArgumentException when the file holds no key, or not only its owner may read it
   */
  Optional<SigningKey> key() {
    return keyFile.map(Path::of).map(AdapterSettings::key);
  }

  private static SigningKey key(Path file) {
    SecretFile.requireOwnerOnly(file);
    try {
      return SigningKey.of(SecretFile.read(file));
    } catch (IllegalArgumentException noKey) {
      throw new IllegalArgumentException(
          "lockbox.adapter.key-file must hold both halves of a key, %s: %s"
              .formatted(file, noKey.getMessage()),
          noKey);
    }
  }

  /** Throws {@link IllegalArgumentException} when the point is none. */
  Practice practice(Conditions kept) {
    return new Practice(new PointId(point), kept, every, removedWithin, notProvisionedAfter);
  }
}
