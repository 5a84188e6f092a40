package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import java.time.Instant;

/** How what was decided about a request is proven. None of it decides anything. */
public sealed interface SigningEvent extends RequestEvent {
  Provenance by();

  /**
   * An approver signed the yes that follows, and the signature was good by the keys that the tenant
   * had then.
   *
   * @param payload what was signed; see {@link DecisionPayload}
   */
  record DecisionSigned(RequestId request, Instant at, Provenance by, Payload payload, Proof proof)
      implements SigningEvent {}
}
