package dev.lockbox.events.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TopicCheckTest {
  private static final TopicCheck CHECK = new TopicCheck(Durability.DEFAULT);

  @Test
  void aTopicAsItIsCreatedIsAsItMustBe() {
    assertThat(Topics.all())
        .allSatisfy(topic -> assertThat(CHECK.problems(topic, asCreated(topic))).isEmpty());
  }

  @Test
  void aMissingTopicIsNamed() {
    assertThat(CHECK.problems(Topics.STATE, Optional.empty()))
        .containsExactly("topic lockbox.state does not exist");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cleanup.policy                 | delete     | compact
          message.timestamp.type         | CreateTime | LogAppendTime
          retention.ms                   | 604800000  | -1
          retention.bytes                | 1000       | -1
          min.insync.replicas            | 1          | 2
          max.message.bytes              | 4194304    | 1048576
          unclean.leader.election.enable | true       | false
          """)
  void aSettingThatDiffersIsNamedWithWhatItMustBe(String name, String found, String expected) {
    var topic = name.equals("cleanup.policy") ? Topics.STATE : Topics.COMMANDS;
    assertThat(CHECK.problems(topic, with(topic, name, found)))
        .containsExactly("topic %s: %s must be %s, was %s".formatted(topic, name, expected, found));
  }

  @ParameterizedTest
  @MethodSource("everySettingOfEveryTopic")
  void noSettingGoesUnchecked(Topic topic, String name) {
    assertThat(CHECK.problems(topic, with(topic, name, "something else"))).hasSize(1);
  }

  static Stream<Arguments> everySettingOfEveryTopic() {
    return Topics.all().stream()
        .flatMap(
            topic ->
                TopicCheck.settings(topic, Durability.DEFAULT).keySet().stream()
                    .map(name -> Arguments.of(topic, name)));
  }

  @Test
  void aSettingThatIsNotToldIsNotTakenForGood() {
    var untold = new FoundTopic(6, 3, Map.of());
    assertThat(CHECK.problems(Topics.EVENTS, Optional.of(untold)))
        .hasSize(TopicCheck.settings(Topics.EVENTS, Durability.DEFAULT).size())
        .contains("topic lockbox.events: cleanup.policy must be delete, was not told");
  }

  @Test
  void countsOfPartitionsAndCopiesAreChecked() {
    var settings = TopicCheck.settings(Topics.EVENTS, Durability.DEFAULT);
    assertThat(CHECK.problems(Topics.EVENTS, Optional.of(new FoundTopic(12, 1, settings))))
        .containsExactly(
            "topic lockbox.events: partitions must be 6, was 12",
            "topic lockbox.events: replication factor must be 3, was 1");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "1,0", "1,2", "3,4", "10,1", "-1,-1"})
  void aDurabilityThatCannotBeIsRefused(int copies, int minInsync) {
    assertThatThrownBy(() -> new Durability(copies, minInsync))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be");
  }

  private static Optional<FoundTopic> asCreated(Topic topic) {
    var settings = TopicCheck.settings(topic, Durability.DEFAULT);
    return Optional.of(new FoundTopic(topic.partitions(), 3, settings));
  }

  private static Optional<FoundTopic> with(Topic topic, String name, String value) {
    var settings = new HashMap<>(TopicCheck.settings(topic, Durability.DEFAULT));
    settings.put(name, value);
    return Optional.of(new FoundTopic(topic.partitions(), 3, settings));
  }
}
