package dev.lockbox.events.message;

import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not be read or does not belong where it was.
 *
 * @param at timestamp of the record found
 * @param tenant whom it seems to belong to; empty when it cannot be told
 * @param detail what was expected and what was found
 * @param key byte for byte; empty when it had none, or is left out
 * @param value byte for byte; empty when it had none, or is left out
 * @param leftOut what the value was; empty when nothing is left out
 */
public record Quarantined(
    String topic,
    int partition,
    long offset,
    Instant at,
    Optional<TenantId> tenant,
    QuarantineCause cause,
    String detail,
    Optional<Bytes> key,
    Optional<Bytes> value,
    Optional<LeftOut> leftOut) {
  /** A value that is not kept, nor is its key: its producer wrote too many of the kind. */
  public record LeftOut(int bytes, String sha256) {}

  public Quarantined {
    if (leftOut.isPresent() && (key.isPresent() || value.isPresent())) {
      throw new IllegalArgumentException("key and value are left out together, or neither is");
    }
  }

  /** With nothing left out. */
  public Quarantined(
      String topic,
      int partition,
      long offset,
      Instant at,
      Optional<TenantId> tenant,
      QuarantineCause cause,
      String detail,
      Optional<Bytes> key,
      Optional<Bytes> value) {
    this(topic, partition, offset, at, tenant, cause, detail, key, value, Optional.empty());
  }

  public QuarantineId id() {
    return QuarantineId.of(topic, partition, offset);
  }

  /** The same, without a byte of what was found. */
  public Quarantined withoutBytes() {
    return new Quarantined(
        topic,
        partition,
        offset,
        at,
        tenant,
        cause,
        detail,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new LeftOut(valueBytes(), sha256())));
  }

  /** The length of the value as it was found; 0 where there was none. */
  public int valueBytes() {
    return leftOut.map(LeftOut::bytes).orElseGet(() -> value.orElse(Bytes.NONE).length());
  }

  /** SHA-256 of the value as it was found, of no bytes where there was none. */
  public String sha256() {
    return leftOut.map(LeftOut::sha256).orElseGet(() -> value.orElse(Bytes.NONE).sha256());
  }
}
