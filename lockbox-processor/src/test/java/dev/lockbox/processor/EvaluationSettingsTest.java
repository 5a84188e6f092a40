package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
        "identity-both: true|identity-both: 2|must be true or false, was 2"
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
