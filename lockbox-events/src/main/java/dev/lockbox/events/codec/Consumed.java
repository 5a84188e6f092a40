package dev.lockbox.events.codec;

import dev.lockbox.events.message.Found;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as a consumer is handed them. */
public final class Consumed {
  private Consumed() {}

  public static Found found(ConsumerRecord<byte[], byte[]> record) {
    return new Found(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.key(),
        record.value());
  }
}
