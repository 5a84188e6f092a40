package dev.lockbox.simulator.oracle;

import static dev.lockbox.simulator.oracle.Expected.EFFECT;
import static dev.lockbox.simulator.oracle.Expected.REFUSAL;
import static dev.lockbox.simulator.oracle.Expected.SILENCE;

import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.simulator.record.Places;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What may be asked of the provider's roles and their members, from docs/roles.md: all that stands
 * against it. Whatever ends or lessens is taken at any time.
 */
final class Hiring {
  private final Story story;
  private final When when;
  private final Seats seats;
  private final Set<Refusal> reasons = EnumSet.noneOf(Refusal.class);

  /** In so many roles somebody may stand, or ask to. */
  private static final int ROLES_MAX = 32;

  Hiring(Story story, When when) {
    this.story = story;
    this.when = when;
    this.seats = story.seats();
  }

  Expected answerTo(RolesCommand asked, Optional<Expected> again) {
    if (asked instanceof ExpireMemberships alarm) {
      return new Hired(story, when).lapsed(alarm.engineer()).isEmpty() ? SILENCE : EFFECT;
    }
    return again.orElseGet(() -> afresh(asked));
  }

  private Expected afresh(RolesCommand asked) {
    return reasons(asked).isEmpty() ? EFFECT : REFUSAL;
  }

  private boolean isTheProvider(RolesCommand asked) {
    return asked.tenant().equals(Places.PROVIDER) && story.now().isRegistered();
  }

  private boolean isNoNews(RolesCommand asked) {
    return switch (asked) {
      case DefineRole define ->
          story.now().isAdmin(define.by().actor())
              && seats.role(define.role()).equals(Optional.of(define.definition()));
      case DescribeEngineer describe ->
          story.now().isAdmin(describe.by().actor())
              && !describe.by().actor().equals(describe.engineer())
              && seats.described(describe.engineer()).equals(Optional.of(describe.description()));
      default -> false;
    };
  }

  Set<Refusal> reasons(RolesCommand asked) {
    if (!isTheProvider(asked)) {
      return EnumSet.of(Refusal.NOT_THE_PROVIDER);
    }
    because(isNoNews(asked), Refusal.NOTHING_TO_CHANGE);
    switch (asked) {
      case DefineRole define -> define(define);
      case WithdrawRole withdraw -> withdraw(withdraw);
      case DescribeEngineer describe -> describe(describe);
      case RequestMembership ask -> request(ask);
      case ApproveMembership yes -> approve(yes);
      case DenyMembership no -> {
        mustDecideFor(no.by().actor(), no.engineer(), false);
        because(seats.asked(no.engineer(), no.role()).isEmpty(), Refusal.NO_SUCH_MEMBERSHIP);
      }
      case EndMembership end -> {
        mustDecideFor(end.by().actor(), end.engineer(), true);
        because(!seats.isThere(end.engineer(), end.role()), Refusal.NO_SUCH_MEMBERSHIP);
      }
      case ExpireMemberships alarm -> {}
    }
    return reasons;
  }

  private void because(boolean holds, Refusal reason) {
    if (holds) {
      reasons.add(reason);
    }
  }

  private void mustAdminister(PersonId who) {
    because(!story.now().isAdmin(who), Refusal.NOT_AN_ADMIN);
  }

  private void mustDecideFor(PersonId who, PersonId engineer, boolean orBeThem) {
    var may =
        seats.isManager(who, engineer)
            || story.now().isAdmin(who)
            || orBeThem && who.equals(engineer);
    because(!may, Refusal.NOT_THE_MANAGER);
  }

  /** More can be asked for afterwards. */
  private void helping() {
    because(when.suspect(), Refusal.CLOCK_SUSPECT);
    because(story.isFrozen(), Refusal.GRANTS_FROZEN);
  }

  private void define(DefineRole define) {
    var role = define.role();
    var who = define.by().actor();
    var wanted = define.definition();
    var isWider = seats.role(role).filter(before -> isWithin(wanted, before)).isEmpty();
    mustAdminister(who);
    because(seats.isWithdrawn(role), Refusal.ROLE_WITHDRAWN);
    because(
        isWider && seats.role(role).isPresent() && seats.isThere(who, role),
        Refusal.OWN_MEMBERSHIP);
    because(
        wanted.prerequisites().stream()
            .anyMatch(one -> !one.equals(role) && seats.role(one).isEmpty()),
        Refusal.NO_SUCH_ROLE);
    because(seats.needed(wanted.prerequisites()).contains(role), Refusal.ROLE_PREREQUISITE);
    if (isWider) {
      helping();
    }
  }

  /** Whether it lets nobody do what the other does not. */
  private static boolean isWithin(Role one, Role other) {
    return other.actions().containsAll(one.actions())
        && other.scopes().containsAll(one.scopes())
        && one.level().compareTo(other.level()) <= 0
        && one.accessFor().compareTo(other.accessFor()) <= 0
        && one.heldFor().compareTo(other.heldFor()) <= 0
        && one.prerequisites().containsAll(other.prerequisites())
        && (one.approvesAs().isEmpty() || one.approvesAs().equals(other.approvesAs()));
  }

  private void withdraw(WithdrawRole withdraw) {
    mustAdminister(withdraw.by().actor());
    mustBeARole(withdraw.role());
  }

  private void mustBeARole(RoleId role) {
    because(seats.isWithdrawn(role), Refusal.ROLE_WITHDRAWN);
    because(seats.role(role).isEmpty() && !seats.isWithdrawn(role), Refusal.NO_SUCH_ROLE);
  }

  private void describe(DescribeEngineer describe) {
    var who = describe.by().actor();
    var engineer = describe.engineer();
    var wanted = describe.description();
    mustAdminister(who);
    because(
        who.equals(engineer) || wanted.manager().equals(Optional.of(engineer)),
        Refusal.OWN_MEMBERSHIP);
    if (seats.described(engineer).filter(before -> isWithin(wanted, before)).isEmpty()) {
      helping();
    }
  }

  private static boolean isWithin(Description one, Description other) {
    return other.workScopes().containsAll(one.workScopes())
        && (one.manager().isEmpty() || one.manager().equals(other.manager()))
        && one.eligibleUntil()
            .map(end -> other.eligibleUntil().filter(later -> !later.isBefore(end)).isPresent())
            .orElse(true);
  }

  private void request(RequestMembership ask) {
    var engineer = ask.engineer();
    because(!ask.by().actor().equals(engineer), Refusal.NOT_THE_ENGINEER);
    because(seats.described(engineer).isEmpty(), Refusal.NO_SUCH_ENGINEER);
    because(
        seats.described(engineer).filter(one -> one.manager().isEmpty()).isPresent(),
        Refusal.NO_APPROVERS);
    mustBeARole(ask.role());
    because(
        seats.asked(engineer, ask.role()).filter(one -> when.isBefore(one.decideBy())).isPresent(),
        Refusal.ALREADY_ASKED);
    because(others(engineer, ask.role()) >= ROLES_MAX, Refusal.TOO_MANY_MEMBERSHIPS);
    seats
        .role(ask.role())
        .ifPresent(
            role -> {
              var heldFor = ask.heldFor().orElse(role.heldFor());
              because(
                  !heldFor.isPositive() || heldFor.compareTo(role.heldFor()) > 0,
                  Refusal.MEMBERSHIP_TOO_LONG);
              mustHoldWhatIsNeeded(engineer, role);
            });
  }

  /** In how many other roles this person stands, or asks to, whose time is not up. */
  private long others(PersonId engineer, RoleId role) {
    return seats.of(engineer).stream()
        .filter(one -> !one.equals(role))
        .filter(
            one ->
                seats.until(engineer, one).filter(when::isBefore).isPresent()
                    || seats
                        .asked(engineer, one)
                        .filter(asked -> when.isBefore(asked.decideBy()))
                        .isPresent())
        .count();
  }

  private void mustHoldWhatIsNeeded(PersonId engineer, Role role) {
    because(
        role.prerequisites().stream()
            .anyMatch(
                one ->
                    seats.role(one).isEmpty()
                        || seats.until(engineer, one).filter(when::isBefore).isEmpty()),
        Refusal.ROLE_PREREQUISITE);
  }

  private void approve(ApproveMembership yes) {
    var engineer = yes.engineer();
    var who = yes.by().actor();
    var asked = seats.asked(engineer, yes.role());
    because(who.equals(engineer), Refusal.OWN_MEMBERSHIP);
    because(!seats.isManager(who, engineer), Refusal.NOT_THE_MANAGER);
    because(asked.isEmpty(), Refusal.NO_SUCH_MEMBERSHIP);
    because(asked.filter(one -> when.isTooLateFor(one.decideBy())).isPresent(), Refusal.TOO_LATE);
    because(
        asked
            .filter(
                one ->
                    seats.askedIn(engineer, yes.role()) != yes.ifVersion()
                        || seats.version(yes.role()) != one.roleVersion())
            .isPresent(),
        Refusal.STALE_VERSION);
    mustBeARole(yes.role());
    seats.role(yes.role()).ifPresent(role -> mustHoldWhatIsNeeded(engineer, role));
    helping();
  }
}
