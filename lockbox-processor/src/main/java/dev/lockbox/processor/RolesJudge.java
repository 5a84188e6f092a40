package dev.lockbox.processor;

import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.roles.RolesDecider;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.processor.store.Roles;
import java.util.List;
import java.util.Optional;

/**
 * Brings a command about roles before the rules; see {@link Judge}. An impossible history is thrown
 * and stops the partition: without the provider's roles, nothing could be decided by them.
 */
final class RolesJudge {
  private final Roles roles;
  private final Optional<TenantId> provider;

  /**
   * @param provider under whose tenant roles are kept; empty where they are kept elsewhere
   */
  RolesJudge(Roles roles, Optional<TenantId> provider) {
    this.roles = roles;
    this.provider = provider;
  }

  /**
   * @param tenant as it stands, whose command it is
   * @param at what the command's place on the log is like, whether grants are frozen included
   */
  Verdict on(RolesCommand command, Tenant tenant, Moment at) {
    var directory = roles.of(command.tenant());
    var members = tenant.members().filter(known -> provider.equals(Optional.of(command.tenant())));
    return switch (RolesDecider.decide(directory, command, members, at)) {
      case Accepted<RolesEvent> yes -> moved(directory, yes.events());
      case Repeated<RolesEvent> again -> new Verdict.Repeated();
      case Refused<RolesEvent> no -> Verdict.refused(command, no, tenant.version(), at.appended());
    };
  }

  /** A command moves one role, or one engineer. */
  private static Verdict moved(Directory directory, List<RolesEvent> events) {
    var after =
        switch (events.getFirst()) {
          case RolesEvent.OfRole first ->
              new RoleSnapshot(first.tenant(), first.role(), role(directory, first, events));
          case RolesEvent.OfEngineer first ->
              new EngineerSnapshot(
                  first.tenant(), first.engineer(), engineer(directory, first, events));
        };
    return new Verdict.RolesMoved(after, version(after), events);
  }

  private static RoleState role(
      Directory directory, RolesEvent.OfRole first, List<RolesEvent> events) {
    var before = directory.role(first.role());
    var after = before;
    for (var event : events) {
      after = RoleState.evolve(after, (RolesEvent.OfRole) event);
    }
    mustFollow(before, before.version() + events.size(), after.version(), events);
    return after;
  }

  private static Engineer engineer(
      Directory directory, RolesEvent.OfEngineer first, List<RolesEvent> events) {
    var before = directory.engineer(first.engineer());
    var after = before;
    for (var event : events) {
      after = Engineer.evolve(after, (RolesEvent.OfEngineer) event);
    }
    mustFollow(before, before.version() + events.size(), after.version(), events);
    return after;
  }

  private static void mustFollow(
      Object before, long expected, long version, List<RolesEvent> events) {
    if (version != expected) {
      throw new ImpossibleHistory(before, events);
    }
  }

  private static long version(RolesSnapshot snapshot) {
    return switch (snapshot) {
      case RoleSnapshot role -> role.state().version();
      case EngineerSnapshot engineer -> engineer.state().version();
    };
  }
}
