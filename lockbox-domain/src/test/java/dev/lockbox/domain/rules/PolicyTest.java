package dev.lockbox.domain.rules;

import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.rules.Mails.Occasion.APPROVED;
import static dev.lockbox.domain.rules.Mails.Occasion.ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Policies;
import dev.lockbox.domain.PolicySamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.DecisionId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a tenant sets beyond its settings of old, part by part. */
class PolicyTest {
  @Test
  void everythingIsMailedUntilATenantMutesIt() {
    for (var occasion : Mails.Occasion.values()) {
      assertThat(Mails.ALL.tell(occasion)).isTrue();
      assertThat(new Mails(Set.of(occasion)).tell(occasion)).isFalse();
    }
    assertThat(new Mails(Set.of(APPROVED)).tell(ENDED)).isTrue();
  }

  @Test
  void aPartThatSaysNothingIsNoContent() {
    assertThat(content(Settings.DEFAULTS.with(Policy.DEFAULT)))
        .isEqualTo(content(Settings.DEFAULTS));
  }

  @Test
  void everyPartIsContent() throws ReflectiveOperationException {
    var nothing = content(Samples.SETTINGS.with(Policy.DEFAULT));
    var all = PolicySamples.ALL.with(AccessCap.of(Duration.ofHours(12)));
    for (var part : Policy.class.getRecordComponents()) {
      var said = (Policy.Part) part.getAccessor().invoke(all);
      assertThat(said).as(part.getName()).isNotEqualTo(part.getAccessor().invoke(Policy.DEFAULT));
      assertThat(content(Samples.SETTINGS.with(Policy.DEFAULT.with(said))))
          .as(part.getName())
          .isNotEqualTo(nothing);
    }
  }

  @Test
  void eachPartIsOfATypeOfItsOwn() {
    assertThat(Policy.class.getRecordComponents())
        .extracting(RecordComponent::getType)
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderInWhichMailsAreMutedIsNoContent() {
    var one = new Mails(new LinkedHashSet<>(List.of(APPROVED, ENDED)));
    var other = new Mails(new LinkedHashSet<>(Arrays.asList(ENDED, APPROVED)));
    assertThat(content(Policies.settingsHaving(one)))
        .isEqualTo(content(Policies.settingsHaving(other)));
  }

  private static Fingerprint content(Settings settings) {
    return new ChangeSettings(CONTOSO, new Attempt(CARLA, new DecisionId("c")), settings).content();
  }
}
