package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Checking.check;
import static dev.lockbox.domain.Checking.checks;
import static dev.lockbox.domain.Checking.level;
import static dev.lockbox.domain.Checking.outcome;
import static dev.lockbox.domain.Checking.role;
import static dev.lockbox.domain.Evaluations.ALL_REQUIRED;
import static dev.lockbox.domain.Evaluations.BASICS;
import static dev.lockbox.domain.Evaluations.DETAILS;
import static dev.lockbox.domain.Evaluations.FACTS;
import static dev.lockbox.domain.Evaluations.READER;
import static dev.lockbox.domain.evaluation.Check.Outcome.SATISFIED;
import static dev.lockbox.domain.evaluation.Check.Outcome.UNSATISFIED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.HeldRole;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be known of an engineer: who they are, and what their roles let them do. */
class RoleChecksTest {
  private static final Set<ResourceName> ARO1 = Set.of(new ResourceName("/clusters/aro1"));

  @Test
  void anEngineerIsEligibleBeforeTheEndAndNotAtIt() {
    assertThat(outcome(CheckName.ELIGIBILITY, eligibleUntil(Cast.MORNING.plusMillis(1))))
        .isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.ELIGIBILITY, eligibleUntil(Cast.MORNING))).isEqualTo(UNSATISFIED);
  }

  @Test
  void theRoleMustHaveEveryActionThatIsAskedFor() {
    var another =
        new HeldRole(
            new RoleId("other"),
            Set.of(),
            ARO1,
            PermissionLevel.ADMIN,
            Duration.ofHours(24),
            NOON,
            Set.of());
    assertThat(outcome(CheckName.ROLE, holding(another))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.ROLE, holding(another, READER))).isEqualTo(SATISFIED);
  }

  @Test
  void aRoleThatHasEndedIsNotHeld() {
    assertThat(outcome(CheckName.ROLE, holding(readerUntil(Cast.MORNING)))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.ROLE, holding(readerUntil(Cast.MORNING.plusMillis(1)))))
        .isEqualTo(SATISFIED);
  }

  @Test
  void aRoleIsOfNoUseWithoutWhatItNeeds() {
    assertThat(outcome(CheckName.ROLE_PREREQUISITE, holding(READER))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.ROLE_PREREQUISITE, holding(READER, BASICS))).isEqualTo(SATISFIED);
  }

  @Test
  void theLevelAskedForIsWithinTheRoles() {
    assertThat(level(PermissionLevel.READ)).isEqualTo(SATISFIED);
    assertThat(level(PermissionLevel.WRITE)).isEqualTo(UNSATISFIED);
    assertThat(level(PermissionLevel.ADMIN)).isEqualTo(UNSATISFIED);
  }

  @Test
  void longerThanTheRoleAllowsIsTurnedDownAndNotClamped() {
    var shorter = readerFor(Duration.ofHours(8).minusMillis(1));
    assertThat(outcome(CheckName.MAX_DURATION, holding(shorter))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.MAX_DURATION, holding(readerFor(Duration.ofHours(8)))))
        .isEqualTo(SATISFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clusters/aro1", "/CLUSTERS/ARO1/", "/clusters", "/"})
  void aResourceIsInTheScopeThatItLiesBelow(String scope) {
    assertThat(outcome(CheckName.RESOURCE_SCOPE, holding(readerOn(scope)))).isEqualTo(SATISFIED);
    assertThat(outcome(CheckName.WORK_SCOPE, working(scope))).isEqualTo(SATISFIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/clusters/aro", "/clusters/aro1/ns/openshift-etcd/pods", "/vms"})
  void aResourceIsInNoScopeThatItMerelyResembles(String scope) {
    assertThat(outcome(CheckName.RESOURCE_SCOPE, holding(readerOn(scope)))).isEqualTo(UNSATISFIED);
    assertThat(outcome(CheckName.WORK_SCOPE, working(scope))).isEqualTo(UNSATISFIED);
  }

  @Test
  void oneRoleMustMeetAllThatIsAskedOfARole() {
    var longButElsewhere = role("a", "/elsewhere", PermissionLevel.ADMIN, 24);
    var hereButShort = role("b", "/clusters/aro1", PermissionLevel.ADMIN, 1);
    var found = checks(DETAILS, holding(longButElsewhere, hereButShort), ALL_REQUIRED);
    assertThat(found)
        .filteredOn(
            one ->
                EnumSet.of(CheckName.MAX_DURATION, CheckName.RESOURCE_SCOPE).contains(one.name()))
        .extracting(Check::outcome)
        .containsExactlyInAnyOrder(SATISFIED, UNSATISFIED);
  }

  @Test
  void theRoleThatMeetsMostIsTheOneThatCounts() {
    var poor = role("z-poor", "/elsewhere", PermissionLevel.READ, 1);
    var good = role("a-good", "/clusters/aro1", PermissionLevel.ADMIN, 24);
    for (var roles : List.of(List.of(poor, good), List.of(good, poor))) {
      var facts = holding(roles.toArray(HeldRole[]::new));
      assertThat(check(CheckName.ROLE, DETAILS, facts, EvaluationRules.NONE).found())
          .isEqualTo("a-good");
    }
  }

  private static Facts eligibleUntil(Instant end) {
    return new Facts(
        FACTS.source(),
        FACTS.roles(),
        Optional.of(end),
        FACTS.workScopes(),
        FACTS.manager(),
        FACTS.internalApprovers());
  }

  private static Facts holding(HeldRole... roles) {
    return new Facts(
        FACTS.source(),
        List.of(roles),
        FACTS.eligibleUntil(),
        FACTS.workScopes(),
        FACTS.manager(),
        FACTS.internalApprovers());
  }

  private static Facts working(String scope) {
    return new Facts(
        FACTS.source(),
        FACTS.roles(),
        FACTS.eligibleUntil(),
        Set.of(new ResourceName(scope)),
        FACTS.manager(),
        FACTS.internalApprovers());
  }

  private static HeldRole readerUntil(Instant end) {
    return new HeldRole(
        READER.role(),
        READER.actions(),
        READER.scopes(),
        READER.level(),
        READER.accessFor(),
        end,
        Set.of());
  }

  private static HeldRole readerFor(Duration longest) {
    return new HeldRole(
        READER.role(),
        READER.actions(),
        READER.scopes(),
        READER.level(),
        longest,
        READER.until(),
        Set.of());
  }

  private static HeldRole readerOn(String scope) {
    return role("reader", scope, PermissionLevel.READ, 8);
  }
}
