package dev.lockbox.processor;

import dev.lockbox.domain.Command;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.store.Deadlines;
import dev.lockbox.service.KafkaSettings;
import dev.lockbox.service.PlainProducer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends alarms to the command log, outside of any transaction: one that a killed processor leaves
 * behind would hold up the commands of everybody on its partition, whereas an alarm that is lost is
 * rung again, and one that comes twice is refused. For any thread.
 */
final class AlarmLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmLog.class);

  /** An alarm that is not delivered by the time it would be rung again has failed. */
  private static final PlainProducer PRODUCER =
      new PlainProducer(Duration.ofSeconds(3), Deadlines.REST, Duration.ofSeconds(1));

  private final Producer<byte[], byte[]> producer;
  private final Format<LoggedCommand> commands;
  private final ProcessorMetrics metrics;

  AlarmLog(Producer<byte[], byte[]> producer, Formats formats, ProcessorMetrics metrics) {
    this.producer = producer;
    this.commands = formats.commands();
    this.metrics = metrics;
  }

  static AlarmLog open(KafkaSettings kafka, Formats formats, ProcessorMetrics metrics) {
    var bytes = new ByteArraySerializer();
    var producer = new KafkaProducer<>(PRODUCER.settings(kafka), bytes, bytes);
    return new AlarmLog(producer, formats, metrics);
  }

  /**
   * Returns without waiting for what becomes of them; those that Kafka does not take are counted,
   * and forgotten here.
   */
  void append(List<? extends Command> due) {
    if (!due.isEmpty() && isReachable()) {
      due.forEach(this::append);
    }
  }

  /** Asked once, or each of many alarms would wait in turn for a Kafka that is not there. */
  private boolean isReachable() {
    try {
      return !producer.partitionsFor(Topics.COMMANDS.name()).isEmpty();
    } catch (TimeoutException away) {
      failed(away);
      return false;
    }
  }

  private void append(Command due) {
    var id = new CommandId("alarm-" + UUID.randomUUID());
    var alarm = new LoggedCommand(id, due);
    var topic = Topics.COMMANDS;
    var partition = Topics.partitionOf(due.tenant(), topic.partitions());
    producer.send(
        new ProducerRecord<>(topic.name(), partition, commands.key(alarm), commands.value(alarm)),
        (place, failure) -> {
          if (failure != null) {
            failed(failure);
          }
        });
  }

  @Override
  public void close() {
    producer.close();
  }

  private void failed(Exception why) {
    metrics.alarmFailed();
    LOG.warn("Kafka did not take an alarm; it is rung again: {}", why.toString());
  }
}
