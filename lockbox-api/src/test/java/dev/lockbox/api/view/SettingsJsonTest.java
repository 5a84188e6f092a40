package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockbox.api.json.RecordJson;
import dev.lockbox.domain.PolicySamples;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is read can be sent back, and says the same. */
class SettingsJsonTest {
  static final Settings[] ALL = {
    Settings.DEFAULTS,
    Samples.SETTINGS,
    Settings.DEFAULTS.with(PolicySamples.ALL),
    Samples.SETTINGS.with(PolicySamples.ALL)
  };

  private final ObjectMapper mapper = new ObjectMapper();

  @ParameterizedTest
  @FieldSource("ALL")
  void whatIsSetIsReadAsItWasSet(Settings settings) {
    assertThat(read(tree(settings))).isEqualTo(settings);
  }

  @Test
  void nothingElseSetIsNull() {
    assertThat(tree(Settings.DEFAULTS).path("policy").isNull()).isTrue();
  }

  @Test
  void everyPartThereIsIsTold() {
    assertThat(tree(Settings.DEFAULTS.with(PolicySamples.ALL)).path("policy").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            Arrays.stream(Policy.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new));
  }

  @Test
  void nobodyLoosensARuleByLeavingItOut() {
    var parts = (ObjectNode) tree(Settings.DEFAULTS.with(PolicySamples.ALL)).path("policy");
    parts.remove("reading");
    for (var name : List.copyOf(parts.properties())) {
      var without = tree(Settings.DEFAULTS.with(PolicySamples.ALL));
      ((ObjectNode) without.path("policy")).remove(name.getKey());
      assertThatThrownBy(() -> read(without)).hasMessageContaining(name.getKey());
    }
  }

  @Test
  void whatOnlyRemindsMayBeLeftOut() {
    var without = tree(Settings.DEFAULTS.with(PolicySamples.ALL));
    ((ObjectNode) without.path("policy")).remove("reading");
    assertThat(read(without)).isEqualTo(Settings.DEFAULTS.with(PolicySamples.WITHOUT_READING));
  }

  private ObjectNode tree(Settings settings) {
    return mapper.valueToTree(SettingsJson.of(settings));
  }

  private static Settings read(ObjectNode tree) {
    return RecordJson.read(tree, SettingsJson.class).toDomain();
  }
}
