package dev.lockbox.domain.roles;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.roles.Staff.MONA;
import static dev.lockbox.domain.roles.Staff.NILS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.RolesSamples;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is known of an engineer when they ask (F123, F124, F127, F128, F151c). */
class RosterTest {
  private static final RoleId DEBUG = new RoleId("debug");
  private static final RoleId LEADS = new RoleId("leads");
  private static final GroupId SUPPORT_LEAD = new GroupId("SUPPORT_LEAD");
  private static final Code SOURCE = new Code("lockbox.roles");
  private static final Duration HELD_FOR = Duration.ofDays(30);
  private static final Instant END = NOON.plus(HELD_FOR);

  private final Staff staff = new Staff();

  @Test
  void ofSomebodyWhomNobodyDescribedNothingIsKnown() {
    assertThat(facts(EVA, NOON)).isEqualTo(Facts.nothingIn(SOURCE));
  }

  @Test
  void whoTheyAreIsKnown() {
    staff.describes(EVA, RolesSamples.DESCRIPTION);
    var facts = facts(EVA, NOON);
    assertThat(facts.eligibleUntil()).isEqualTo(RolesSamples.DESCRIPTION.eligibleUntil());
    assertThat(facts.workScopes()).isEqualTo(RolesSamples.DESCRIPTION.workScopes());
    assertThat(facts.manager()).isEqualTo(RolesSamples.DESCRIPTION.manager());
    assertThat(facts.roles()).isEmpty();
  }

  @Test
  void aRoleIsKnownAsItIsDefinedNowAndUntilWhenItIsHeld() {
    var role = role(Optional.empty());
    staff.defines(DEBUG, role).describes(EVA, managedBy(MONA)).joins(EVA, MONA, DEBUG);
    assertThat(facts(EVA, NOON).roles())
        .containsExactly(
            new HeldRole(
                DEBUG,
                role.actions(),
                role.scopes(),
                role.level(),
                role.accessFor(),
                END,
                role.prerequisites()));
    staff.defines(DEBUG, RolesSamples.SPARSE_ROLE);
    assertThat(facts(EVA, NOON).roles())
        .extracting(HeldRole::actions)
        .containsExactly(RolesSamples.SPARSE_ROLE.actions());
  }

  @Test
  void whatHasEndedIsNotHeld() {
    staff.defines(DEBUG, role(Optional.empty())).describes(EVA, managedBy(MONA));
    staff.joins(EVA, MONA, DEBUG);
    assertThat(facts(EVA, END.minusMillis(1)).roles()).hasSize(1);
    assertThat(facts(EVA, END).roles()).isEmpty();
  }

  @Test
  void whatIsOnlyAskedForIsNotHeld() {
    staff.defines(DEBUG, role(Optional.empty())).describes(EVA, managedBy(MONA));
    staff.happens(staff.ask(EVA, DEBUG));
    assertThat(facts(EVA, NOON).roles()).isEmpty();
  }

  @Test
  void aWithdrawnRoleIsHeldByNobody() {
    staff.defines(DEBUG, role(Optional.of(SUPPORT_LEAD))).describes(EVA, managedBy(MONA));
    staff.joins(EVA, MONA, DEBUG).happens(staff.withdraw(CARLA, DEBUG));
    assertThat(facts(EVA, NOON).roles()).isEmpty();
    assertThat(facts(EVA, NOON).internalApprovers()).isEmpty();
  }

  @Test
  void whoeverHoldsARoleThatApprovesMayBeAskedAndNobodyElse() {
    staff.defines(LEADS, role(Optional.of(SUPPORT_LEAD)));
    staff.defines(DEBUG, role(Optional.empty()));
    for (var person : Set.of(EVA, NILS, MONA)) {
      staff.describes(person, managedBy(Cast.ANNA));
    }
    staff.joins(EVA, Cast.ANNA, DEBUG).joins(NILS, Cast.ANNA, LEADS);
    staff.happens(staff.ask(MONA, LEADS));
    assertThat(facts(EVA, NOON).internalApprovers())
        .containsOnlyKeys(SUPPORT_LEAD)
        .satisfies(
            byKind -> assertThat(byKind.get(SUPPORT_LEAD)).containsOnlyKeys(NILS),
            byKind -> assertThat(byKind.get(SUPPORT_LEAD)).containsEntry(NILS, END));
    assertThat(staff.roster().factsOf(EVA, Set.of(), SOURCE, NOON).internalApprovers()).isEmpty();
    assertThat(facts(EVA, END).internalApprovers()).isEmpty();
  }

  @Test
  void aRoleThatNeedsOthersApprovesNoLongerThanThoseAreHeld() {
    staff.defines(DEBUG, role(Optional.empty()));
    staff.defines(LEADS, needing(DEBUG)).describes(NILS, managedBy(MONA));
    staff.joins(NILS, MONA, DEBUG).at(NOON.plus(Duration.ofDays(1)));
    staff.joins(NILS, MONA, LEADS);
    assertThat(facts(EVA, NOON).internalApprovers().get(SUPPORT_LEAD)).containsEntry(NILS, END);
    staff.happens(staff.end(NILS, NILS, DEBUG));
    assertThat(facts(EVA, NOON).internalApprovers()).isEmpty();
  }

  @Test
  void whoApprovesByTwoRolesDoesSoUntilTheLastOfThemEnds() {
    staff.defines(DEBUG, role(Optional.of(SUPPORT_LEAD)));
    staff.defines(LEADS, role(Optional.of(SUPPORT_LEAD))).describes(NILS, managedBy(MONA));
    staff.joins(NILS, MONA, LEADS).at(NOON.plus(Duration.ofDays(1)));
    staff.joins(NILS, MONA, DEBUG);
    assertThat(facts(EVA, NOON).internalApprovers().get(SUPPORT_LEAD))
        .containsEntry(NILS, END.plus(Duration.ofDays(1)));
  }

  @Test
  void noMoreAreNamedThanARecordHolds() {
    staff.defines(LEADS, role(Optional.of(SUPPORT_LEAD)));
    IntStream.rangeClosed(0, Facts.APPROVERS_MAX)
        .mapToObj(number -> new PersonId("lead-%03d".formatted(number)))
        .forEach(lead -> staff.describes(lead, managedBy(MONA)).joins(lead, MONA, LEADS));
    assertThat(facts(EVA, NOON).internalApprovers().get(SUPPORT_LEAD))
        .hasSize(Facts.APPROVERS_MAX)
        .doesNotContainKey(new PersonId("lead-100"));
  }

  private Facts facts(PersonId person, Instant at) {
    return staff.roster().factsOf(person, Set.of(SUPPORT_LEAD), SOURCE, at);
  }

  private static Description managedBy(PersonId manager) {
    return new Description(Optional.empty(), Set.of(), Optional.of(manager));
  }

  private static Role role(Optional<GroupId> approvesAs) {
    return role(Set.of(), approvesAs);
  }

  private static Role needing(RoleId other) {
    return role(Set.of(other), Optional.of(SUPPORT_LEAD));
  }

  private static Role role(Set<RoleId> prerequisites, Optional<GroupId> approvesAs) {
    return new Role(
        Set.copyOf(Cast.ACTIONS),
        Set.of(new ResourceName("/clusters")),
        PermissionLevel.READ,
        Duration.ofHours(4),
        HELD_FOR,
        prerequisites,
        approvesAs);
  }
}
