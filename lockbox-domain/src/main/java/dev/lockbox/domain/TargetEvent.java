package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How it stands with an engineer's access at a target, as an enforcement point tells it. Grants
 * nothing and ends nothing.
 */
public sealed interface TargetEvent extends SessionEvent {
  /** Names the enforcement point. */
  Provenance by();

  @Override
  default Optional<Provenance> attempted() {
    return Optional.of(by());
  }

  /** All access of a grant is set up at the target. */
  record AccessProvisioned(EngineerId engineer, Instant at, Provenance by, RequestId request)
      implements TargetEvent {
    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /** A grant lasts, and some of its access could not be set up at the target; tries go on. */
  record AccessNotProvisioned(EngineerId engineer, Instant at, Provenance by, RequestId request)
      implements TargetEvent {
    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /**
   * A target lets an engineer do what nobody granted, or what no grant lets them do any more.
   *
   * @param about the request that the target names; empty where it names none
   * @param findings why it is no grant's, as the enforcement point had read the log by then; 1 or
   *     more
   */
  record UngrantedAccessDetected(
      EngineerId engineer,
      Instant at,
      Provenance by,
      Optional<RequestId> about,
      ActionName action,
      ResourceName resource,
      Set<Finding> findings)
      implements TargetEvent {
    public UngrantedAccessDetected {
      findings = TargetReport.someFindings(findings);
    }
  }
}
