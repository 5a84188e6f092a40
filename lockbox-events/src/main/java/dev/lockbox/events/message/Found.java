package dev.lockbox.events.message;

import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was found, before anybody understood it. The arrays are not copied: whoever holds
 * them must not change them.
 *
 * @param timestampMillis the record's own, in epoch milliseconds
 */
@SuppressWarnings("ArrayRecordComponent")
public record Found(
    String topic,
    int partition,
    long offset,
    long timestampMillis,
    byte @Nullable [] key,
    byte @Nullable [] value) {

  /** What it is called in quarantine. */
  public QuarantineId quarantineId() {
    return QuarantineId.of(topic, partition, offset);
  }

  /** What goes into quarantine for it. */
  public Quarantined quarantined(QuarantineCause cause, String detail, Optional<TenantId> tenant) {
    return new Quarantined(
        topic,
        partition,
        offset,
        Instant.ofEpochMilli(timestampMillis),
        tenant,
        cause,
        detail,
        Optional.ofNullable(key).map(Bytes::new),
        Optional.ofNullable(value).map(Bytes::new));
  }
}
