package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Usage;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What happened in an engineer's sessions at one customer, or was found of theirs at a target.
 * Leaves requests and the tenant as they are.
 */
public sealed interface SessionEvent extends Event
    permits SessionEvent.SessionStarted,
        SessionEvent.SessionActive,
        SessionEvent.ActionPerformed,
        SessionEvent.ActionAuthorised,
        SessionEvent.ActionDenied,
        SessionEvent.SessionEnded,
        SessionEvent.DevicePostureChanged,
        SessionEvent.UseSummarised,
        TargetEvent {
  EngineerId engineer();

  /** The attempt that was accepted; empty for what time or the end of a grant brought about. */
  Optional<Provenance> attempted();

  @Override
  default TenantId tenant() {
    return engineer().tenant();
  }

  /**
   * An engineer came in.
   *
   * @param actions that the grant lists
   * @param idleAfter it ends when nothing is done for so long
   * @param accessUntil when its grant ends
   * @param endBy it ends then at the latest; never after {@code accessUntil}
   */
  record SessionStarted(
      EngineerId engineer,
      Instant at,
      Provenance by,
      SessionId session,
      RequestId request,
      Optional<ResourceName> target,
      Optional<SessionId> through,
      Connection connection,
      List<ActionName> actions,
      Duration idleAfter,
      Instant accessUntil,
      Instant endBy)
      implements SessionEvent {
    public SessionStarted {
      actions = List.copyOf(actions);
    }

    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /**
   * Something moved in a session.
   *
   * @param idleBy from this instant on it is idle, unless something moves before
   */
  record SessionActive(
      EngineerId engineer,
      Instant at,
      Provenance by,
      SessionId session,
      RequestId request,
      Instant idleBy)
      implements SessionEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /**
   * The engineer did something.
   *
   * @param findings why it was outside of the grant; empty where it was within
   * @param granted the resource of the grant that it was done to, or that holds it
   * @param rules of the customer's list of commands, by their ids: the one that allows what was
   *     typed, or those for its verb that do not
   * @param idleBy from this instant on the session is idle; empty where this does not count for it
   */
  record ActionPerformed(
      EngineerId engineer,
      Instant at,
      Provenance by,
      Optional<RequestId> about,
      Optional<SessionId> session,
      Deed deed,
      Set<Finding> findings,
      Optional<ResourceName> granted,
      List<Code> rules,
      Optional<Instant> idleBy)
      implements SessionEvent {
    public ActionPerformed {
      findings = sorted(findings);
      rules = List.copyOf(rules);
    }

    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * A gateway asked whether the engineer may do something, and they may: nothing about it was
   * outside of the grant. Whether they did it is told separately.
   *
   * @param granted the resource of the grant that it is to be done to, or that holds it
   * @param rules the one of the customer's list of commands that allows what is typed, if it has an
   *     id
   * @param idleBy from this instant on the session is idle, unless something moves before
   */
  record ActionAuthorised(
      EngineerId engineer,
      Instant at,
      Provenance by,
      RequestId request,
      SessionId session,
      Deed deed,
      ResourceName granted,
      List<Code> rules,
      Instant idleBy)
      implements SessionEvent {
    public ActionAuthorised {
      rules = List.copyOf(rules);
    }

    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /**
   * The engineer was kept from doing something, by whoever reports it or because a gateway asked.
   *
   * @param findings why it would have been outside of the grant; empty where whoever kept them from
   *     it had reasons of their own
   * @param rules as of what was performed
   */
  record ActionDenied(
      EngineerId engineer,
      Instant at,
      Provenance by,
      Optional<RequestId> about,
      Optional<SessionId> session,
      Deed deed,
      Set<Finding> findings,
      List<Code> rules)
      implements SessionEvent {
    public ActionDenied {
      findings = sorted(findings);
      rules = List.copyOf(rules);
    }

    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  record SessionEnded(
      EngineerId engineer,
      Instant at,
      Optional<Provenance> attempted,
      SessionId session,
      RequestId request,
      SessionEnd cause)
      implements SessionEvent {
    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }
  }

  /**
   * A device was found to keep to what it must, or not to; on the latter nobody's session begins at
   * this customer.
   */
  record DevicePostureChanged(
      EngineerId engineer, Instant at, Provenance by, DeviceId device, boolean compliant)
      implements SessionEvent {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.empty();
    }
  }

  /**
   * A grant under which something was done is over: what was approved beside what was performed.
   *
   * @param unusedActions granted, and never performed
   * @param unusedResources granted, and nothing was done to them
   */
  record UseSummarised(
      EngineerId engineer,
      Instant at,
      RequestId request,
      Usage usage,
      List<ActionName> unusedActions,
      List<ResourceName> unusedResources)
      implements SessionEvent {
    public UseSummarised {
      unusedActions = List.copyOf(unusedActions);
      unusedResources = List.copyOf(unusedResources);
    }

    @Override
    public Optional<Provenance> attempted() {
      return Optional.empty();
    }

    @Override
    public Optional<RequestId> about() {
      return Optional.of(request);
    }

    private static final int PERCENT = 100;

    /** How many in a hundred of the granted actions were performed at all. */
    public int percentUsed() {
      var granted = usage.performed().size() + unusedActions.size();
      return granted == 0 ? 0 : usage.performed().size() * PERCENT / granted;
    }
  }

  private static SortedSet<Finding> sorted(Set<Finding> findings) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(findings));
  }
}
