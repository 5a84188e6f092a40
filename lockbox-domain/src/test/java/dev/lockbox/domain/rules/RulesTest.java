package dev.lockbox.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Registry;
import dev.lockbox.domain.identity.PersonId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final PersonId ANNA = new PersonId("anna");
  private static final PersonId BEN = new PersonId("ben");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void silenceDeniesAfterFourDaysAndAYesLastsEightHours() {
    assertThat(AccessLimits.DEFAULTS.pendingWindow()).isEqualTo(Duration.ofDays(4));
    assertThat(AccessLimits.DEFAULTS.accessFor()).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void theBoundsThemselvesAreAllowed() {
    assertThat(new AccessLimits(Duration.ofSeconds(1), Duration.ofSeconds(1))).isNotNull();
    assertThat(new AccessLimits(Duration.ofDays(30), Duration.ofHours(24))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999999999S", "-PT1S", "P30DT0.001S", "P36500D"})
  void aPendingWindowOutOfBoundsIsRefused(Duration window) {
    assertThatThrownBy(() -> new AccessLimits(window, HOUR))
        .hasMessage("pendingWindow must be from PT1S to PT720H, was " + window);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.999999999S", "-PT1S", "PT24H0.001S", "P36500D"})
  void accessOutOfBoundsIsRefused(Duration access) {
    assertThatThrownBy(() -> new AccessLimits(HOUR, access))
        .hasMessage("accessFor must be from PT1S to PT24H, was " + access);
  }

  @Test
  void nobodyDecidesOnTheirOwnRequest() {
    var rules = Registry.naming(Set.of(ANNA, BEN), AccessLimits.DEFAULTS);
    assertThat(rules.approversFor(ANNA, List.of())).containsExactly(BEN);
    assertThat(rules.approversFor(new PersonId("eva"), List.of()))
        .containsExactlyInAnyOrder(ANNA, BEN);
  }

  @Test
  void theRulesDoNotChangeBehindTheirBack() {
    var approvers = new HashSet<>(Set.of(ANNA));
    var rules = Registry.naming(approvers, AccessLimits.DEFAULTS);
    approvers.add(BEN);
    assertThat(rules.approvers()).containsExactly(ANNA);
  }
}
