package dev.lockbox.local.doctor;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.time.HostClock;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.Tick;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.local.log.TopicRecords;
import dev.lockbox.local.quarantine.Findings;
import dev.lockbox.local.tenant.TenantLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at a lockbox through its topics. */
public final class Doctor {
  /** More than all hosts put on a partition within the time in which a tick is fresh. */
  private static final int LATEST = 500;

  private final Map<String, Object> kafka;
  private final Formats formats;

  /**
   * @param kafka settings of any Kafka client
   */
  public Doctor(Map<String, Object> kafka, Formats formats) {
    this.kafka = kafka;
    this.formats = formats;
  }

  /** Whether hosts tell their clocks, and agree with the broker's. */
  public Symptom clocks() {
    var ticks = new ArrayList<HostClock>();
    TopicRecords.forEachOfTheLatest(
        Topics.COMMANDS,
        LATEST,
        kafka,
        record ->
            TopicRecords.readable(formats.commandLog(), record)
                .filter(Tick.class::isInstance)
                .map(Tick.class::cast)
                .map(tick -> shown(tick, Instant.ofEpochMilli(record.timestamp())))
                .ifPresent(ticks::add));
    return Clocks.symptom(ticks, Instant.now());
  }

  private static HostClock shown(Tick tick, Instant appended) {
    return new HostClock(tick.host(), tick.shown(), appended);
  }

  /** Whether anything nobody could read still freezes grants. */
  public Symptom quarantine() {
    var freezing =
        new Findings(kafka, formats).all().stream().filter(one -> !one.frozen().isEmpty()).toList();
    return freezing.isEmpty()
        ? Symptom.well("quarantine", "freezes nobody")
        : Symptom.bad(
            "quarantine",
            "%d finding(s) freeze grants; see quarantine list".formatted(freezing.size()));
  }

  /** How a customer stands. */
  public Stream<Symptom> tenant(TenantId tenant) {
    try (var log = new TenantLog(tenant, kafka, formats)) {
      return Standing.symptoms(tenant, log.standing());
    }
  }
}
