package dev.lockbox.events.codec;

import dev.lockbox.domain.Recorded;
import dev.lockbox.events.message.Activity;
import dev.lockbox.events.message.ActivityLogEntry;
import dev.lockbox.events.message.CommandLogEntry;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.Quarantined;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.events.message.SignedOut;
import dev.lockbox.events.message.Submission;
import dev.lockbox.events.topic.Topic;
import dev.lockbox.events.topic.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.avro.specific.SpecificData;

/** How each topic of Avro records is written and read, over one schema registry. */
public final class Formats {
  private final Framing framing;
  private final ToIntFunction<Topic> partitions;

  public Formats(SchemaRegistryClient registry) {
    this(registry, Topic::partitions);
  }

  /**
   * @param partitions how many a topic has here; for a test that has fewer than the table says
   */
  public Formats(SchemaRegistryClient registry, ToIntFunction<Topic> partitions) {
    this.framing = new Framing(registry);
    this.partitions = partitions;
  }

  public Format<Submission> requests() {
    return format(Topics.REQUESTS, Mappings.INTAKE);
  }

  /** Of the topic of gateways what they tell, for those who write it; no seat is readable here. */
  public Format<Activity> activity() {
    return format(Topics.ACTIVITY, Mappings.ACTIVITY);
  }

  /** All that stands on the topic of gateways, for who reads it. */
  public Format<ActivityLogEntry> activityLog() {
    return format(Topics.ACTIVITY, Mappings.ACTIVITY_LOG);
  }

  /** Of the command log what somebody asks for, for those who ask; a tick is unreadable here. */
  public Format<LoggedCommand> commands() {
    return format(Topics.COMMANDS, Mappings.COMMANDS);
  }

  /** All that stands on the command log, for those who read it. */
  public Format<CommandLogEntry> commandLog() {
    return format(Topics.COMMANDS, Mappings.COMMAND_LOG);
  }

  public Format<Recorded> events() {
    return format(Topics.EVENTS, Mappings.EVENTS);
  }

  public Format<RequestSnapshot> states() {
    return format(Topics.STATE, Mappings.STATES);
  }

  public Format<RolesSnapshot> roles() {
    return format(Topics.ROLES, Mappings.ROLES);
  }

  public Format<Quarantined> quarantine() {
    return format(Topics.QUARANTINE, Mappings.QUARANTINE);
  }

  public Format<Notice> notices() {
    return format(Topics.NOTICES, Mappings.NOTICES);
  }

  public Format<SignedOut> signOuts() {
    return format(Topics.SIGN_OUTS, Mappings.SIGN_OUTS);
  }

  /**
   * Learns the schema ids of everything that is written to these topics, so that writing needs the
   * registry no more.
   *
   * @throws RegistryUnavailable when one is not known yet and the registry does not answer
   */
  public void learn(List<Topic> written) {
    for (var topic : written) {
      Mappings.of(topic)
          .types()
          .forEach(type -> framing.learn(topic, SpecificData.get().getSchema(type)));
    }
  }

  private <T> Format<T> format(Topic topic, Mapping<T> mapping) {
    return new AvroFormat<>(topic, partitions.applyAsInt(topic), mapping, framing);
  }
}
