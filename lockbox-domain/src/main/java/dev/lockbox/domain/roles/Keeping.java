package dev.lockbox.domain.roles;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.roles.RolesDecider.by;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.RolesEvent.RoleWithdrawn;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.RoleState.Defined;
import dev.lockbox.domain.roles.RoleState.Undefined;
import dev.lockbox.domain.roles.RoleState.Withdrawn;
import dev.lockbox.domain.staff.Role;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the provider's administrators say: what roles there are, and who an engineer is. */
final class Keeping {
  private Keeping() {}

  static Decision<RolesEvent> define(
      Directory directory, DefineRole define, Membership provider, Instant at) {
    var role = define.role();
    var actor = define.by().actor();
    return switch (directory.role(role)) {
      case RoleState any when !isAdmin(actor, provider) -> RolesRefusals.notAnAdmin(define, actor);
      case Withdrawn gone -> RolesRefusals.withdrawn(role);
      case Defined same when same.role().equals(define.definition()) ->
          RolesRefusals.nothingToChange("role " + role, same.version());
      case Defined before when isOwn(directory, define, before) -> RolesRefusals.own(actor);
      case Defined before -> defineAnew(directory, define, at);
      case Undefined none -> defineAnew(directory, define, at);
    };
  }

  private static Decision<RolesEvent> defineAnew(
      Directory directory, DefineRole define, Instant at) {
    var role = define.role();
    var prerequisites = define.definition().prerequisites();
    var unknown =
        prerequisites.stream()
            .filter(one -> !(directory.role(one) instanceof Defined) && !one.equals(role))
            .sorted()
            .findFirst();
    if (unknown.isPresent()) {
      return RolesRefusals.noSuchRole(unknown.get());
    }
    return needing(directory, role, prerequisites)
        .map(through -> RolesRefusals.cycle(role, through))
        .orElseGet(
            () ->
                accept(
                    new RoleDefined(define.tenant(), at, by(define), role, define.definition())));
  }

  /** Nobody widens a role that they are a member of, or ask to be. */
  private static boolean isOwn(Directory directory, DefineRole define, Defined before) {
    return directory.engineer(define.by().actor()).roles().containsKey(define.role())
        && widens(before, define.definition());
  }

  static boolean widens(RoleState before, Role definition) {
    return !(before instanceof Defined defined && definition.isWithin(defined.role()));
  }

  /** Which of these needs the role, by itself or through others; each is looked at once. */
  private static Optional<RoleId> needing(Directory directory, RoleId role, Set<RoleId> first) {
    return first.stream().sorted().filter(one -> needs(directory, one, role)).findFirst();
  }

  private static boolean needs(Directory directory, RoleId start, RoleId role) {
    var seen = new HashSet<RoleId>();
    var next = new ArrayDeque<RoleId>();
    next.add(start);
    while (!next.isEmpty()) {
      var one = next.remove();
      if (one.equals(role)) {
        return true;
      }
      if (seen.add(one) && directory.role(one) instanceof Defined defined) {
        next.addAll(defined.role().prerequisites());
      }
    }
    return false;
  }

  static Decision<RolesEvent> withdraw(
      Directory directory, WithdrawRole withdraw, Membership provider, Instant at) {
    var role = withdraw.role();
    var actor = withdraw.by().actor();
    return switch (directory.role(role)) {
      case RoleState any when !isAdmin(actor, provider) ->
          RolesRefusals.notAnAdmin(withdraw, actor);
      case Undefined none -> RolesRefusals.noSuchRole(role);
      case Withdrawn gone -> RolesRefusals.withdrawn(role);
      case Defined defined -> accept(new RoleWithdrawn(withdraw.tenant(), at, by(withdraw), role));
    };
  }

  static Decision<RolesEvent> describe(
      Directory directory, DescribeEngineer describe, Membership provider, Instant at) {
    var engineer = describe.engineer();
    var actor = describe.by().actor();
    var description = describe.description();
    var before = directory.engineer(engineer);
    if (!isAdmin(actor, provider)) {
      return RolesRefusals.notAnAdmin(describe, actor);
    }
    if (actor.mayBe(engineer)) {
      return RolesRefusals.own(actor);
    }
    if (description.manager().filter(engineer::mayBe).isPresent()) {
      return RolesRefusals.own(engineer);
    }
    return before.description().equals(Optional.of(description))
        ? RolesRefusals.nothingToChange("engineer " + engineer, before.version())
        : accept(new EngineerDescribed(describe.tenant(), at, by(describe), engineer, description));
  }

  static boolean isAdmin(PersonId person, Membership provider) {
    return Membership.ids(provider.admins()).contains(person);
  }
}
