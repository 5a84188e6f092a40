package dev.lockbox.api.command;

import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import io.micronaut.configuration.kafka.annotation.KafkaClient;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands topic: one total order per customer, each on the one partition that is its own. */
@Singleton
public final class KafkaCommandLog implements CommandLog {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaCommandLog.class);

  private final Producer<byte[], byte[]> producer;
  private final Format<LoggedCommand> commands;

  KafkaCommandLog(@KafkaClient("commands") Producer<byte[], byte[]> producer, Formats formats) {
    this.producer = producer;
    this.commands = formats.commands();
  }

  /**
   * Returns once the producer knows where the topic lies, so that no first decision waits for it.
   */
  public void awaitTopic() {
    var known = false;
    while (!known) {
      try {
        known = !producer.partitionsFor(Topics.COMMANDS.name()).isEmpty();
      } catch (TimeoutException notYet) {
        LOG.warn("Kafka does not say where {} lies; asking again", Topics.COMMANDS.name());
      }
    }
  }

  @Override
  public CompletableFuture<Void> append(LoggedCommand command) {
    var topic = Topics.COMMANDS;
    var partition = Topics.partitionOf(command.command().tenant(), topic.partitions());
    var record =
        new ProducerRecord<>(
            topic.name(), partition, commands.key(command), commands.value(command));
    var appended = new CompletableFuture<Void>();
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            appended.complete(null);
          } else {
            appended.completeExceptionally(failure);
          }
        });
    return appended;
  }
}
