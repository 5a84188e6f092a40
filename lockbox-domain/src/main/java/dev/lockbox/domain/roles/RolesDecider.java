package dev.lockbox.domain.roles;

import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.RolesEvent.RoleWithdrawn;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.time.Moment;
import java.util.Optional;

/**
 * Says yes or no to a command about the provider's roles and their members.
 *
 * <p>A role's own administrators say what it is, engineers ask to be members, and their managers
 * say yes; nobody does so for themselves. Whatever ends or lessens is taken at any time; whatever
 * helps towards access needs a clock that can be trusted, and grants that are not frozen.
 */
public final class RolesDecider {
  private RolesDecider() {}

  /**
   * @param directory the provider's roles and engineers where the command stands
   * @param provider who acts for the tenant; empty where it is not the deployment's provider, or
   *     not registered
   * @param at where the command stands on the log
   */
  public static Decision<RolesEvent> decide(
      Directory directory, RolesCommand command, Optional<Membership> provider, Moment at) {
    if (command instanceof ExpireMemberships alarm) {
      return Joining.expire(directory, alarm, at);
    }
    return command
        .attempt()
        .flatMap(
            attempt -> trail(directory, command).<RolesEvent>answerTo(attempt, command::content))
        .orElseGet(
            () ->
                provider
                    .map(members -> decideAfresh(directory, command, members, at))
                    .map(decision -> unlessHelping(directory, decision, command, at))
                    .orElseGet(() -> RolesRefusals.notTheProvider(command)));
  }

  private static Decision<RolesEvent> decideAfresh(
      Directory directory, RolesCommand command, Membership provider, Moment at) {
    return switch (command) {
      case DefineRole define -> Keeping.define(directory, define, provider, at.appended());
      case WithdrawRole withdraw -> Keeping.withdraw(directory, withdraw, provider, at.appended());
      case DescribeEngineer describe ->
          Keeping.describe(directory, describe, provider, at.appended());
      case RequestMembership ask -> Joining.request(directory, ask, at);
      case ApproveMembership yes -> Joining.approve(directory, yes, at);
      case DenyMembership no -> Joining.deny(directory, no, provider, at.appended());
      case EndMembership end -> Joining.end(directory, end, provider, at.appended());
      case ExpireMemberships alarm -> Joining.expire(directory, alarm, at);
    };
  }

  private static Trail trail(Directory directory, RolesCommand command) {
    return switch (command) {
      case RolesCommand.OfRole ofRole -> directory.role(ofRole.role()).trail();
      case RolesCommand.OfEngineer theirs -> directory.engineer(theirs.engineer()).trail();
    };
  }

  private static Decision<RolesEvent> unlessHelping(
      Directory directory, Decision<RolesEvent> decision, RolesCommand command, Moment at) {
    if (!(decision instanceof Accepted<RolesEvent> yes)
        || yes.events().stream().noneMatch(event -> helps(directory, event))) {
      return decision;
    }
    if (at.suspect()) {
      return RolesRefusals.clockSuspect(command, at.appended());
    }
    return at.frozen() ? RolesRefusals.frozen(command) : decision;
  }

  /** Whether somebody may ask for more afterwards than they could before. */
  private static boolean helps(Directory directory, RolesEvent event) {
    return switch (event) {
      case RoleDefined defined ->
          Keeping.widens(directory.role(defined.role()), defined.definition());
      case EngineerDescribed described ->
          directory
              .engineer(described.engineer())
              .description()
              .filter(described.description()::isWithin)
              .isEmpty();
      case MembershipApproved approved -> true;
      case RoleWithdrawn withdrawn -> false;
      case MembershipRequested asked -> false;
      case MembershipDenied denied -> false;
      case MembershipEnded ended -> false;
      case MembershipRequestExpired expired -> false;
      case MembershipExpired expired -> false;
    };
  }

  static Provenance by(RolesCommand command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
