package dev.lockbox.domain.roles;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.roles.RolesDecider.by;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.RoleState.Defined;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an engineer becomes a member of a role, and how that ends. */
final class Joining {
  /** How long an engineer's manager has to decide; then silence is a no. */
  private static final Duration DECIDED_WITHIN = Duration.ofDays(14);

  private Joining() {}

  static Decision<RolesEvent> request(Directory directory, RequestMembership ask, Moment at) {
    var engineer = directory.engineer(ask.engineer());
    if (!ask.by().actor().equals(ask.engineer())) {
      return RolesRefusals.notTheirs(ask.by().actor(), ask.engineer());
    }
    if (engineer.description().isEmpty()) {
      return RolesRefusals.noSuchEngineer(ask.engineer());
    }
    if (engineer.manager().isEmpty()) {
      return RolesRefusals.noManager(ask.engineer());
    }
    return switch (directory.role(ask.role())) {
      case RoleState.Undefined none -> RolesRefusals.noSuchRole(ask.role());
      case RoleState.Withdrawn gone -> RolesRefusals.withdrawn(ask.role());
      case Defined role -> request(directory, engineer, role, ask, at);
    };
  }

  private static Decision<RolesEvent> request(
      Directory directory, Engineer engineer, Defined role, RequestMembership ask, Moment at) {
    var heldFor = ask.heldFor().orElse(role.role().heldFor());
    if (!heldFor.isPositive() || heldFor.compareTo(role.role().heldFor()) > 0) {
      return RolesRefusals.tooLong(ask.role(), role.role().heldFor(), heldFor);
    }
    if (engineer
        .with(ask.role())
        .application()
        .filter(one -> !at.isPast(one.decideBy()))
        .isPresent()) {
      return RolesRefusals.alreadyAsked(ask.engineer(), ask.role());
    }
    var missing = missing(directory, engineer, role.role(), at);
    if (missing.isPresent()) {
      return RolesRefusals.notHeld(ask.engineer(), ask.role(), missing.get());
    }
    var happened = lapsed(ask.tenant(), ask.engineer(), engineer, at);
    if (after(engineer, happened).hasNoRoomFor(ask.role())) {
      return RolesRefusals.tooMany(ask.engineer());
    }
    happened.add(
        new MembershipRequested(
            ask.tenant(),
            at.appended(),
            by(ask),
            ask.engineer(),
            ask.role(),
            engineer.manager().orElseThrow(),
            ask.justification(),
            role.version(),
            heldFor,
            at.appended().plus(DECIDED_WITHIN)));
    return new Decision.Accepted<>(happened);
  }

  static Decision<RolesEvent> approve(Directory directory, ApproveMembership yes, Moment at) {
    var engineer = directory.engineer(yes.engineer());
    var actor = yes.by().actor();
    var application = engineer.with(yes.role()).application().orElse(null);
    if (actor.mayBe(yes.engineer())) {
      return RolesRefusals.own(actor);
    }
    if (!isManager(actor, engineer)) {
      return RolesRefusals.notTheManager(actor, yes.engineer());
    }
    if (application == null) {
      return RolesRefusals.noSuchMembership(yes.engineer(), yes.role());
    }
    if (at.isSurelyPast(application.decideBy())) {
      return RolesRefusals.tooLate(
          yes.engineer(), yes.role(), application.decideBy(), at.effective());
    }
    if (yes.ifVersion() != application.version()) {
      return RolesRefusals.stale(
          yes.engineer(), yes.role(), application.version(), yes.ifVersion());
    }
    return switch (directory.role(yes.role())) {
      case RoleState.Undefined none -> RolesRefusals.noSuchRole(yes.role());
      case RoleState.Withdrawn gone -> RolesRefusals.withdrawn(yes.role());
      case Defined role when role.version() != application.roleVersion() ->
          RolesRefusals.redefined(yes.role());
      case Defined role ->
          missing(directory, engineer, role.role(), at)
              .map(other -> RolesRefusals.notHeld(yes.engineer(), yes.role(), other))
              .orElseGet(() -> accept(approved(yes, application, at.appended())));
    };
  }

  private static MembershipApproved approved(
      ApproveMembership yes, Application application, Instant at) {
    return new MembershipApproved(
        yes.tenant(),
        at,
        by(yes),
        yes.engineer(),
        yes.role(),
        yes.reason(),
        at.plus(application.heldFor()));
  }

  static Decision<RolesEvent> deny(
      Directory directory, DenyMembership no, Membership provider, Instant at) {
    var engineer = directory.engineer(no.engineer());
    var actor = no.by().actor();
    if (!isManager(actor, engineer) && !Keeping.isAdmin(actor, provider)) {
      return RolesRefusals.notTheManager(actor, no.engineer());
    }
    return engineer.with(no.role()).application().isEmpty()
        ? RolesRefusals.noSuchMembership(no.engineer(), no.role())
        : accept(
            new MembershipDenied(no.tenant(), at, by(no), no.engineer(), no.role(), no.reason()));
  }

  static Decision<RolesEvent> end(
      Directory directory, EndMembership end, Membership provider, Instant at) {
    var engineer = directory.engineer(end.engineer());
    var actor = end.by().actor();
    var isTheirs = actor.equals(end.engineer());
    if (!isTheirs && !isManager(actor, engineer) && !Keeping.isAdmin(actor, provider)) {
      return RolesRefusals.notTheManager(actor, end.engineer());
    }
    return engineer.with(end.role()).isOver()
        ? RolesRefusals.noSuchMembership(end.engineer(), end.role())
        : accept(
            new MembershipEnded(
                end.tenant(), at, by(end), end.engineer(), end.role(), end.reason()));
  }

  static Decision<RolesEvent> expire(Directory directory, ExpireMemberships alarm, Moment at) {
    var engineer = directory.engineer(alarm.engineer());
    var lapsed = lapsed(alarm.tenant(), alarm.engineer(), engineer, at);
    return lapsed.isEmpty()
        ? RolesRefusals.notDue(alarm.engineer())
        : new Decision.Accepted<>(lapsed);
  }

  /** What has come to its end by itself, in the order of the roles. */
  private static List<RolesEvent> lapsed(
      TenantId tenant, PersonId person, Engineer engineer, Moment at) {
    var happened = new ArrayList<RolesEvent>();
    engineer
        .roles()
        .forEach(
            (role, standing) -> {
              if (standing.application().filter(one -> at.isPast(one.decideBy())).isPresent()) {
                happened.add(new MembershipRequestExpired(tenant, at.appended(), person, role));
              }
              if (standing.until().filter(at::isPast).isPresent()) {
                happened.add(new MembershipExpired(tenant, at.appended(), person, role));
              }
            });
    return happened;
  }

  private static Engineer after(Engineer engineer, List<RolesEvent> happened) {
    var after = engineer;
    for (var event : happened) {
      after = Engineer.evolve(after, (RolesEvent.OfEngineer) event);
    }
    return after;
  }

  /** A role that the engineer would need to hold, and does not. */
  private static Optional<RoleId> missing(
      Directory directory, Engineer engineer, Role role, Moment at) {
    return role.prerequisites().stream()
        .filter(
            one ->
                !(directory.role(one) instanceof Defined)
                    || engineer.with(one).until().filter(end -> !at.isPast(end)).isEmpty())
        .sorted()
        .findFirst();
  }

  private static boolean isManager(PersonId person, Engineer engineer) {
    return engineer.manager().filter(person::equals).isPresent();
  }
}
