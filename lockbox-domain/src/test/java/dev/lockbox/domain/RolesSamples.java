package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;

import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.RolesEvent.RoleWithdrawn;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.Application;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.roles.Standing;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Of the provider's roles and engineers: one of everything; see {@link Samples}. */
public final class RolesSamples {
  /** Eva's manager. */
  public static final PersonId MONA = new PersonId("mona");

  public static final RoleId READERS = new RoleId("readers");
  public static final RoleId LEADS = new RoleId("support-leads");

  public static final Role ROLE =
      new Role(
          Set.copyOf(Cast.ACTIONS),
          Set.of(new ResourceName("/clusters")),
          PermissionLevel.WRITE,
          Duration.ofHours(4),
          Duration.ofDays(90),
          Set.of(READERS),
          Optional.of(new GroupId("SUPPORT_LEAD")));

  public static final Role SPARSE_ROLE =
      new Role(
          Set.of(),
          Set.of(),
          PermissionLevel.READ,
          Duration.ofHours(1),
          Duration.ofDays(30),
          Set.of(),
          Optional.empty());

  public static final Description DESCRIPTION =
      new Description(
          Optional.of(MORNING.plus(Duration.ofDays(200))),
          Set.of(new ResourceName("/clusters/aro1")),
          Optional.of(MONA));

  public static final Description SPARSE_DESCRIPTION =
      new Description(Optional.empty(), Set.of(), Optional.empty());

  private static final PersonalText WHY = new PersonalText(EVA, "I lead the night shift from May");
  private static final PersonalText MONAS_WORDS = new PersonalText(MONA, "she does");
  private static final Duration HELD_FOR = Duration.ofDays(60);
  private static final Instant DECIDE_BY = MORNING.plus(Duration.ofDays(14));
  private static final Instant UNTIL = MORNING.plus(HELD_FOR);

  private RolesSamples() {}

  static List<Command> commands() {
    return List.of(
        define(),
        withdraw(),
        describe(),
        ask(),
        approve(),
        new DenyMembership(CONTOSO, by(MONA, "no"), EVA, LEADS, Optional.of(MONAS_WORDS)),
        new EndMembership(CONTOSO, by(MONA, "end"), EVA, LEADS, Optional.of(MONAS_WORDS)),
        new ExpireMemberships(CONTOSO, EVA));
  }

  static List<Command> sparseCommands() {
    return List.of(
        new DefineRole(CONTOSO, by(CARLA, "readers"), READERS, SPARSE_ROLE),
        new DescribeEngineer(CONTOSO, by(CARLA, "eva-leaves"), EVA, SPARSE_DESCRIPTION),
        new RequestMembership(CONTOSO, by(EVA, "please"), EVA, LEADS, Optional.empty(), WHY),
        new ApproveMembership(CONTOSO, by(MONA, "yes"), EVA, LEADS, Optional.empty(), 2),
        new DenyMembership(CONTOSO, by(MONA, "no"), EVA, LEADS, Optional.empty()),
        new EndMembership(CONTOSO, by(MONA, "end"), EVA, LEADS, Optional.empty()));
  }

  static List<Event> events() {
    return List.of(
        new RoleDefined(CONTOSO, MORNING, from(define()), LEADS, ROLE),
        new RoleWithdrawn(CONTOSO, MORNING, from(withdraw()), LEADS),
        new EngineerDescribed(CONTOSO, MORNING, from(describe()), EVA, DESCRIPTION),
        new MembershipRequested(
            CONTOSO, MORNING, from(ask()), EVA, LEADS, MONA, WHY, 1, HELD_FOR, DECIDE_BY),
        approved(Optional.of(MONAS_WORDS)),
        new MembershipDenied(
            CONTOSO, MORNING, from(approve()), EVA, LEADS, Optional.of(MONAS_WORDS)),
        new MembershipEnded(
            CONTOSO, MORNING, from(approve()), EVA, LEADS, Optional.of(MONAS_WORDS)),
        new MembershipRequestExpired(CONTOSO, DECIDE_BY, EVA, LEADS),
        new MembershipExpired(CONTOSO, UNTIL, EVA, LEADS));
  }

  static List<Event> sparseEvents() {
    return List.of(
        new RoleDefined(CONTOSO, MORNING, from(define()), READERS, SPARSE_ROLE),
        new EngineerDescribed(CONTOSO, MORNING, from(describe()), EVA, SPARSE_DESCRIPTION),
        approved(Optional.empty()),
        new MembershipDenied(CONTOSO, MORNING, from(approve()), EVA, LEADS, Optional.empty()),
        new MembershipEnded(CONTOSO, MORNING, from(approve()), EVA, LEADS, Optional.empty()));
  }

  /** A role in every state that is kept. */
  public static List<RoleState> roles() {
    return List.of(
        new RoleState.Defined(ROLE, trail(define())),
        new RoleState.Defined(SPARSE_ROLE, trail(define())),
        new RoleState.Withdrawn(trail(withdraw())));
  }

  /** One who asks to go on, and one of whom little is said. */
  public static List<Engineer> engineers() {
    var application = new Application(2, 1, WHY, HELD_FOR, DECIDE_BY);
    var roles =
        Map.of(
            LEADS, new Standing(Optional.of(application), Optional.of(UNTIL)),
            READERS, new Standing(Optional.empty(), Optional.of(UNTIL)));
    return List.of(
        new Engineer(Optional.of(DESCRIPTION), new TreeMap<>(roles), trail(describe())),
        new Engineer(Optional.of(SPARSE_DESCRIPTION), new TreeMap<>(), trail(describe())));
  }

  private static MembershipApproved approved(Optional<PersonalText> reason) {
    return new MembershipApproved(CONTOSO, MORNING, from(approve()), EVA, LEADS, reason, UNTIL);
  }

  private static DefineRole define() {
    return new DefineRole(CONTOSO, by(CARLA, "leads"), LEADS, ROLE);
  }

  private static WithdrawRole withdraw() {
    return new WithdrawRole(CONTOSO, by(CARLA, "no-leads"), LEADS);
  }

  private static DescribeEngineer describe() {
    return new DescribeEngineer(CONTOSO, by(CARLA, "eva"), EVA, DESCRIPTION);
  }

  private static RequestMembership ask() {
    return new RequestMembership(
        CONTOSO, by(EVA, "please"), EVA, LEADS, Optional.of(HELD_FOR), WHY);
  }

  private static ApproveMembership approve() {
    return new ApproveMembership(CONTOSO, by(MONA, "yes"), EVA, LEADS, Optional.of(MONAS_WORDS), 2);
  }

  private static Attempt by(PersonId actor, String id) {
    return new Attempt(actor, new DecisionId(id));
  }

  private static Provenance from(Command command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }

  private static Trail trail(Command command) {
    return Trail.EMPTY.next(from(command));
  }
}
