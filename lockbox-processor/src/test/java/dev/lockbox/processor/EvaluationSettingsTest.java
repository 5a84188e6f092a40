package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.DataAccess;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.evaluation.Purpose;
import dev.lockbox.domain.evaluation.Unasked;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationSettingsTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @TempDir private Path directory;

  @Test
  void unsaidNothingIsWanted() throws IOException {
    assertThat(rules("lockbox:\n  data-dir: x\n")).isEqualTo(EvaluationRules.NONE);
  }

  /** The example of docs/configuration.md, as it stands there. */
  @Test
  void whatTheProviderWantsIsRead() throws IOException {
    var rules = rules(example());

    assertThat(rules.required())
        .containsExactlyInAnyOrder(
            CheckName.ELIGIBILITY,
            CheckName.ROLE,
            CheckName.JUSTIFICATION,
            CheckName.TICKET,
            CheckName.TICKET_TENANT);
    assertThat(rules.criteria().justificationCharsMin()).isEqualTo(20);
    assertThat(rules.criteria().alternativesCharsMin()).isEqualTo(20);
    assertThat(rules.criteria().countries())
        .containsExactlyInAnyOrder(new Country("DE"), new Country("FR"));
    assertThat(rules.criteria().isIdentityBoth()).isTrue();
    assertThat(rules.internalWindow()).isEqualTo(Duration.ofHours(8));
    assertThat(rules.internal())
        .extracting(InternalRoute::stages)
        .containsExactly(
            List.of(new InternalStage(InternalStage.MANAGER, 1)),
            List.of(new InternalStage(new GroupId("SUPPORT_LEAD"), 2)));
    assertThat(rules.internal().getLast().levelAtLeast()).contains(PermissionLevel.WRITE);
    assertThat(rules.internal().getLast().escalationAtLeast()).isEqualTo(1);
    assertThat(rules.unasked())
        .isEqualTo(new Unasked(Set.of(DataAccess.NONE), Set.of(Purpose.SERVICE_UPDATE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "required:|reqired:|lockbox.evaluation has what is not understood: [reqired]",
        "[ELIGIBILITY, ROLE|[ELIGIBLE, ROLE|lockbox.evaluation: required must be one of",
        "justification-chars-min: 20|justification-chars-min: 0|justificationCharsMin must be from 1",
        "justification-chars-min: 20|justification-chars-min: x|must be a whole number, was x",
        "countries: [DE, FR]|countries: [Germany]|country must match",
        "countries: [DE, FR]|countries: DE|lockbox.evaluation.countries must be a list, was DE",
        "identity-both: true|identity-both: 2|must be true or false, was 2",
        "internal-window: PT8H|internal-window: 8|internal-window must be text, was 8",
        "internal-window: PT8H|internal-window: soon|internal-window must be an ISO 8601 duration",
        "level-at-least: WRITE|level-at-most: WRITE|has what is not understood: [level-at-most]",
        "quorum: 2|quorum: 0|quorum must be from 1",
        "data-access: [NONE]|data-access: [CUSTOMER_DATA]|the customer is asked"
      })
  void whatIsNotUnderstoodStopsTheStartAndIsNamed(String right, String wrong, String message)
      throws IOException {
    var example = example();
    assertThat(example).contains(right);
    assertThatThrownBy(() -> rules(example.replace(right, wrong))).hasStackTraceContaining(message);
  }

  private static String example() throws IOException {
    var page = Files.readString(PAGE);
    var section = page.substring(page.indexOf("### Evaluation"));
    var begin = section.indexOf("```yaml\n") + "```yaml\n".length();
    return section.substring(begin, section.indexOf("```", begin));
  }

  private EvaluationRules rules(String yaml) throws IOException {
    var file = Files.writeString(directory.resolve("settings.yml"), yaml);
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      return context.bean(EvaluationSettings.class).rules();
    }
  }
}
