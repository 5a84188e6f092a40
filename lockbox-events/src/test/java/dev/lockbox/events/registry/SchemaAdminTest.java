package dev.lockbox.events.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.events.codec.RegistryUnavailable;
import dev.lockbox.events.codec.Subject;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaAdminTest {
  private static final Path SCHEMAS = Path.of("src/main/avro");
  private static final Set<String> PARTS = Set.of("shared", "state");

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

  /**
   * The other way round: a schema that someone wrote and no mapping carries is noticed. Shared ones
   * are parts of others, and some states are kept in stores only.
   */
  @Test
  void everyRecordThatIsNoPartOfAnotherIsASubjectOfOneTopic() throws IOException {
    var written = new ArrayList<String>();
    try (var directories = Files.list(SCHEMAS)) {
      for (var directory : directories.filter(one -> !PARTS.contains(name(one))).toList()) {
        try (var files = Files.list(directory)) {
          files
              .map(file -> name(directory) + "." + name(file).replace(".avsc", ""))
              .forEach(written::add);
        }
      }
    }
    var subjects =
        Subject.all().stream()
            .map(subject -> subject.name().replaceFirst(".*-dev\\.lockbox\\.wire\\.", ""))
            .filter(name -> !name.startsWith("state."));
    assertThat(subjects).containsExactlyInAnyOrderElementsOf(written).isNotEmpty();
  }

  private static String name(Path path) {
    return path.getFileName().toString();
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
