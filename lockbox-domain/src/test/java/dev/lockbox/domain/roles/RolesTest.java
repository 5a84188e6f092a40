package dev.lockbox.domain.roles;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.roles.Staff.MONA;
import static dev.lockbox.domain.roles.Staff.NILS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.RolesCommand;
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
import dev.lockbox.domain.RolesSamples;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lockbox roles (F137), and how engineers become members of them (F138, F151c, F136). */
class RolesTest {
  private static final RoleId DEBUG = new RoleId("debug");
  private static final RoleId OPERATIONS = new RoleId("service-engineer-operations");
  private static final Duration HELD_FOR = Duration.ofDays(30);
  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Moment SUSPECT = new Moment(NOON, NOON, true, false);
  private static final Moment FROZEN = new Moment(NOON, NOON, false, true);

  private final Staff staff = new Staff();

  @Test
  void aRoleSaysWhatItsMembersMayAskFor() {
    var events = staff.accepted(staff.define(CARLA, DEBUG, RolesSamples.SPARSE_ROLE));
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            RoleDefined.class,
            defined -> assertThat(defined.definition()).isEqualTo(RolesSamples.SPARSE_ROLE));
    assertThat(staff.role(DEBUG).version()).isEqualTo(1);
  }

  @Test
  void onlyTheProvidersAdministratorsSayWhatARoleIs() {
    staff.refused(staff.define(EVA, DEBUG, role()), Refusal.NOT_AN_ADMIN);
    staff.defines(DEBUG, role());
    staff.refused(staff.withdraw(MONA, DEBUG), Refusal.NOT_AN_ADMIN);
    staff.refused(staff.describe(MONA, EVA, managedBy(MONA)), Refusal.NOT_AN_ADMIN);
  }

  @Test
  void rolesAreKeptUnderTheProvidersOwnTenantOnly() {
    staff.ofNoProvider().refused(staff.define(CARLA, DEBUG, role()), Refusal.NOT_THE_PROVIDER);
    staff.refused(staff.ask(EVA, DEBUG), Refusal.NOT_THE_PROVIDER);
  }

  @Test
  void whatARoleIsAlreadyIsNoChange() {
    staff.defines(DEBUG, role());
    staff.refused(staff.define(CARLA, DEBUG, role()), Refusal.NOTHING_TO_CHANGE);
  }

  @Test
  void anIdOfAWithdrawnRoleIsClosedForGood() {
    var events = staff.defines(DEBUG, role()).accepted(staff.withdraw(CARLA, DEBUG));
    assertThat(events).singleElement().isInstanceOf(RoleWithdrawn.class);
    staff.refused(staff.define(CARLA, DEBUG, role()), Refusal.ROLE_WITHDRAWN);
    staff.refused(staff.withdraw(CARLA, DEBUG), Refusal.ROLE_WITHDRAWN);
    staff.describes(EVA, managedBy(MONA));
    staff.refused(staff.ask(EVA, DEBUG), Refusal.ROLE_WITHDRAWN);
    staff.refused(staff.withdraw(CARLA, OPERATIONS), Refusal.NO_SUCH_ROLE);
  }

  @Test
  void aRoleNeedsOnlyRolesThatThereAre() {
    staff.refused(staff.define(CARLA, OPERATIONS, needing(DEBUG)), Refusal.NO_SUCH_ROLE);
    staff.defines(DEBUG, role()).defines(OPERATIONS, needing(DEBUG));
  }

  @Test
  void noRoleNeedsItselfThroughOthers() {
    var third = new RoleId("third");
    staff.defines(DEBUG, role()).defines(OPERATIONS, needing(DEBUG));
    staff.defines(third, needing(OPERATIONS));
    staff.refused(staff.define(CARLA, DEBUG, needing(third)), Refusal.ROLE_PREREQUISITE);
    staff.refused(staff.define(CARLA, DEBUG, needing(DEBUG)), Refusal.ROLE_PREREQUISITE);
  }

  @Test
  void anEngineerAsksAndTheirManagerMakesThemAMember() {
    evaAndRole();
    var asked = (MembershipRequested) staff.accepted(staff.ask(EVA, DEBUG)).getFirst();
    assertThat(asked.manager()).isEqualTo(MONA);
    assertThat(asked.decideBy()).isEqualTo(NOON.plus(TWO_WEEKS));
    assertThat(asked.heldFor()).isEqualTo(HELD_FOR);
    var later = NOON.plus(Duration.ofDays(1));
    staff.at(later);
    var approved = (MembershipApproved) staff.accepted(approveAsMona()).getFirst();
    assertThat(approved.until()).isEqualTo(later.plus(HELD_FOR));
    assertThat(staff.engineer(EVA).deadline()).contains(later.plus(HELD_FOR));
  }

  @Test
  void nobodyApprovesTheirOwnMembership() {
    evaAndRole().happens(staff.ask(EVA, DEBUG));
    staff.refused(staff.approve(EVA, EVA, DEBUG), Refusal.OWN_MEMBERSHIP);
    staff.refused(staff.approve(new PersonId("EVA"), EVA, DEBUG), Refusal.OWN_MEMBERSHIP);
  }

  @Test
  void anAdministratorOfRolesIsNotThereforeAManager() {
    evaAndRole().happens(staff.ask(EVA, DEBUG));
    staff.refused(staff.approve(CARLA, EVA, DEBUG), Refusal.NOT_THE_MANAGER);
    staff.refused(staff.approve(NILS, EVA, DEBUG), Refusal.NOT_THE_MANAGER);
  }

  @Test
  void nobodyIsTheirOwnManagerNorSaysWhoTheyAreThemselves() {
    staff.refused(staff.describe(CARLA, EVA, managedBy(EVA)), Refusal.OWN_MEMBERSHIP);
    staff.refused(staff.describe(CARLA, CARLA, managedBy(MONA)), Refusal.OWN_MEMBERSHIP);
    var eva = new PersonId("EVA");
    staff.refused(staff.describe(CARLA, EVA, managedBy(eva)), Refusal.OWN_MEMBERSHIP);
    var carla = new PersonId("Carla");
    staff.refused(staff.describe(CARLA, carla, managedBy(MONA)), Refusal.OWN_MEMBERSHIP);
  }

  @Test
  void nobodyWidensARoleThatTheyHoldOrAskFor() {
    var wider = role(Set.of(new ActionName("k8s.pod.logs"), new ActionName("k8s.pod.exec")));
    staff.defines(DEBUG, role()).happens(staff.describe(DORA, CARLA, managedBy(MONA)));
    staff.happens(staff.ask(CARLA, DEBUG));
    staff.refused(staff.define(CARLA, DEBUG, wider), Refusal.OWN_MEMBERSHIP);
    staff.happens(staff.approve(MONA, CARLA, DEBUG));
    staff.refused(staff.define(CARLA, DEBUG, wider), Refusal.OWN_MEMBERSHIP);
    staff.happens(staff.define(CARLA, DEBUG, role(Set.of())));
    staff.happens(staff.define(DORA, DEBUG, wider));
  }

  @Test
  void theManagerOfTodayDecides() {
    evaAndRole().happens(staff.ask(EVA, DEBUG)).describes(EVA, managedBy(NILS));
    staff.refused(staff.approve(MONA, EVA, DEBUG), Refusal.NOT_THE_MANAGER);
    staff.happens(staff.approve(NILS, EVA, DEBUG));
  }

  @Test
  void oneAsksForOneselfOnly() {
    evaAndRole();
    staff.refused(staff.ask(FEMI, EVA, DEBUG, Optional.empty()), Refusal.NOT_THE_ENGINEER);
  }

  @Test
  void whomNobodyDescribedOrManagesBecomesNoMember() {
    staff.defines(DEBUG, role());
    staff.refused(staff.ask(EVA, DEBUG), Refusal.NO_SUCH_ENGINEER);
    staff.describes(EVA, RolesSamples.SPARSE_DESCRIPTION);
    staff.refused(staff.ask(EVA, DEBUG), Refusal.NO_APPROVERS);
    staff.describes(EVA, managedBy(MONA)).refused(staff.ask(EVA, OPERATIONS), Refusal.NO_SUCH_ROLE);
  }

  @Test
  void membershipIsNeverLongerThanTheRoleLetsItBe() {
    evaAndRole();
    staff.refused(ask(HELD_FOR.plus(TICK)), Refusal.MEMBERSHIP_TOO_LONG);
    staff.refused(ask(Duration.ZERO), Refusal.MEMBERSHIP_TOO_LONG);
    var asked = (MembershipRequested) staff.accepted(ask(HELD_FOR.minus(TICK))).getFirst();
    assertThat(asked.heldFor()).isEqualTo(HELD_FOR.minus(TICK));
  }

  @Test
  void whoAsksTwiceWaitsForTheFirstAnswer() {
    evaAndRole().happens(staff.ask(EVA, DEBUG));
    staff.refused(staff.ask(EVA, DEBUG), Refusal.ALREADY_ASKED);
  }

  @Test
  void aManagersSilenceIsANo() {
    evaAndRole().happens(staff.ask(EVA, DEBUG));
    staff.at(NOON.plus(TWO_WEEKS).minus(TICK)).refused(staff.expire(EVA), Refusal.NOT_DUE);
    staff.at(NOON.plus(TWO_WEEKS)).refused(approveAsMona(), Refusal.TOO_LATE);
    assertThat(staff.accepted(staff.expire(EVA)))
        .singleElement()
        .isInstanceOf(MembershipRequestExpired.class);
    staff.refused(staff.expire(EVA), Refusal.NOT_DUE);
    staff.refused(approveAsMona(), Refusal.NO_SUCH_MEMBERSHIP);
  }

  @Test
  void membershipEndsByItselfUnlessItIsSaidYesToAgain() {
    evaAndRole().joins(EVA, MONA, DEBUG);
    staff.at(NOON.plus(HELD_FOR));
    assertThat(staff.accepted(staff.expire(EVA)))
        .singleElement()
        .isInstanceOf(MembershipExpired.class);
    assertThat(staff.engineer(EVA).roles()).isEmpty();
    assertThat(staff.engineer(EVA).deadline()).isEmpty();
  }

  @Test
  void aMemberMayAskToGoOnBeforeItEnds() {
    evaAndRole().joins(EVA, MONA, DEBUG);
    var later = NOON.plus(Duration.ofDays(20));
    staff.at(later).happens(staff.ask(EVA, DEBUG));
    assertThat(staff.engineer(EVA).with(DEBUG).until()).contains(NOON.plus(HELD_FOR));
    staff.happens(approveAsMona());
    assertThat(staff.engineer(EVA).with(DEBUG).until()).contains(later.plus(HELD_FOR));
  }

  @Test
  void whatHasRunOutIsSaidBeforeItIsAskedForAnew() {
    evaAndRole().joins(EVA, MONA, DEBUG).at(NOON.plus(HELD_FOR));
    assertThat(staff.accepted(staff.ask(EVA, DEBUG)))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(MembershipExpired.class, MembershipRequested.class);
  }

  @Test
  void aRequestThatRanOutDoesNotStandInTheWayOfTheNext() {
    evaAndRole().happens(staff.ask(EVA, DEBUG)).at(NOON.plus(TWO_WEEKS));
    assertThat(staff.accepted(staff.ask(EVA, DEBUG)))
        .extracting(event -> (Object) event.getClass())
        .containsExactly(MembershipRequestExpired.class, MembershipRequested.class);
  }

  @Test
  void aRoleIsHeldOnlyOnTopOfThoseItNeeds() {
    evaAndRole().defines(OPERATIONS, needing(DEBUG));
    staff.refused(staff.ask(EVA, OPERATIONS), Refusal.ROLE_PREREQUISITE);
    staff.joins(EVA, MONA, DEBUG).happens(staff.ask(EVA, OPERATIONS));
    var asked = staff.approve(MONA, EVA, OPERATIONS);
    staff.happens(staff.end(MONA, EVA, DEBUG)).refused(asked, Refusal.ROLE_PREREQUISITE);
  }

  @Test
  void aPrerequisiteThatRanOutOrWasWithdrawnIsNotHeld() {
    evaAndRole().defines(OPERATIONS, needing(DEBUG)).joins(EVA, MONA, DEBUG);
    staff.at(NOON.plus(HELD_FOR)).refused(staff.ask(EVA, OPERATIONS), Refusal.ROLE_PREREQUISITE);
    staff.at(NOON).happens(staff.withdraw(CARLA, DEBUG));
    staff.refused(staff.ask(EVA, OPERATIONS), Refusal.ROLE_PREREQUISITE);
  }

  @Test
  void aYesIsToWhatWasRead() {
    evaAndRole().happens(staff.ask(EVA, DEBUG));
    staff.refused(staff.approve(MONA, EVA, DEBUG, 1), Refusal.STALE_VERSION);
    var yes = approveAsMona();
    staff.defines(DEBUG, role(Set.of())).refused(yes, Refusal.STALE_VERSION);
  }

  @Test
  void aNoIsTheManagersOrAnAdministrators() {
    evaAndRole().happens(staff.ask(EVA, DEBUG));
    staff.refused(staff.deny(NILS, EVA, DEBUG), Refusal.NOT_THE_MANAGER);
    assertThat(staff.accepted(staff.deny(MONA, EVA, DEBUG)))
        .singleElement()
        .isInstanceOf(MembershipDenied.class);
    staff.happens(staff.ask(EVA, DEBUG)).happens(staff.deny(CARLA, EVA, DEBUG));
    staff.refused(staff.deny(MONA, EVA, DEBUG), Refusal.NO_SUCH_MEMBERSHIP);
  }

  @Test
  void aDeniedRenewalLeavesTheMembershipThatThereIs() {
    evaAndRole().joins(EVA, MONA, DEBUG).happens(staff.ask(EVA, DEBUG));
    staff.happens(staff.deny(MONA, EVA, DEBUG));
    assertThat(staff.engineer(EVA).with(DEBUG).until()).contains(NOON.plus(HELD_FOR));
  }

  @Test
  void membershipIsEndedByTheEngineerTheirManagerOrAnAdministrator() {
    for (var who : List.of(EVA, MONA, CARLA)) {
      var one = new Staff().defines(DEBUG, role()).describes(EVA, managedBy(MONA));
      one.joins(EVA, MONA, DEBUG).refused(one.end(NILS, EVA, DEBUG), Refusal.NOT_THE_MANAGER);
      assertThat(one.accepted(one.end(who, EVA, DEBUG)))
          .singleElement()
          .isInstanceOf(MembershipEnded.class);
      assertThat(one.engineer(EVA).roles()).isEmpty();
      one.refused(one.end(who, EVA, DEBUG), Refusal.NO_SUCH_MEMBERSHIP);
    }
  }

  @Test
  void endingAlsoTakesBackWhatIsAskedFor() {
    evaAndRole().happens(staff.ask(EVA, DEBUG)).happens(staff.end(EVA, EVA, DEBUG));
    staff.refused(approveAsMona(), Refusal.NO_SUCH_MEMBERSHIP);
  }

  @Test
  void thereIsRoomForSoManyRoles() {
    staff.describes(EVA, managedBy(MONA));
    IntStream.range(0, Engineer.ROLES_MAX)
        .mapToObj(n -> new RoleId("role-" + n))
        .forEach(role -> staff.defines(role, role()).happens(staff.ask(EVA, role)));
    staff.defines(DEBUG, role()).refused(staff.ask(EVA, DEBUG), Refusal.TOO_MANY_MEMBERSHIPS);
    staff.at(NOON.plus(TWO_WEEKS)).happens(staff.ask(EVA, DEBUG));
    assertThat(staff.engineer(EVA).roles()).containsOnlyKeys(DEBUG);
  }

  @Test
  void aRepeatedAttemptGetsItsFirstAnswer() {
    evaAndRole();
    var ask = staff.ask(EVA, DEBUG);
    staff.happens(ask).repeated(ask, 2);
    var yes = approveAsMona();
    staff.happens(yes).repeated(yes, 3);
  }

  @Test
  void whileTheClockIsSuspectNothingHelpsAndAllThatEndsIsTaken() {
    helpsNothing(SUSPECT, Refusal.CLOCK_SUSPECT);
  }

  @Test
  void whileGrantsAreFrozenNothingHelpsAndAllThatEndsIsTaken() {
    helpsNothing(FROZEN, Refusal.GRANTS_FROZEN);
  }

  private void helpsNothing(Moment moment, Refusal refusal) {
    evaAndRole().happens(staff.ask(EVA, DEBUG)).at(moment);
    staff.refused(approveAsMona(), refusal);
    staff.refused(staff.define(CARLA, OPERATIONS, role()), refusal);
    staff.refused(staff.describe(CARLA, EVA, managedBy(NILS)), refusal);
    staff.describes(EVA, new Description(Optional.empty(), Set.of(), Optional.of(MONA)));
    staff.defines(DEBUG, role(Set.of()));
    staff.happens(staff.deny(MONA, EVA, DEBUG)).happens(staff.withdraw(CARLA, DEBUG));
  }

  @Test
  void whatIsSaidOfAnEngineerAlreadyIsNoChange() {
    var events = staff.accepted(staff.describe(CARLA, EVA, managedBy(MONA)));
    assertThat(events).singleElement().isInstanceOf(EngineerDescribed.class);
    staff.refused(staff.describe(CARLA, EVA, managedBy(MONA)), Refusal.NOTHING_TO_CHANGE);
  }

  @Test
  void aNarrowerRoleIsWithinAWiderOne() {
    var wide = RolesSamples.ROLE;
    assertThat(wide.isWithin(wide)).isTrue();
    assertThat(with(wide, PermissionLevel.READ, wide.accessFor(), wide.heldFor()).isWithin(wide))
        .isTrue();
    assertThat(with(wide, PermissionLevel.ADMIN, wide.accessFor(), wide.heldFor()).isWithin(wide))
        .isFalse();
    assertThat(with(wide, wide.level(), wide.accessFor().plus(TICK), wide.heldFor()).isWithin(wide))
        .isFalse();
    assertThat(with(wide, wide.level(), wide.accessFor(), wide.heldFor().plus(TICK)).isWithin(wide))
        .isFalse();
    assertThat(RolesSamples.SPARSE_ROLE.isWithin(wide)).as("needs no other role").isFalse();
  }

  @Test
  void aDescriptionIsWithinOneThatLetsMore() {
    var full = RolesSamples.DESCRIPTION;
    var sparse = RolesSamples.SPARSE_DESCRIPTION;
    assertThat(sparse.isWithin(full)).isTrue();
    assertThat(full.isWithin(sparse)).isFalse();
    var longer =
        new Description(
            full.eligibleUntil().map(end -> end.plus(TICK)), full.workScopes(), full.manager());
    assertThat(longer.isWithin(full)).isFalse();
    assertThat(full.isWithin(longer)).isTrue();
  }

  @Test
  void noRoleIsHeldOrUsedForLongerThanItMay() {
    assertThatThrownBy(() -> with(role(), PermissionLevel.READ, Duration.ZERO, HELD_FOR))
        .hasMessageContaining("accessFor of a role must be from PT1S to PT24H");
    assertThatThrownBy(
            () -> with(role(), PermissionLevel.READ, Duration.ofHours(1), Duration.ofDays(367)))
        .hasMessageContaining("heldFor of a role must be from PT1H");
  }

  @Test
  void aHistoryThatCannotBeIsNotFolded() {
    evaAndRole().joins(EVA, MONA, DEBUG);
    var expired = new MembershipExpired(Staff.PROVIDER, NOON, EVA, OPERATIONS);
    assertThatThrownBy(() -> Engineer.evolve(staff.engineer(EVA), expired))
        .isInstanceOf(ImpossibleHistory.class);
    var silent = new MembershipRequestExpired(Staff.PROVIDER, NOON, EVA, DEBUG);
    assertThatThrownBy(() -> Engineer.evolve(staff.engineer(EVA), silent))
        .isInstanceOf(ImpossibleHistory.class);
    var withdrawn = (RolesEvent.OfRole) staff.accepted(staff.withdraw(CARLA, DEBUG)).getFirst();
    assertThatThrownBy(() -> RoleState.evolve(staff.role(DEBUG), withdrawn))
        .isInstanceOf(ImpossibleHistory.class);
    assertThatThrownBy(() -> RoleState.evolve(RoleState.UNDEFINED, withdrawn))
        .isInstanceOf(ImpossibleHistory.class);
  }

  private Staff evaAndRole() {
    return staff.defines(DEBUG, role()).describes(EVA, managedBy(MONA));
  }

  private RolesCommand approveAsMona() {
    return staff.approve(MONA, EVA, DEBUG);
  }

  private RolesCommand ask(Duration heldFor) {
    return staff.ask(EVA, EVA, DEBUG, Optional.of(heldFor));
  }

  private static Description managedBy(PersonId manager) {
    Optional<Instant> eligible = Optional.of(NOON.plus(Duration.ofDays(365)));
    return new Description(eligible, Set.of(), Optional.of(manager));
  }

  private static Role role() {
    return role(Set.of(new ActionName("k8s.pod.logs")));
  }

  private static Role role(Set<ActionName> actions) {
    return new Role(
        actions,
        Set.of(),
        PermissionLevel.READ,
        Duration.ofHours(1),
        HELD_FOR,
        Set.of(),
        Optional.empty());
  }

  private static Role needing(RoleId other) {
    var role = role();
    return new Role(
        role.actions(),
        role.scopes(),
        role.level(),
        role.accessFor(),
        role.heldFor(),
        Set.of(other),
        Optional.empty());
  }

  private static Role with(Role role, PermissionLevel level, Duration accessFor, Duration heldFor) {
    return new Role(
        role.actions(),
        role.scopes(),
        level,
        accessFor,
        heldFor,
        role.prerequisites(),
        role.approvesAs());
  }
}
