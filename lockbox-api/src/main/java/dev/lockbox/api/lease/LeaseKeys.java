package dev.lockbox.api.lease;

import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that signs leases, where one is set, and those that are published. Read once at start.
 */
@Singleton
public final class LeaseKeys {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeys.class);

  private final Optional<SigningKey> signing;
  private final List<OctetKeyPair> published;

  LeaseKeys(LeaseSettings settings) {
    this.signing = settings.key().map(SigningKey::read);
    this.published =
        Stream.concat(
                signing.map(SigningKey::published).stream(),
                settings.others().stream().map(PublicKeys::read))
            .distinct()
            .toList();
  }

  /** Says at the start which key signs, or that none does. */
  public void announce() {
    signing.ifPresentOrElse(
        key -> LOG.info("Leases are signed by key {}", key.published().getKeyID()),
        () -> LOG.warn("No lease is let: lockbox.api.leases.key-file is not set"));
  }

  /** Empty where no lease is let. */
  Optional<SigningKey> signing() {
    return signing;
  }

  /** The one that signs first. */
  List<OctetKeyPair> published() {
    return published;
  }
}
