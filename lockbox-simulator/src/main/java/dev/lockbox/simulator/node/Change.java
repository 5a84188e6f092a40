package dev.lockbox.simulator.node;

import dev.lockbox.domain.Denials;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.session.Examined;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.time.PartitionClock;
import java.util.List;

/** A write to one of a task's stores, as its changelog has it. */
public sealed interface Change {
  /** Of two changes with the same key the later one holds. */
  Object key();

  record OfRequest(RequestId request, Kept kept) implements Change {
    @Override
    public Object key() {
      return request;
    }
  }

  record OfTenant(TenantId tenant, Tenant state) implements Change {
    @Override
    public Object key() {
      return tenant;
    }
  }

  record OfFreezes(TenantId tenant, Freezes state) implements Change {
    @Override
    public Object key() {
      return List.of("freezes", tenant);
    }
  }

  /** What an engineer was denied by people of a tenant. */
  record OfDenials(EngineerId engineer, Denials state) implements Change {
    @Override
    public Object key() {
      return engineer;
    }
  }

  record OfExclusion(ExclusionId exclusion, Exclusion state) implements Change {
    @Override
    public Object key() {
      return exclusion;
    }
  }

  record OfSessions(EngineerId engineer, Sessions state) implements Change {
    @Override
    public Object key() {
      return List.of("sessions", engineer);
    }
  }

  /** What is known of a device for every tenant. */
  record OfPosture(DeviceId device, Examined known) implements Change {
    @Override
    public Object key() {
      return device;
    }
  }

  record OfRole(RoleId role, RoleState state) implements Change {
    @Override
    public Object key() {
      return role;
    }
  }

  /** Somebody of the provider's, and the roles they are a member of. */
  record OfMember(PersonId person, Engineer state) implements Change {
    @Override
    public Object key() {
      return List.of("member", person);
    }
  }

  /**
   * What is known of time behind a tick.
   *
   * @param offset of the tick
   */
  record OfClock(PartitionClock clock, long offset) implements Change {
    @Override
    public Object key() {
      return "@clock";
    }
  }

  /** See {@link Memory.Mark}. */
  record OfProgress(String owner, Memory.Mark mark) implements Change {
    @Override
    public Object key() {
      return owner;
    }
  }
}
