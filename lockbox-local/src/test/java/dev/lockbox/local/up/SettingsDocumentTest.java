package dev.lockbox.local.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.domain.PolicySamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.tenant.Changes;
import dev.lockbox.domain.tenant.Tenant.Registered;
import dev.lockbox.local.intake.BadDocument;
import dev.lockbox.local.up.SettingsDocument.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsDocumentTest {
  @TempDir Path directory;

  @Test
  void whatIsShownCanBeAppliedAndSaysTheSame() throws IOException {
    for (var settings :
        new Settings[] {Settings.DEFAULTS, Samples.SETTINGS.with(PolicySamples.ALL)}) {
      assertThat(SettingsDocument.read(file(shown(settings))))
          .isEqualTo(new SettingsDocument.Wanted(settings, Optional.of(0L)));
    }
  }

  @Test
  void whatTheApiTakesIsTakenHereToo() throws IOException {
    var shown = shown(Settings.DEFAULTS);
    var body = shown.replaceFirst("\"version\" : 0", "\"decisionId\" : \"d-1\"");
    assertThat(body).contains("decisionId");
    assertThat(SettingsDocument.read(file(body)))
        .isEqualTo(new SettingsDocument.Wanted(Settings.DEFAULTS, Optional.empty()));
    var from = body.replaceFirst("\"d-1\"", "\"d-1\", \"ifVersion\" : 7");
    assertThat(SettingsDocument.read(file(from)).ifVersion()).contains(7L);
  }

  @Test
  void whatIsAnsweredSaysTheSameAndALockboxAheadOfThisIsNotHalfUnderstood() {
    var all = Samples.SETTINGS.with(PolicySamples.ALL);
    var answer = SettingsDocument.show(having(all));
    assertThat(SettingsDocument.settings(answer)).isEqualTo(all);

    ((ObjectNode) answer.path("settings")).put("tomorrows", true);
    assertThatThrownBy(() -> SettingsDocument.settings(answer))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining("tomorrows");
  }

  @Test
  void aPatchLeadsFromWhatHoldsToWhatIsWanted() {
    var off = Settings.DEFAULTS.with(Enrolment.OFF);

    assertThat(new Wanted(off, Optional.empty()).patch(Settings.DEFAULTS))
        .hasToString(
            "[{\"op\":\"replace\",\"fromValue\":\"TENANT\",\"path\":\"/enrolment/scope\",\"value\":\"NOTHING\"}]");
    assertThat(new Wanted(off, Optional.empty()).patch(off)).isEmpty();
  }

  @Test
  void whatLeavesSomethingOutOrContradictsItselfIsRefused() throws IOException {
    var shown = shown(Settings.DEFAULTS);
    refused("{}", "settings is missing");
    refused(shown.replaceFirst("\"ticketRequired\" : false,", ""), "ticketRequired");
    refused(shown.replaceFirst("\"ticketRequired\" : false", "\"ticketRequired\" : null"), "null");
    refused(shown.replaceFirst("\"quorum\" : 1", "\"quorum\" : 9"), "quorum");
    refused(
        shown.replaceFirst(
            "\"limits\" : null",
            "\"limits\" : {\"pendingWindow\": \"four days\", \"accessFor\": \"PT1H\"}"),
        "ISO 8601");
  }

  private void refused(String text, String why) throws IOException {
    var file = file(text);
    assertThatThrownBy(() -> SettingsDocument.read(file))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining(why);
  }

  private static String shown(Settings settings) {
    return SettingsDocument.show(having(settings)).toPrettyString();
  }

  private static Registered having(Settings settings) {
    return new Registered(
        Samples.MEMBERSHIP, settings, Optional.empty(), Changes.NONE, Trail.EMPTY);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("settings.json"), text);
  }
}
