package dev.lockbox.audit;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.PatientReader;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Events in, records out; and a record for whatever went into quarantine. The two share no store
 * and no sink node, or their sub-topologies would merge and one would wait for the other.
 *
 * <p>Read as bytes and decoded inside: a record that cannot be read here stops the projector, since
 * a record skipped would be a record missing.
 */
public final class AuditTopology {
  /** Names the group, the stores and their topics; never changed. */
  public static final String APPLICATION = "lockbox-audit";

  private AuditTopology() {}

  public static Topology topology(
      PatientReader<Recorded> events, PatientReader<Quarantined> quarantine, AuditWatch watch) {
    var builder = new StreamsBuilder();
    builder.addStateStore(LastSequences.store()).addStateStore(ToldFindings.store());

    builder.stream(Topics.EVENTS.name(), undecoded("events"))
        .process(() -> new EventProjector(events, watch), Named.as("record"), LastSequences.NAME)
        .to(Topics.AUDIT.name(), bytes("audit"));
    builder.stream(Topics.QUARANTINE.name(), undecoded("quarantine"))
        .process(
            () -> new QuarantineProjector(quarantine, watch),
            Named.as("record-quarantine"),
            ToldFindings.NAME)
        .to(Topics.AUDIT.name(), bytes("audit-quarantine"));
    return builder.build();
  }

  private static Consumed<byte[], byte[]> undecoded(String name) {
    return Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name);
  }

  /** The default partitioner: murmur2 of the key, the same as {@link Topics#partitionOf}. */
  private static Produced<byte[], byte[]> bytes(String name) {
    return Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(name);
  }
}
