package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.PolicySamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import org.junit.jupiter.api.Test;

/** What a plan prints, and what the portal shows before rules are set. */
class SettingsDiffTest {
  private static final Settings ALL_SET = Samples.SETTINGS.with(PolicySamples.ALL);

  @Test
  void thereIsNoDifferenceBetweenTheSame() {
    assertThat(SettingsDiff.lines(ALL_SET, ALL_SET)).isEmpty();
  }

  @Test
  void aLineTellsThePlaceAndBothValues() {
    assertThat(SettingsDiff.lines(Settings.DEFAULTS, Settings.DEFAULTS.with(Enrolment.OFF)))
        .containsExactly("/enrolment/scope: \"TENANT\" -> \"NOTHING\"");
  }

  @Test
  void whatIsSetAndWhatIsTakenAwayIsToldBothWays() {
    var forth = SettingsDiff.lines(Settings.DEFAULTS, ALL_SET);
    var back = SettingsDiff.lines(ALL_SET, Settings.DEFAULTS);
    assertThat(forth).anyMatch(line -> line.startsWith("/groups/0: added {"));
    assertThat(back).anyMatch(line -> line.startsWith("/groups/0: removed {"));
    assertThat(forth).anyMatch(line -> line.startsWith("/policy: null -> {"));
  }
}
