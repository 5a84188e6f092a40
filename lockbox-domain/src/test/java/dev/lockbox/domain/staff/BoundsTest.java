package dev.lockbox.domain.staff;

import static dev.lockbox.domain.Bounded.some;
import static dev.lockbox.domain.evaluation.PermissionLevel.ADMIN;
import static dev.lockbox.domain.evaluation.PermissionLevel.READ;
import static dev.lockbox.domain.evaluation.PermissionLevel.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.Bounded;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.RoleId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much a role is, and which of two is the wider. */
class BoundsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Optional<GroupId> LEAD = Optional.of(new GroupId("LEAD"));
  private static final Role ROLE = role(2, 2, WRITE, HOUR, DAY, 1, LEAD);

  static Stream<Bounded> bounded() {
    return Stream.of(
        new Bounded("actions", Role.ACTIONS_MAX, n -> role(n, 1, 0)),
        new Bounded("scopes", Role.SCOPES_MAX, n -> role(1, n, 0)),
        new Bounded("prerequisites", Role.PREREQUISITES_MAX, n -> role(1, 1, n)),
        new Bounded(
            "work scopes",
            Description.SCOPES_MAX,
            n -> new Description(Optional.empty(), resources(n), Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("bounded")
  void asMuchAsIsSaidAndNoMore(Bounded bounded) {
    bounded.holds();
  }

  @Test
  void timesAreFromTheShortestToTheLongestInWholeMilliseconds() {
    for (var access : List.of(Duration.ofSeconds(1), Duration.ofHours(24))) {
      assertThatCode(() -> lasting(access, DAY)).doesNotThrowAnyException();
    }
    for (var held : List.of(HOUR, Duration.ofDays(366))) {
      assertThatCode(() -> lasting(HOUR, held)).doesNotThrowAnyException();
    }
    for (var bad :
        List.of(Duration.ofMillis(999), Duration.ofHours(24).plusMillis(1), HOUR.plusNanos(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> lasting(bad, DAY));
    }
    for (var bad :
        List.of(HOUR.minusMillis(1), Duration.ofDays(366).plusMillis(1), DAY.plusNanos(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> lasting(HOUR, bad));
    }
  }

  @Test
  void aRoleIsWithinItself() {
    assertThat(ROLE.isWithin(ROLE)).isTrue();
  }

  @Test
  void whatIsMoreInAnyWayIsNotWithin() {
    for (var wider :
        List.of(
            role(3, 2, WRITE, HOUR, DAY, 1, LEAD),
            role(2, 3, WRITE, HOUR, DAY, 1, LEAD),
            role(2, 2, ADMIN, HOUR, DAY, 1, LEAD),
            role(2, 2, WRITE, HOUR.plusMillis(1), DAY, 1, LEAD),
            role(2, 2, WRITE, HOUR, DAY.plusMillis(1), 1, LEAD),
            role(2, 2, WRITE, HOUR, DAY, 0, LEAD),
            role(2, 2, WRITE, HOUR, DAY, 1, Optional.of(new GroupId("OTHER"))))) {
      assertThat(wider.isWithin(ROLE)).as("%s", wider).isFalse();
    }
  }

  @Test
  void whatIsLessInAnyWayIs() {
    for (var narrower :
        List.of(
            role(1, 2, WRITE, HOUR, DAY, 1, LEAD),
            role(2, 1, WRITE, HOUR, DAY, 1, LEAD),
            role(2, 2, READ, HOUR, DAY, 1, LEAD),
            role(2, 2, WRITE, HOUR.minusMillis(1), DAY, 1, LEAD),
            role(2, 2, WRITE, HOUR, DAY.minusMillis(1), 1, LEAD),
            role(2, 2, WRITE, HOUR, DAY, 2, LEAD),
            role(2, 2, WRITE, HOUR, DAY, 1, Optional.empty()))) {
      assertThat(narrower.isWithin(ROLE)).as("%s", narrower).isTrue();
    }
  }

  private static Role role(int actions, int scopes, int prerequisites) {
    return role(actions, scopes, READ, HOUR, DAY, prerequisites, LEAD);
  }

  private static Role lasting(Duration accessFor, Duration heldFor) {
    return role(1, 1, READ, accessFor, heldFor, 0, LEAD);
  }

  private static Role role(
      int actions,
      int scopes,
      PermissionLevel level,
      Duration accessFor,
      Duration heldFor,
      int prerequisites,
      Optional<GroupId> approvesAs) {
    return new Role(
        some(actions, i -> new ActionName("k8s.a" + i)),
        resources(scopes),
        level,
        accessFor,
        heldFor,
        some(prerequisites, i -> new RoleId("r" + i)),
        approvesAs);
  }

  private static Set<ResourceName> resources(int count) {
    return some(count, i -> new ResourceName("/vms/" + i));
  }
}
