package dev.lockbox.domain.roles;

import static dev.lockbox.domain.decision.Decision.refuse;

import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.time.Instant;

/** Every no that {@link RolesDecider} says, with its sentence. */
final class RolesRefusals {
  private RolesRefusals() {}

  static Decision<RolesEvent> notTheProvider(RolesCommand command) {
    return refuse(
        Refusal.NOT_THE_PROVIDER,
        "tenant %s is not registered as this deployment's provider".formatted(command.tenant()));
  }

  static Decision<RolesEvent> notAnAdmin(RolesCommand command, PersonId actor) {
    return refuse(
        Refusal.NOT_AN_ADMIN,
        "%s does not administer the provider %s".formatted(actor, command.tenant()));
  }

  /**
   * @param what of the directory stands so already
   */
  static Decision<RolesEvent> nothingToChange(String what, long version) {
    return refuse(
        Refusal.NOTHING_TO_CHANGE, "%s stands so already, at version %s".formatted(what, version));
  }

  static Decision<RolesEvent> noSuchRole(RoleId role) {
    return refuse(Refusal.NO_SUCH_ROLE, "there is no role %s".formatted(role));
  }

  static Decision<RolesEvent> withdrawn(RoleId role) {
    return refuse(
        Refusal.ROLE_WITHDRAWN, "role %s was withdrawn, and its id is closed".formatted(role));
  }

  static Decision<RolesEvent> cycle(RoleId role, RoleId prerequisite) {
    return refuse(
        Refusal.ROLE_PREREQUISITE,
        "role %s cannot need %s, which in turn needs it".formatted(role, prerequisite));
  }

  static Decision<RolesEvent> notHeld(PersonId engineer, RoleId role, RoleId prerequisite) {
    return refuse(
        Refusal.ROLE_PREREQUISITE,
        "role %s needs role %s, which %s does not hold".formatted(role, prerequisite, engineer));
  }

  static Decision<RolesEvent> noSuchEngineer(PersonId engineer) {
    return refuse(Refusal.NO_SUCH_ENGINEER, "nobody has said who %s is".formatted(engineer));
  }

  static Decision<RolesEvent> noManager(PersonId engineer) {
    return refuse(Refusal.NO_APPROVERS, "%s has no manager who could say yes".formatted(engineer));
  }

  static Decision<RolesEvent> notTheirs(PersonId actor, PersonId engineer) {
    return refuse(
        Refusal.NOT_THE_ENGINEER,
        "%s cannot ask for a membership of %s".formatted(actor, engineer));
  }

  static Decision<RolesEvent> alreadyAsked(PersonId engineer, RoleId role) {
    return refuse(
        Refusal.ALREADY_ASKED,
        "%s asks to be a member of role %s already".formatted(engineer, role));
  }

  static Decision<RolesEvent> tooLong(RoleId role, Duration longest, Duration asked) {
    return refuse(
        Refusal.MEMBERSHIP_TOO_LONG,
        "role %s is held for more than nothing and at most %s, was asked for %s"
            .formatted(role, longest, asked));
  }

  static Decision<RolesEvent> tooMany(PersonId engineer) {
    return refuse(
        Refusal.TOO_MANY_MEMBERSHIPS,
        "%s stands in %s roles, and there is room for no more"
            .formatted(engineer, Engineer.ROLES_MAX));
  }

  static Decision<RolesEvent> noSuchMembership(PersonId engineer, RoleId role) {
    return refuse(
        Refusal.NO_SUCH_MEMBERSHIP,
        "nothing of %s in role %s is there for this".formatted(engineer, role));
  }

  static Decision<RolesEvent> notTheManager(PersonId actor, PersonId engineer) {
    return refuse(Refusal.NOT_THE_MANAGER, "%s does not decide for %s".formatted(actor, engineer));
  }

  static Decision<RolesEvent> own(PersonId actor) {
    return refuse(
        Refusal.OWN_MEMBERSHIP,
        "%s cannot decide about themselves, or about a role of theirs".formatted(actor));
  }

  static Decision<RolesEvent> tooLate(PersonId engineer, RoleId role, Instant since, Instant at) {
    return refuse(
        Refusal.TOO_LATE,
        "membership of %s in role %s could be decided before %s, was decided at %s"
            .formatted(engineer, role, since, at));
  }

  static Decision<RolesEvent> stale(PersonId engineer, RoleId role, long stands, long read) {
    return refuse(
        Refusal.STALE_VERSION,
        "what %s asks of role %s stands since version %s, was approved at %s"
            .formatted(engineer, role, stands, read));
  }

  static Decision<RolesEvent> redefined(RoleId role) {
    return refuse(
        Refusal.STALE_VERSION,
        "role %s was defined anew since membership was asked for".formatted(role));
  }

  static Decision<RolesEvent> clockSuspect(RolesCommand command, Instant appended) {
    return refuse(
        Refusal.CLOCK_SUSPECT,
        "%s was decided at %s by a clock that cannot be trusted just now"
            .formatted(command.name(), appended));
  }

  static Decision<RolesEvent> frozen(RolesCommand command) {
    return refuse(
        Refusal.GRANTS_FROZEN,
        "what helps to be granted access is frozen for %s until a record in quarantine is settled"
            .formatted(command.tenant()));
  }

  static Decision<RolesEvent> notDue(PersonId engineer) {
    return refuse(Refusal.NOT_DUE, "no deadline of %s has passed".formatted(engineer));
  }
}
