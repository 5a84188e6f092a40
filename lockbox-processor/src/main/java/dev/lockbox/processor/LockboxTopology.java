package dev.lockbox.processor;

import dev.lockbox.events.topic.Topics;
import dev.lockbox.processor.store.Stores;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/**
 * Commands in; what happened, and the state it left, out. The whole module on one screen.
 *
 * <p>Three parts that share no store and no sink, so that each has tasks of its own: intake turns
 * what the JIT service publishes into commands, with what the provider's roles say of the engineer,
 * activity what gateways publish, with whether the engineer is on another customer's, decide
 * answers commands and rings alarms (through {@link AlarmLog}, which is no sink and in no
 * transaction). Records are read as bytes, since the unreadable must be told from the readable
 * inside, where it can be quarantined in the same transaction.
 *
 * <p>An accepted command writes four records: the request and the progress (to their changelogs),
 * the event and the state; a person's denial one more, for who was denied. A refused one writes
 * two, the progress and the event; a repeated one and a refused alarm write none. A tick writes
 * one, what its host's clock showed. A posture writes the progress, what is known of the device,
 * and what ends on it. What becomes of a session on a gateway is one more, to activity.
 *
 * <p>Every node is named; the name is in the metrics, in the golden file and in the incident.
 */
final class LockboxTopology {
  static final String INTAKE = "intake";
  static final String ACTIVITY = "activity";
  static final String STAFF = "staff";
  static final String DECIDE = "decide";
  static final String ALARM = "alarm";
  static final String INTAKE_COMMANDS = "intake-commands";
  static final String INTAKE_QUARANTINE = "intake-quarantine";
  static final String ACTIVITY_COMMANDS = "activity-commands";
  static final String ACTIVITY_POSTURES = "activity-postures";
  static final String ACTIVITY_QUARANTINE = "activity-quarantine";
  static final String ACTIVITY_MOVED = "activity-moved";
  static final String EVENTS = "events";
  static final String STATES = "states";
  static final String ROLES = "roles";
  static final String SEATS = "seats";
  static final String FREEZE_COMMANDS = "freeze-commands";
  static final String DECIDE_QUARANTINE = "decide-quarantine";

  private static final String READ_REQUESTS = "read-requests";
  private static final String READ_ACTIVITY = "read-activity";
  private static final String READ_ROLES = "read-roles";
  private static final String READ_COMMANDS = "read-commands";

  /** A partition is read from its very beginning; only a group that has never been here does so. */
  private static final AutoOffsetReset EARLIEST = AutoOffsetReset.earliest();

  private static final Deserializer<byte[]> READ = new ByteArrayDeserializer();
  private static final Serializer<byte[]> WRITE = new ByteArraySerializer();
  private static final FoundTime TIME = new FoundTime();
  private static final ByTenant BY_TENANT = new ByTenant();
  private static final Everywhere EVERYWHERE = new Everywhere();
  private static final ByEngineer BY_ENGINEER = new ByEngineer();

  private LockboxTopology() {}

  static Topology topology(Tasks tasks) {
    var topology = new Topology();
    intake(topology, tasks);
    decide(topology, tasks);
    activity(topology, tasks);
    staff(topology, tasks);
    return topology;
  }

  private static void intake(Topology topology, Tasks tasks) {
    topology
        .addSource(EARLIEST, READ_REQUESTS, TIME, READ, READ, Topics.REQUESTS.name())
        .addProcessor(INTAKE, tasks.intake(), READ_REQUESTS)
        .addStateStore(Stores.intakeProgress(), INTAKE)
        .addSink(INTAKE_COMMANDS, Topics.COMMANDS.name(), WRITE, WRITE, BY_TENANT, INTAKE)
        .addSink(INTAKE_QUARANTINE, Topics.QUARANTINE.name(), WRITE, WRITE, INTAKE);
  }

  private static void activity(Topology topology, Tasks tasks) {
    topology
        .addSource(EARLIEST, READ_ACTIVITY, TIME, READ, READ, Topics.ACTIVITY.name())
        .addProcessor(ACTIVITY, tasks.activity(), READ_ACTIVITY)
        .addStateStore(Stores.activityProgress(), ACTIVITY)
        .addStateStore(Stores.seats(), ACTIVITY)
        .addSink(ACTIVITY_COMMANDS, Topics.COMMANDS.name(), WRITE, WRITE, BY_TENANT, ACTIVITY)
        .addSink(ACTIVITY_POSTURES, Topics.COMMANDS.name(), WRITE, WRITE, EVERYWHERE, ACTIVITY)
        .addSink(ACTIVITY_MOVED, Topics.ACTIVITY.name(), WRITE, WRITE, BY_ENGINEER, ACTIVITY)
        .addSink(ACTIVITY_QUARANTINE, Topics.QUARANTINE.name(), WRITE, WRITE, ACTIVITY);
  }

  private static void decide(Topology topology, Tasks tasks) {
    topology
        .addSource(EARLIEST, READ_COMMANDS, TIME, READ, READ, Topics.COMMANDS.name())
        .addProcessor(DECIDE, tasks.decide(), READ_COMMANDS)
        .addProcessor(ALARM, tasks.alarm(), READ_COMMANDS)
        .addStateStore(Stores.requests(), DECIDE)
        .addStateStore(Stores.tenants(), DECIDE)
        .addStateStore(Stores.progress(), DECIDE)
        .addStateStore(Stores.clock(), DECIDE)
        .addStateStore(Stores.freezes(), DECIDE)
        .addStateStore(Stores.roles(), DECIDE)
        .addStateStore(Stores.exclusions(), DECIDE)
        .addStateStore(Stores.sessions(), DECIDE)
        .addStateStore(Stores.denials(), DECIDE)
        .addStateStore(Stores.waiting(), DECIDE)
        .addStateStore(Stores.devices(), DECIDE)
        .addStateStore(Stores.postures(), DECIDE)
        .addStateStore(Stores.deadlines(), DECIDE, ALARM)
        .addSink(EVENTS, Topics.EVENTS.name(), WRITE, WRITE, BY_TENANT, DECIDE)
        .addSink(STATES, Topics.STATE.name(), WRITE, WRITE, BY_TENANT, DECIDE)
        .addSink(ROLES, Topics.ROLES.name(), WRITE, WRITE, DECIDE)
        .addSink(SEATS, Topics.ACTIVITY.name(), WRITE, WRITE, BY_ENGINEER, DECIDE)
        .addSink(FREEZE_COMMANDS, Topics.COMMANDS.name(), WRITE, WRITE, BY_TENANT, DECIDE)
        .addSink(DECIDE_QUARANTINE, Topics.QUARANTINE.name(), WRITE, WRITE, DECIDE);
  }

  /** Read by intake; restored, through the same processor, before any task begins. */
  private static void staff(Topology topology, Tasks tasks) {
    topology.addGlobalStore(
        Stores.staff(), READ_ROLES, TIME, READ, READ, Topics.ROLES.name(), STAFF, tasks.staff());
  }
}
