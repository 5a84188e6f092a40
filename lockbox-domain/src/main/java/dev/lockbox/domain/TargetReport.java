package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is told of access at a target: that it is there, is not, or should not be. It is as it is,
 * so it is taken down. The attempt's actor is the enforcement point that set it up, or found it.
 */
public sealed interface TargetReport extends SessionCommand.Told {
  /** All access of a grant is set up at the target. */
  record ReportProvisioned(EngineerId engineer, Attempt by, RequestId request)
      implements TargetReport {
    public ReportProvisioned {
      SessionCommand.mustBeTheCustomers(engineer, request);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /** A grant lasts, and some of its access could not be set up at the target; tries go on. */
  record ReportNotProvisioned(EngineerId engineer, Attempt by, RequestId request)
      implements TargetReport {
    public ReportNotProvisioned {
      SessionCommand.mustBeTheCustomers(engineer, request);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /**
   * A target lets an engineer do what nobody granted, or what no grant lets them do any more.
   *
   * @param about the request that the target names; empty where it names none
   * @param findings why it is no grant's; 1 or more
   */
  record ReportUngranted(
      EngineerId engineer,
      Attempt by,
      Optional<RequestId> about,
      ActionName action,
      ResourceName resource,
      Set<Finding> findings)
      implements TargetReport {
    public ReportUngranted {
      about.ifPresent(request -> SessionCommand.mustBeTheCustomers(engineer, request));
      findings = someFindings(findings);
    }
  }

  /** In their order, so that equal sets have equal bytes. */
  static SortedSet<Finding> someFindings(Set<Finding> findings) {
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("what nobody granted must be found to be so");
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(findings));
  }
}
