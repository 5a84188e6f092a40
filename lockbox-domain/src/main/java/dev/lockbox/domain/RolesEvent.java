package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened to the provider's roles and their members. Its version is that of the role, or of
 * the engineer, it happened to.
 */
public sealed interface RolesEvent extends Event {
  /** The attempt that was accepted; empty where a deadline brought it about. */
  Optional<Provenance> attempted();

  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  /** Happened to a role. */
  sealed interface OfRole extends RolesEvent permits RoleDefined, RoleWithdrawn {
    RoleId role();

    Provenance by();

    @Override
    default Optional<Provenance> attempted() {
      return Optional.of(by());
    }
  }

  /** Happened to an engineer. */
  sealed interface OfEngineer extends RolesEvent
      permits EngineerDescribed,
          MembershipRequested,
          MembershipApproved,
          MembershipDenied,
          MembershipEnded,
          MembershipRequestExpired,
          MembershipExpired {
    PersonId engineer();

    @Override
    default Optional<Provenance> attempted() {
      return Optional.empty();
    }
  }

  record RoleDefined(TenantId tenant, Instant at, Provenance by, RoleId role, Role definition)
      implements OfRole {}

  record RoleWithdrawn(TenantId tenant, Instant at, Provenance by, RoleId role) implements OfRole {}

  record EngineerDescribed(
      TenantId tenant, Instant at, Provenance by, PersonId engineer, Description description)
      implements OfEngineer {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * Membership waits for the engineer's manager.
   *
   * @param manager as the engineer was described then
   * @param roleVersion of the role, as it was asked for
   * @param heldFor for how long a yes makes them a member
   * @param decideBy from this instant on it is too late
   */
  record MembershipRequested(
      TenantId tenant,
      Instant at,
      Provenance by,
      PersonId engineer,
      RoleId role,
      PersonId manager,
      PersonalText justification,
      long roleVersion,
      Duration heldFor,
      Instant decideBy)
      implements OfEngineer {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /**
   * The engineer is a member, from {@code at} on.
   *
   * @param until from this instant on they are none
   */
  record MembershipApproved(
      TenantId tenant,
      Instant at,
      Provenance by,
      PersonId engineer,
      RoleId role,
      Optional<PersonalText> reason,
      Instant until)
      implements OfEngineer {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** What was asked for is denied; a membership that there is already stays. */
  record MembershipDenied(
      TenantId tenant,
      Instant at,
      Provenance by,
      PersonId engineer,
      RoleId role,
      Optional<PersonalText> reason)
      implements OfEngineer {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** The engineer is no member from {@code at} on, and asks no more. */
  record MembershipEnded(
      TenantId tenant,
      Instant at,
      Provenance by,
      PersonId engineer,
      RoleId role,
      Optional<PersonalText> reason)
      implements OfEngineer {
    @Override
    public Optional<Provenance> attempted() {
      return Optional.of(by);
    }
  }

  /** The manager did not decide in time. */
  record MembershipRequestExpired(TenantId tenant, Instant at, PersonId engineer, RoleId role)
      implements OfEngineer {}

  /** The membership's time is up, and nobody had it renewed. */
  record MembershipExpired(TenantId tenant, Instant at, PersonId engineer, RoleId role)
      implements OfEngineer {}
}
