package dev.lockbox.local.up;

import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockbox.domain.RolesSamples;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.local.intake.BadDocument;
import dev.lockbox.local.roles.Staff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffDocumentTest {
  private static final TenantId PROVIDER = new TenantId("provider");
  private static final String ROLE =
      """
      definition:
        actions: [k8s.pod.logs]
        scopes: [/clusters]
        level: WRITE
        accessFor: PT4H
        heldFor: P90D
        prerequisites: [readers]
        approvesAs: SUPPORT_LEAD
      """;

  @TempDir Path directory;

  @Test
  void whatIsShownCanBeAppliedAndSaysTheSame() throws IOException {
    var shown = shown();
    assertThat(StaffDocument.role(file(shown.at("/roles/0").toString())))
        .isEqualTo(RolesSamples.ROLE);
    assertThat(StaffDocument.engineer(file(shown.at("/engineers/0").toString())))
        .isEqualTo(RolesSamples.DESCRIPTION);
    assertThat(StaffDocument.engineer(file(shown.at("/engineers/1").toString())))
        .isEqualTo(RolesSamples.SPARSE_DESCRIPTION);
  }

  @Test
  void whoIsAMemberAndWhoAsksIsShown() throws IOException {
    var standing = shown().at("/engineers/0/roles");
    assertThat(standing.findValuesAsText("role")).containsExactly("readers", "support-leads");
    assertThat(standing.get(0).path("member").asBoolean()).isTrue();
    assertThat(standing.get(0).path("until").asText()).isEqualTo("2026-05-01T08:00:00Z");
    assertThat(standing.get(1).at("/asks/version").asInt()).isEqualTo(2);
  }

  @Test
  void yamlIsReadAndSoIsWhatTheApiTakes() throws IOException {
    assertThat(StaffDocument.role(file(ROLE))).isEqualTo(RolesSamples.ROLE);
    assertThat(StaffDocument.role(file("decisionId: d-1\n" + ROLE))).isEqualTo(RolesSamples.ROLE);
  }

  @Test
  void whatLeavesSomethingOutOrMakesNoSenseIsRefused() throws IOException {
    refused("{}", "definition");
    refused(ROLE.replace("  prerequisites: [readers]\n", ""), "definition.prerequisites");
    refused(ROLE + "  places: []\n", "definition.places is not known");
    refused(ROLE.replace("P90D", "a while"), "ISO 8601");
    refused(ROLE.replace("PT4H", "PT48H"), "accessFor");
  }

  private void refused(String text, String why) throws IOException {
    var file = file(text);
    assertThatThrownBy(() -> StaffDocument.role(file))
        .isInstanceOf(BadDocument.class)
        .hasMessageContaining(why);
  }

  private static JsonNode shown() {
    var roles =
        RolesSamples.roles().stream()
            .map(state -> new RoleSnapshot(PROVIDER, RolesSamples.LEADS, state))
            .toList();
    var engineers =
        RolesSamples.engineers().stream()
            .map(state -> new EngineerSnapshot(PROVIDER, EVA, state))
            .toList();
    return StaffDocument.show(new Staff(roles, engineers), MORNING);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("staff.yml"), text);
  }
}
