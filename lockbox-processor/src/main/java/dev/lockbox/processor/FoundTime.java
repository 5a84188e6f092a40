package dev.lockbox.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The record's own time: on the command log, when the broker appended it. A negative one can only
 * be a foreign producer's doing; Kafka Streams would fail on it or leave the record out, so it
 * counts as zero and the record is met like any other.
 */
final class FoundTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> found, long partitionTime) {
    return Math.max(0, found.timestamp());
  }
}
