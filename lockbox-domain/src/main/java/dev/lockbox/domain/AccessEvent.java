package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Optional;

/** What happened to access that was granted. */
public sealed interface AccessEvent extends RequestEvent {
  /** The attempt that was accepted; empty for what time brings. */
  Optional<Provenance> attempted();

  /** The engineer was done before the grant's time was up. */
  record AccessFinished(RequestId request, Instant at, Provenance by) implements AccessEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }
}
