package dev.lockbox.audit;

import dev.lockbox.audit.ocsf.AuditRecord;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.Found;
import dev.lockbox.service.PatientReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads a topic's bytes and forwards what they become on record.
 *
 * @param <T> what the topic's records mean
 */
abstract class Projector<T> extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final PatientReader<T> reader;
  private final AuditWatch watch;

  Projector(PatientReader<T> reader, AuditWatch watch) {
    this.reader = reader;
    this.watch = watch;
  }

  /**
   * The record to put down; empty for one that is down already.
   *
   * @throws AuditStopped when something is missing before it
   */
  abstract Optional<AuditRecord> project(Found found, T message);

  @Override
  public final void process(Record<byte[], byte[]> source) {
    var found = found(source);
    project(found, read(found)).ifPresentOrElse(this::put, watch::replayed);
  }

  private Found found(Record<byte[], byte[]> source) {
    var where =
        context()
            .recordMetadata()
            .orElseThrow(() -> new IllegalStateException("a source record without a source"));
    return new Found(
        where.topic(),
        where.partition(),
        where.offset(),
        source.timestamp(),
        source.key(),
        source.value());
  }

  private T read(Found found) {
    try {
      return reader.read(found);
    } catch (Unreadable unreadable) {
      throw watch.unreadable(AuditStopped.unreadable(found, unreadable));
    }
  }

  /** With the event's own time and headers: nothing of the source record's comes along. */
  private void put(AuditRecord told) {
    var headers = new RecordHeaders();
    told.headers().forEach((name, value) -> headers.add(name, utf8(value)));
    context()
        .forward(
            new Record<>(
                utf8(told.key()), told.json().toArray(), told.at().toEpochMilli(), headers));
    watch.recorded();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
