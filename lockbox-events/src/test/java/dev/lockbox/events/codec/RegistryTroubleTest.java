package dev.lockbox.events.codec;

import static dev.lockbox.events.topic.Topics.COMMANDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Cast;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.topic.Topics;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry that does not answer must never cost a record its place. */
class RegistryTroubleTest {
  private final Troubled registry = new Troubled();
  private final Wire wire = new Wire(registry);
  private final LoggedCommand approve = Messages.commands().get(1);

  @Test
  void silenceMeansWait() {
    var found = wire.found(COMMANDS, approve);
    registry.fail(new SocketTimeoutException("Read timed out"));
    assertThatThrownBy(() -> wire.format(COMMANDS).read(found))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContainingAll("schema ", "Read timed out");
  }

  @ParameterizedTest
  @CsvSource({
    "500,50001",
    "503,50301",
    "429,429",
    "401,40101",
    "403,40301",
    "404,404",
    "404,50005",
    "400,400"
  })
  void anAnswerThatIsNotAboutTheSchemaMeansWait(int status, int code) {
    var found = wire.found(COMMANDS, approve);
    registry.fail(new RestClientException("as told", status, code));
    assertThatThrownBy(() -> wire.format(COMMANDS).read(found))
        .isInstanceOf(RegistryUnavailable.class);
  }

  @ParameterizedTest
  @CsvSource({"40401", "40403"})
  void theRegistrysOwnNoMeansQuarantine(int code) {
    var found = wire.found(COMMANDS, approve);
    registry.fail(new RestClientException("Schema not found", 404, code));
    assertThatThrownBy(() -> wire.format(COMMANDS).read(found))
        .isInstanceOfSatisfying(
            Unreadable.class,
            refused -> assertThat(refused.why()).isEqualTo(QuarantineCause.UNKNOWN_SCHEMA));
  }

  @Test
  void waitingLosesNothing() throws Exception {
    var found = wire.found(COMMANDS, approve);
    registry.fail(new IOException("Connection refused"));
    assertThatThrownBy(() -> wire.format(COMMANDS).read(found))
        .isInstanceOf(RegistryUnavailable.class);
    registry.recover();
    assertThat(wire.format(COMMANDS).read(found)).isEqualTo(approve);
  }

  @Test
  void whatWasLearnedIsWrittenWithoutTheRegistry() {
    var formats = new Formats(registry);
    formats.learn(List.of(COMMANDS));
    registry.fail(new IOException("Connection refused"));
    for (var command : Messages.commands()) {
      assertThat(formats.commands().value(command)).isNotEmpty();
    }
  }

  @Test
  void whatWasNotLearnedIsNotWritten() {
    var formats = new Formats(registry);
    registry.fail(new IOException("Connection refused"));
    assertThatThrownBy(() -> formats.commands().value(approve))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("lockbox.commands-dev.lockbox.wire.command.Approve");
    assertThatThrownBy(() -> formats.learn(List.of(Topics.STATE)))
        .isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  void aSchemaNobodyRegisteredIsNotWrittenEither() {
    var empty = new Formats(new MockSchemaRegistryClient());
    assertThatThrownBy(() -> empty.commands().value(approve))
        .isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  void aTopicWithoutAvroHasNothingToLearn() {
    var formats = new Formats(registry);
    assertThatThrownBy(() -> formats.learn(List.of(Topics.AUDIT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lockbox.audit");
  }

  @Test
  void whatIsFoundOnFewerPartitionsBelongsThere() throws Exception {
    var formats = new Formats(registry, topic -> 1);
    var format = formats.commands();
    var found = new Found(COMMANDS.name(), 0, 1, 1, format.key(approve), format.value(approve));
    assertThat(format.read(found)).isEqualTo(approve);
  }

  @Test
  void whatGoesIntoQuarantineIsAllThereWas() {
    var found = wire.found(COMMANDS, approve);
    var quarantined =
        found.quarantined(QuarantineCause.UNDECODABLE, "why", Optional.of(Cast.CONTOSO));
    assertThat(quarantined.value().orElseThrow().toArray()).isEqualTo(found.value());
    assertThat(quarantined.key().orElseThrow().toArray()).isEqualTo(found.key());
    assertThat(quarantined.offset()).isEqualTo(found.offset());
  }

  /** A registry that can be made to fail. */
  private static final class Troubled extends MockSchemaRegistryClient {
    /** What a real client remembers, this one remembers too. */
    private final Set<String> asked = new HashSet<>();

    private Exception failure;

    void fail(Exception with) {
      failure = with;
    }

    void recover() {
      failure = null;
    }

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
      answer();
      return super.getSchemaById(id);
    }

    @Override
    public int getId(String subject, ParsedSchema schema, boolean normalize)
        throws IOException, RestClientException {
      var known = super.getId(subject, schema, normalize);
      if (failure != null && !asked.contains(subject)) {
        answer();
      }
      asked.add(subject);
      return known;
    }

    private void answer() throws IOException, RestClientException {
      switch (failure) {
        case null -> {}
        case IOException silence -> throw silence;
        case RestClientException no -> throw no;
        default -> throw new IllegalStateException(failure);
      }
    }
  }
}
