package dev.lockbox.local.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.topic.Topics;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TopicRecordsTest {
  private static final ConsumerRecord<byte[], byte[]> GARBAGE =
      new ConsumerRecord<>(Topics.COMMANDS.name(), 0, 7, bytes("contoso"), bytes("no command"));

  private final Formats formats = new Formats(new MockSchemaRegistryClient());

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  /** Whoever looks at a log on which garbage lies must still see what lies beside it. */
  @Test
  void whatNobodyCanReadIsPassedOverWhereTheProcessorPutsItAside() {
    assertThat(TopicRecords.readable(formats.commandLog(), GARBAGE)).isEmpty();
  }

  @Test
  void elsewhereItIsTold() {
    assertThatThrownBy(() -> TopicRecords.read(formats.commandLog(), GARBAGE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("lockbox.commands/0@7");
  }
}
