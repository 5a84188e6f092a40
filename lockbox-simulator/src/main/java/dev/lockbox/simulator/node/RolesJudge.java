package dev.lockbox.simulator.node;

import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.variant.Variant;
import java.util.List;

/** The part of {@link Judge} that is about the provider's roles. Writes nothing. */
final class RolesJudge {
  private final Memory memory;
  private final Variant variant;

  RolesJudge(Memory memory, Variant variant) {
    this.memory = memory;
    this.variant = variant;
  }

  Decision<RolesEvent> decide(RolesCommand command, Tenant tenant, Moment at) {
    var members = tenant.members().filter(known -> command.tenant().equals(Places.PROVIDER));
    var directory = memory.directoryOf(command.tenant());
    return variant.rolesRules().decide(directory, command, members, at);
  }

  /** A command moves one role, or one engineer. */
  Verdict.RolesMoved moved(List<RolesEvent> events) {
    return switch (events.getFirst()) {
      case RolesEvent.OfRole first -> moved(first, events);
      case RolesEvent.OfEngineer first -> moved(first, events);
    };
  }

  private Verdict.RolesMoved moved(RolesEvent.OfRole first, List<RolesEvent> events) {
    var after = memory.directoryOf(first.tenant()).role(first.role());
    for (var event : events) {
      after = RoleState.evolve(after, (RolesEvent.OfRole) event);
    }
    return new Verdict.RolesMoved(new Change.OfRole(first.role(), after), after.version(), events);
  }

  private Verdict.RolesMoved moved(RolesEvent.OfEngineer first, List<RolesEvent> events) {
    var after = memory.directoryOf(first.tenant()).engineer(first.engineer());
    for (var event : events) {
      after = Engineer.evolve(after, (RolesEvent.OfEngineer) event);
    }
    return new Verdict.RolesMoved(
        new Change.OfMember(first.engineer(), after), after.version(), events);
  }
}
