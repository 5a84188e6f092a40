package dev.lockbox.audit;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What an operator watches of the record, beside the lag that Kafka Streams measures itself.
 * Counted when done, not when committed: what is undone and done again counts twice.
 */
@Singleton
public final class AuditWatch {
  private static final String SEQUENCE = "lockbox.audit.sequence";
  private static final String CONDITION = "record";

  private final MeterRegistry registry;
  private final Vitals vitals;
  private final Counter records;
  private final Counter replays;
  private final Counter gaps;
  private final Counter unreadable;
  private final Map<TenantId, AtomicLong> sequences = new ConcurrentHashMap<>();

  public AuditWatch(MeterRegistry registry, Vitals vitals) {
    this.registry = registry;
    this.vitals = vitals;
    this.records = counter("lockbox.audit.records", "Records put on the audit topic");
    this.replays = counter("lockbox.audit.replays", "Events met again, and not told again");
    this.gaps = counter("lockbox.audit.gaps", "Times the projector stopped at a missing sequence");
    this.unreadable =
        counter("lockbox.audit.unreadable", "Times the projector stopped at unreadable bytes");
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  void recorded() {
    records.increment();
  }

  /** The last sequence on record, one gauge per tenant. */
  void reached(TenantId tenant, long sequence) {
    sequences.computeIfAbsent(tenant, this::gauge).set(sequence);
  }

  private AtomicLong gauge(TenantId tenant) {
    var last = new AtomicLong();
    registry.gauge(SEQUENCE, Tags.of("tenant", tenant.value()), last);
    return last;
  }

  void replayed() {
    replays.increment();
  }

  /** Counts the stop, and leaves its reason where health is shown. */
  AuditStopped gap(AuditStopped stopped) {
    gaps.increment();
    return shown(stopped);
  }

  /** Counts the stop, and leaves its reason where health is shown. */
  AuditStopped unreadable(AuditStopped stopped) {
    unreadable.increment();
    return shown(stopped);
  }

  private AuditStopped shown(AuditStopped stopped) {
    vitals.red(CONDITION, String.valueOf(stopped.getMessage()));
    return stopped;
  }
}
