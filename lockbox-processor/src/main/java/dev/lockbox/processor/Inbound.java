package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** A record as it comes in. */
final class Inbound {
  private Inbound() {}

  /** The record that is being processed, and where it stood. */
  static Found found(ProcessorContext<?, ?> context, Record<byte[], byte[]> record) {
    var place = context.recordMetadata().orElseThrow();
    return new Found(
        place.topic(),
        place.partition(),
        place.offset(),
        record.timestamp(),
        record.key(),
        record.value());
  }

  /** The values of all headers of that name, in their order. */
  static List<byte[]> headers(Record<?, ?> record, String name) {
    var all = new ArrayList<byte[]>();
    record.headers().headers(name).forEach(header -> all.add(header.value()));
    return all;
  }

  /** The tenant that the key of a command names, if it names one; not more than a hint. */
  static Optional<TenantId> tenantIn(Found found) {
    var key = found.key();
    if (key == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TenantId(new String(key, UTF_8)));
    } catch (IllegalArgumentException notATenant) {
      return Optional.empty();
    }
  }
}
