package dev.lockbox.events.topic;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.topic.Topic.Clock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/** Every topic of the lockbox, in the order in which a request meets them. */
public final class Topics {
  private static final int RECORD_BYTES_MAX = 1024 * 1024;

  /** What comes of a command is larger than the command, but never twice as large. */
  private static final int OUTCOME_BYTES_MAX = 2 * RECORD_BYTES_MAX;

  /** A quarantined record carries the whole of what it found, and a little more. */
  private static final int QUARANTINE_BYTES_MAX = 4 * RECORD_BYTES_MAX;

  /** A sign-out is a digest and a time; many at once are one batch. */
  private static final int SIGN_OUT_BYTES_MAX = 64 * 1024;

  private static final int TENANT_PARTITIONS = 6;

  /**
   * Stamped by the broker: by the clock of a producer that is a month behind, a request would fall
   * to retention before anybody read it.
   */
  public static final Topic REQUESTS =
      new Topic(
          "lockbox.requests",
          3,
          "request id",
          Optional.of(Duration.ofDays(30)),
          false,
          Clock.BROKER,
          RECORD_BYTES_MAX,
          "Intake: access asked for and withdrawn, tickets resolved. Written by the JIT service,"
              + " under any partitioner; records of one key keep their order.");

  /** Stamped by the broker, as what the JIT service writes. */
  public static final Topic ACTIVITY =
      new Topic(
          "lockbox.activity",
          3,
          "engineer",
          Optional.of(Duration.ofDays(30)),
          false,
          Clock.BROKER,
          RECORD_BYTES_MAX,
          "Intake: engineers' sessions, what is done in them, and access at targets. Written by"
              + " gateways, enforcement points and what reads targets' event logs, under any"
              + " partitioner; records of one key keep their order. The processor tells itself"
              + " there which engineer is on a gateway.");

  /** Stamped by the broker: its append time is the one clock by which everything is decided. */
  public static final Topic COMMANDS =
      new Topic(
          "lockbox.commands",
          TENANT_PARTITIONS,
          "tenant; of a tick, tick/host",
          Optional.empty(),
          false,
          Clock.BROKER,
          RECORD_BYTES_MAX,
          "Internal: what somebody asks for, in one total order per tenant, and what hosts' clocks"
              + " show. Written by the API, the processor and operators.");

  public static final Topic EVENTS =
      new Topic(
          "lockbox.events",
          TENANT_PARTITIONS,
          "tenant",
          Optional.empty(),
          false,
          Clock.PRODUCER,
          OUTCOME_BYTES_MAX,
          "What happened, refusals of people included, in one total order per tenant. Written by"
              + " the processor.");

  public static final Topic STATE =
      new Topic(
          "lockbox.state",
          TENANT_PARTITIONS,
          "tenant/requestId, partitioned by the tenant",
          Optional.empty(),
          true,
          Clock.PRODUCER,
          OUTCOME_BYTES_MAX,
          "The current state of each request, for the JIT service and gateways. Written by the"
              + " processor.");

  /** One partition, since everybody who reads it reads all of it. */
  public static final Topic ROLES =
      new Topic(
          "lockbox.roles",
          1,
          "role/roleId or engineer/engineerId",
          Optional.empty(),
          true,
          Clock.PRODUCER,
          OUTCOME_BYTES_MAX,
          "The current state of the provider's roles and engineers. Written by the processor, or by"
              + " an identity system in its place.");

  public static final Topic AUDIT =
      new Topic(
          "lockbox.audit",
          TENANT_PARTITIONS,
          "tenant",
          Optional.empty(),
          false,
          Clock.PRODUCER,
          OUTCOME_BYTES_MAX,
          "One JSON record (OCSF in a CloudEvents envelope) per event, for SIEMs. Written by the"
              + " audit projector.");

  public static final Topic NOTICES =
      new Topic(
          "lockbox.notices",
          3,
          "tenant/sequence/recipient",
          Optional.empty(),
          true,
          Clock.PRODUCER,
          RECORD_BYTES_MAX,
          "Who has been told of what. Written and read by the notifier.");

  /**
   * One partition, since everybody who reads it reads all of it. A record is kept a little longer
   * than any session lasts, by the broker's clock.
   */
  public static final Topic SIGN_OUTS =
      new Topic(
          "lockbox.signouts",
          1,
          "SHA-256 of the session's id",
          Optional.of(Duration.ofHours(9)),
          false,
          Clock.BROKER,
          SIGN_OUT_BYTES_MAX,
          "Sessions of the portal that somebody ended. Written by the API, and read as a whole by"
              + " each of its instances.");

  public static final Topic QUARANTINE =
      new Topic(
          "lockbox.quarantine",
          1,
          "topic/partition/offset",
          Optional.empty(),
          false,
          Clock.PRODUCER,
          QUARANTINE_BYTES_MAX,
          "What could not be read or does not belong where it was, byte for byte. Written by the"
              + " processor.");

  private static final List<Topic> ALL =
      List.of(
          REQUESTS,
          ACTIVITY,
          COMMANDS,
          EVENTS,
          STATE,
          ROLES,
          AUDIT,
          NOTICES,
          SIGN_OUTS,
          QUARANTINE);

  private Topics() {}

  public static List<Topic> all() {
    return ALL;
  }

  /**
   * The one partition of a topic keyed by tenant on which this tenant's records belong: what
   * Kafka's default partitioner makes of the tenant id in UTF-8.
   *
   * @param partitions the topic's count, at least 1
   */
  public static int partitionOf(TenantId tenant, int partitions) {
    return partitionOf(tenant.value(), partitions);
  }

  /** The same of a topic keyed by engineer. */
  public static int partitionOf(PersonId engineer, int partitions) {
    return partitionOf(engineer.value(), partitions);
  }

  private static int partitionOf(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
