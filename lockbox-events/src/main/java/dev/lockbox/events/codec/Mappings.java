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
import java.util.LinkedHashMap;
import java.util.Map;

/** Which mapping belongs to which topic. The audit topic has none: its records are JSON. */
final class Mappings {
  static final Mapping<Submission> INTAKE = new IntakeMapping();
  static final Mapping<Activity> ACTIVITY = new ActivityMapping();
  static final Mapping<ActivityLogEntry> ACTIVITY_LOG = new ActivityLogMapping(ACTIVITY);
  static final Mapping<LoggedCommand> COMMANDS = new CommandMapping();
  static final Mapping<CommandLogEntry> COMMAND_LOG = new CommandLogMapping(COMMANDS);
  static final Mapping<Recorded> EVENTS = new EventMapping();
  static final Mapping<RequestSnapshot> STATES = new StateMapping();
  static final Mapping<RolesSnapshot> ROLES = new RolesStateMapping();
  static final Mapping<Notice> NOTICES = new NoticeMapping();
  static final Mapping<SignedOut> SIGN_OUTS = new SignedOutMapping();
  static final Mapping<Quarantined> QUARANTINE = new QuarantineMapping();

  private Mappings() {}

  /** In the order of the topic table. */
  static Map<Topic, Mapping<?>> all() {
    var all = new LinkedHashMap<Topic, Mapping<?>>();
    all.put(Topics.REQUESTS, INTAKE);
    all.put(Topics.ACTIVITY, ACTIVITY_LOG);
    all.put(Topics.COMMANDS, COMMAND_LOG);
    all.put(Topics.EVENTS, EVENTS);
    all.put(Topics.STATE, STATES);
    all.put(Topics.ROLES, ROLES);
    all.put(Topics.NOTICES, NOTICES);
    all.put(Topics.SIGN_OUTS, SIGN_OUTS);
    all.put(Topics.QUARANTINE, QUARANTINE);
    return all;
  }

  /** Throws {@link IllegalArgumentException} for a topic that carries no Avro. */
  static Mapping<?> of(Topic topic) {
    var mapping = all().get(topic);
    if (mapping == null) {
      throw new IllegalArgumentException("topic %s carries no Avro".formatted(topic));
    }
    return mapping;
  }
}
