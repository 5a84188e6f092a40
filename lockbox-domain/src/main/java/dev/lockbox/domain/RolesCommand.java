package dev.lockbox.domain;

import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.util.Optional;

/** What can be asked of the provider's roles and their members. Stands under its own tenant. */
public sealed interface RolesCommand extends Command {
  @Override
  default Optional<RequestId> about() {
    return Optional.empty();
  }

  /** About a role. */
  sealed interface OfRole extends RolesCommand permits DefineRole, WithdrawRole {
    RoleId role();

    Attempt by();

    @Override
    default Optional<Attempt> attempt() {
      return Optional.of(by());
    }
  }

  /** About an engineer. */
  sealed interface OfEngineer extends RolesCommand
      permits DescribeEngineer,
          RequestMembership,
          ApproveMembership,
          DenyMembership,
          EndMembership,
          ExpireMemberships {
    PersonId engineer();

    @Override
    default Optional<Attempt> attempt() {
      return Optional.empty();
    }
  }

  /** An administrator of the provider's says what a role is. What it is already is no change. */
  record DefineRole(TenantId tenant, Attempt by, RoleId role, Role definition) implements OfRole {}

  /** The role is no more, and its id is closed for good: nobody is its member again. */
  record WithdrawRole(TenantId tenant, Attempt by, RoleId role) implements OfRole {}

  /**
   * An administrator of the provider's says who an engineer is. What they are already is no change.
   */
  record DescribeEngineer(TenantId tenant, Attempt by, PersonId engineer, Description description)
      implements OfEngineer {
    public DescribeEngineer {
      description.mustEnd();
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * An engineer asks to be a member; also one who is a member, for a longer time.
   *
   * @param heldFor for how long; empty means as long as the role lets them
   * @param justification why, in their words
   */
  record RequestMembership(
      TenantId tenant,
      Attempt by,
      PersonId engineer,
      RoleId role,
      Optional<Duration> heldFor,
      PersonalText justification)
      implements OfEngineer {
    public RequestMembership {
      Reasons.mustBeTheirs(by, Optional.of(justification));
      heldFor.ifPresent(given -> Millis.mustHold("heldFor", given));
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * The engineer's manager says yes.
   *
   * @param ifVersion the engineer's version that asking led to; a yes to something else is no yes
   */
  record ApproveMembership(
      TenantId tenant,
      Attempt by,
      PersonId engineer,
      RoleId role,
      Optional<PersonalText> reason,
      long ifVersion)
      implements OfEngineer {
    public ApproveMembership {
      Reasons.mustBeTheirs(by, reason);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /** The engineer's manager, or an administrator, says no to what was asked for. */
  record DenyMembership(
      TenantId tenant, Attempt by, PersonId engineer, RoleId role, Optional<PersonalText> reason)
      implements OfEngineer {
    public DenyMembership {
      Reasons.mustBeTheirs(by, reason);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * The engineer, their manager or an administrator ends it: the engineer is no member from here
   * on, and asks no more.
   */
  record EndMembership(
      TenantId tenant, Attempt by, PersonId engineer, RoleId role, Optional<PersonalText> reason)
      implements OfEngineer {
    public EndMembership {
      Reasons.mustBeTheirs(by, reason);
    }

    @Override
    public Optional<Attempt> attempt() {
      return Optional.of(by);
    }
  }

  /**
   * An alarm: a deadline of this engineer's may have passed. Refused with NOT_DUE when called
   * early; ringing twice is harmless.
   */
  record ExpireMemberships(TenantId tenant, PersonId engineer) implements OfEngineer {}
}
