package dev.lockbox.events.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.codec.Subject;
import dev.lockbox.events.topic.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaAdminTest {
  private static final Path SCHEMAS = Path.of("src/main/avro");

  private final SchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final SchemaAdmin admin = new SchemaAdmin(registry);

  @Test
  void anEmptyRegistryLacksEverySubject() {
    assertThat(admin.check())
        .hasSize(2 * Subject.all().size())
        .contains(
            "subject lockbox.events-dev.lockbox.wire.event.RequestApproved:"
                + " this version's schema is not registered",
            "subject lockbox.events-dev.lockbox.wire.event.RequestApproved:"
                + " compatibility must be FULL_TRANSITIVE, was not set");
  }

  @Test
  void registersEveryRecordTypeOfEveryTopicUnderItsOwnSubject() throws Exception {
    admin.register();
    assertThat(admin.check()).isEmpty();
    assertThat(registry.getAllSubjects())
        .containsExactlyInAnyOrderElementsOf(Subject.all().stream().map(Subject::name).toList())
        .isNotEmpty();
  }

  @Test
  void registeringAgainChangesNothing() throws Exception {
    admin.register();
    admin.register();
    for (var subject : Subject.all()) {
      assertThat(registry.getAllVersions(subject.name())).containsExactly(1);
    }
  }

  @Test
  void saysWhichSubjectWasLoosened() throws Exception {
    admin.register();
    registry.updateCompatibility("lockbox.state-dev.lockbox.wire.state.RequestState", "NONE");
    assertThat(admin.check())
        .containsExactly(
            "subject lockbox.state-dev.lockbox.wire.state.RequestState:"
                + " compatibility must be FULL_TRANSITIVE, was NONE");
  }

  /** The other way round: a schema that someone wrote and no mapping carries is noticed. */
  @Test
  void everySchemaOfATopicsRecordsIsASubjectOnIt() throws IOException {
    var topics =
        Map.of(
            "intake", Topics.REQUESTS,
            "command", Topics.COMMANDS,
            "event", Topics.EVENTS,
            "notice", Topics.NOTICES,
            "quarantine", Topics.QUARANTINE);
    try (var directories = Files.list(SCHEMAS)) {
      assertThat(directories.map(directory -> directory.getFileName().toString()))
          .as("shared records are parts of others, some states are kept in stores only")
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(topics.keySet().stream(), Stream.of("shared", "state")).toList());
    }
    for (var entry : topics.entrySet()) {
      var subjects =
          Subject.all().stream()
              .filter(subject -> subject.topic().equals(entry.getValue()))
              .map(Subject::name);
      try (var files = Files.list(SCHEMAS.resolve(entry.getKey()))) {
        var written =
            files
                .map(file -> file.getFileName().toString().replace(".avsc", ""))
                .map(
                    type ->
                        "%s-dev.lockbox.wire.%s.%s"
                            .formatted(entry.getValue().name(), entry.getKey(), type))
                .toList();
        assertThat(subjects).containsExactlyInAnyOrderElementsOf(written).isNotEmpty();
      }
    }
  }

  @Test
  void whatIsRegisteredIsPlainAvroAndEqualForEveryReader() {
    assertThat(Subject.all())
        .allSatisfy(
            subject -> assertThat(subject.schema().canonicalString()).doesNotContain("avro.java"));
  }

  @Test
  void aRegistryThatIsNotThereIsSaidToBeSo() {
    var nobody = RegistryConnection.direct(URI.create("http://127.0.0.1:1"), Map.of());
    assertThatThrownBy(() -> new SchemaAdmin(nobody).check())
        .isInstanceOf(RegistryUnavailable.class);
    assertThatThrownBy(() -> new SchemaAdmin(nobody).register())
        .isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  void aRefusedSchemaIsNamed(@TempDir Path directory) throws IOException {
    try (var refusing = new FakeRegistry()) {
      var name = Subject.all().getFirst().name();
      refusing
          .answering("/config/" + name, 200, "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}")
          .answering(
              "/subjects/" + name + "/versions",
              409,
              "{\"error_code\":409,\"message\":\"incompatible\"}");
      var direct = RegistryConnection.direct(refusing.url(), Map.of());
      assertThatThrownBy(() -> new SchemaAdmin(direct).register())
          .isInstanceOf(SchemaRefused.class)
          .hasMessageContainingAll(name, "incompatible");
    }
  }
}
