package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.GuardRail;
import dev.lockbox.domain.rules.GuardRails;
import dev.lockbox.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of every customer's must be behind the lockbox, as a deployment says it (F84). */
class GuardRailSettingsTest {
  private static final String RAILS =
      """
      lockbox:
        guard-rails:
          - id: prod
            tags: [env=prod]
          - id: payments
            tags: [pci]
            resources: [/clusters/*/ns/payments]
      """;

  @TempDir private Path directory;

  @Test
  void unsaidThereAreNone() throws IOException {
    assertThat(rails("lockbox:\n  data-dir: x\n")).isEqualTo(GuardRails.NONE);
    assertThat(rails("lockbox:\n  guard-rails: []\n")).isEqualTo(GuardRails.NONE);
  }

  @Test
  void theDeploymentHasThoseThatAreSaid() throws IOException {
    assertThat(rails(RAILS).given())
        .containsExactly(
            new GuardRail(new Code("prod"), Set.of(new Code("env=prod")), List.of()),
            new GuardRail(
                new Code("payments"),
                Set.of(new Code("pci")),
                List.of(NamePattern.of("/clusters/*/ns/payments"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tags: [pci]|tag: [pci]|guard-rails[1] has what is not understood: [tag]",
        "tags: [pci]|tags: pci|guard-rails[1].tags must be a list",
        "id: payments|id: prod|each guard rail must be given once",
        "tags: [env=prod]|tags: []|guard rail prod must name a tag or a resource",
        "/clusters/*|clusters/*|must begin with a slash",
        "guard-rails:|guard-rails.x:|guard-rails must be a list"
      })
  void whatIsMisspeltIsNoRailThatIsMissing(String right, String wrong, String message) {
    assertThatThrownBy(() -> rails(RAILS.replace(right, wrong))).hasStackTraceContaining(message);
  }

  private GuardRails rails(String yaml) throws IOException {
    var file = Files.writeString(directory.resolve("processor.yml"), yaml);
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      return context.bean(Deployment.class).guardRails();
    }
  }
}
