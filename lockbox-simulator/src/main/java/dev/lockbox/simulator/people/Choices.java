package dev.lockbox.simulator.people;

import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an administrator may set. Groups and routes are not among it. */
final class Choices {
  private static final AccessLimits SHORT =
      new AccessLimits(Duration.ofHours(2), Duration.ofHours(1));
  private static final StageRule TWO = new StageRule(Optional.empty(), 2);
  private static final StageRule ONE = StageRule.ANYBODY;

  static final List<Settings> SETTINGS =
      List.of(
          Settings.DEFAULTS,
          with(Optional.empty(), ApproverMode.SNAPSHOT, false, false, List.of(TWO)),
          with(Optional.empty(), ApproverMode.LIVE, false, false, List.of(ONE)),
          with(Optional.of(SHORT), ApproverMode.SNAPSHOT, true, false, List.of(ONE)),
          with(Optional.empty(), ApproverMode.SNAPSHOT, false, true, List.of(ONE)),
          with(Optional.empty(), ApproverMode.LIVE, false, false, List.of(ONE, ONE)),
          notEnrolled());

  private Choices() {}

  private static Settings with(
      Optional<AccessLimits> limits,
      ApproverMode mode,
      boolean ticket,
      boolean secondPerson,
      List<StageRule> stages) {
    return new Settings(
        Enrolment.WHOLE_TENANT, limits, mode, ticket, secondPerson, List.of(), stages, List.of());
  }

  private static Settings notEnrolled() {
    return new Settings(
        Enrolment.OFF,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(ONE),
        List.of());
  }
}
