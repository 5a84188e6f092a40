package dev.lockbox.simulator.search;

import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.util.List;
import java.util.Optional;

/** Under which settings everything is tried. */
public enum Scope {
  ANY_ONE(Settings.DEFAULTS),
  TWO_STAGES(stages(ApproverMode.SNAPSHOT, StageRule.ANYBODY, StageRule.ANYBODY));

  private final Settings settings;

  Scope(Settings settings) {
    this.settings = settings;
  }

  Settings settings() {
    return settings;
  }

  private static Settings stages(ApproverMode mode, StageRule... stages) {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        mode,
        false,
        false,
        List.of(),
        List.of(stages),
        List.of());
  }
}
