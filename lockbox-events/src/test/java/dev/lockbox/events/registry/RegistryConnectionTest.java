package dev.lockbox.events.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConnectionTest {
  private static final Duration NOTICED_WITHIN = Duration.ofMillis(3500);
  private static final String SUBJECT = "topic-a.Record";
  private static final AvroSchema SCHEMA =
      new AvroSchema("{\"type\":\"record\",\"name\":\"Record\",\"namespace\":\"a\",\"fields\":[]}");

  @TempDir Path directory;
  private FakeRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry =
        new FakeRegistry()
            .answering("/schemas/ids/7", 200, json(Map.of("schema", SCHEMA.canonicalString())))
            .answering("/schemas/ids/8", 404, error(40403))
            .answering(
                "/subjects/" + SUBJECT,
                200,
                json(
                    Map.of(
                        "subject",
                        SUBJECT,
                        "version",
                        1,
                        "id",
                        7,
                        "schema",
                        SCHEMA.canonicalString())));
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void anIdOnceReadNeedsTheRegistryNoMore() throws Exception {
    assertThat(connect().getSchemaById(7)).isEqualTo(SCHEMA);
    registry.close();
    assertThat(connect().getSchemaById(7)).isEqualTo(SCHEMA);
    assertThat(registry.asked()).isEqualTo(1);
  }

  @Test
  void anIdOnceUsedForWritingNeedsTheRegistryNoMore() throws Exception {
    assertThat(connect().getId(SUBJECT, SCHEMA, false)).isEqualTo(7);
    registry.close();
    var later = connect();
    assertThat(later.getId(SUBJECT, SCHEMA, false)).isEqualTo(7);
    assertThat(later.getId(SUBJECT, SCHEMA, false)).isEqualTo(7);
    assertThat(later.getSchemaById(7)).isEqualTo(SCHEMA);
    assertThat(registry.asked()).isEqualTo(1);
  }

  @Test
  void anotherSchemaUnderTheSameSubjectIsAskedFor() throws Exception {
    connect().getId(SUBJECT, SCHEMA, false);
    registry.answering("/subjects/" + SUBJECT, 404, error(40403));
    var other = new AvroSchema(Schema.createRecord("Record", "another", "a", false, List.of()));
    assertThatThrownBy(() -> connect().getId(SUBJECT, other, false))
        .isInstanceOf(RestClientException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "7\n\nschema", "no\n7\n\n\"int\""})
  void aDamagedFileIsDeletedAndLearnedAgain(String damage) throws Exception {
    connect().getSchemaById(7);
    var file = onlyFile();
    Files.writeString(file, damage);
    assertThat(connect().getSchemaById(7)).isEqualTo(SCHEMA);
    assertThat(registry.asked()).isEqualTo(2);
    registry.close();
    assertThat(connect().getSchemaById(7)).isEqualTo(SCHEMA);
  }

  @Test
  void aFlippedBitInWhatWasLearnedIsFoundOut() throws Exception {
    connect().getSchemaById(7);
    var file = onlyFile();
    var whole = Files.readAllBytes(file);
    registry.close();
    for (var at = 0; at < whole.length; at++) {
      var flipped = whole.clone();
      flipped[at] ^= 1;
      Files.write(file, flipped);
      assertThatThrownBy(() -> connect().getSchemaById(7)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFileOfAnotherIdIsNotBelieved() throws Exception {
    connect().getSchemaById(7);
    Files.move(onlyFile(), directory.resolve("id-8"));
    assertThatThrownBy(() -> connect().getSchemaById(8)).isInstanceOf(RestClientException.class);
  }

  @Test
  void nothingIsLeftBehindButWhatWasLearned() throws Exception {
    connect().getSchemaById(7);
    connect().getId(SUBJECT, SCHEMA, false);
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(2)
          .allMatch(name -> name.matches("id-7|subject-[0-9a-f]{64}"));
    }
  }

  @Test
  void anUnknownIdIsTheRegistrysOwnWordAndIsAskedForAgain() throws Exception {
    var connection = connect();
    for (var ask = 1; ask <= 2; ask++) {
      assertThat(refusal(connection, 8).getErrorCode()).isEqualTo(40403);
      assertThat(registry.asked()).isEqualTo(ask);
    }
    registry.answering("/schemas/ids/8", 200, json(Map.of("schema", SCHEMA.canonicalString())));
    assertThat(connection.getSchemaById(8)).isEqualTo(SCHEMA);
  }

  @Test
  void aPathThatIsNoRegistryIsNotAnUnknownId() {
    assertThat(refusal(connect(), 9))
        .satisfies(answer -> assertThat(answer.getStatus()).isEqualTo(404))
        .satisfies(answer -> assertThat(answer.getErrorCode()).isNotIn(40401, 40403));
  }

  @Test
  void aSchemaInAnotherLanguageIsAnsweredAsOneThatIsNoRecord() throws Exception {
    registry
        .answering("/schemas/ids/20", 200, json(Map.of("schemaType", "JSON", "schema", "{}")))
        .answering("/schemas/ids/21", 200, json(Map.of("schema", "{\"type\":\"recor")))
        .answering(
            "/schemas/ids/22",
            200,
            json(
                Map.of(
                    "schema",
                    SCHEMA.canonicalString(),
                    "references",
                    List.of(Map.of("name", "b.B", "subject", "b", "version", 1)))));
    for (var id : List.of(20, 21, 22)) {
      assertThat(connect().getSchemaById(id).rawSchema())
          .isEqualTo(Schema.create(Schema.Type.NULL));
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aRegistryThatHangsIsNoticedSoon() {
    registry.answering("/schemas/ids/7", -1, "");
    var start = Instant.now();
    assertThatThrownBy(() -> connect().getSchemaById(7)).isInstanceOf(IOException.class);
    assertThat(Duration.between(start, Instant.now())).isLessThan(NOTICED_WITHIN);
  }

  @Test
  void aRegistryInTroubleIsAskedOnce() throws IOException {
    registry.answering("/schemas/ids/7", 503, error(50301));
    assertThat(refusal(connect(), 7).getStatus()).isEqualTo(503);
    assertThat(registry.asked()).isEqualTo(1);
  }

  @Test
  void aDirectoryThatCannotBeMadeIsSaidAtOnce() throws IOException {
    var file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> RegistryConnection.connect(registry.url(), file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString());
  }

  private SchemaRegistryClient connect() {
    return RegistryConnection.connect(registry.url(), directory);
  }

  private static RestClientException refusal(SchemaRegistryClient connection, int id) {
    return catchThrowableOfType(RestClientException.class, () -> connection.getSchemaById(id));
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findFirst().orElseThrow();
    }
  }

  private static String error(int code) throws IOException {
    return json(Map.of("error_code", code, "message", "as told"));
  }

  private static String json(Map<String, ?> body) throws IOException {
    return new ObjectMapper().writeValueAsString(body);
  }
}
