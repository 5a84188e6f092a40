package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.distinct;

import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.wire.shared.EngineerDescription;
import dev.lockbox.wire.shared.RoleDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Roles and descriptions of engineers, to the wire ({@code wire}) and back ({@code from…}). */
final class StaffMapping {
  private StaffMapping() {}

  static RoleDefinition wire(Role role) {
    return new RoleDefinition(
        sorted(role.actions()),
        sorted(role.scopes()),
        dev.lockbox.wire.shared.PermissionLevel.valueOf(role.level().name()),
        role.accessFor().toMillis(),
        role.heldFor().toMillis(),
        sorted(role.prerequisites()),
        role.approvesAs().map(GroupId::value).orElse(null));
  }

  static Role fromRole(RoleDefinition wire) {
    return new Role(
        distinct(wire.getActions().stream().map(ActionName::new).toList()),
        distinct(wire.getScopes().stream().map(ResourceName::new).toList()),
        PermissionLevel.valueOf(wire.getLevel().name()),
        Duration.ofMillis(wire.getAccessForMillis()),
        Duration.ofMillis(wire.getHeldForMillis()),
        distinct(wire.getPrerequisites().stream().map(RoleId::new).toList()),
        Optional.ofNullable(wire.getApprovesAs()).map(GroupId::new));
  }

  static EngineerDescription wire(Description description) {
    return new EngineerDescription(
        description.eligibleUntil().orElse(null),
        sorted(description.workScopes()),
        description.manager().map(PersonId::value).orElse(null));
  }

  static Description fromDescription(EngineerDescription wire) {
    return new Description(
        Optional.ofNullable(wire.getEligibleUntil()),
        distinct(wire.getWorkScopes().stream().map(ResourceName::new).toList()),
        Optional.ofNullable(wire.getManager()).map(PersonId::new));
  }

  /** So that equal sets have equal bytes. */
  private static <T extends Comparable<T>> List<String> sorted(Collection<T> set) {
    return set.stream().sorted().map(Object::toString).toList();
  }
}
