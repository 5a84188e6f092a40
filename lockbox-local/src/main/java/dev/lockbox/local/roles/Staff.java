package dev.lockbox.local.roles;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.RoleState.Defined;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.events.codec.Format;
import dev.lockbox.events.codec.Formats;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.local.log.TopicRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The provider's roles and engineers as they stand on their topic, in the order of their ids. */
public record Staff(List<RoleSnapshot> roles, List<EngineerSnapshot> engineers) {
  public Staff {
    roles = List.copyOf(roles);
    engineers = List.copyOf(engineers);
  }

  /**
   * As they stand now, whoever writes them there.
   *
   * @param kafka settings of any Kafka client
   */
  public static Staff standing(Map<String, Object> kafka, Formats formats) {
    var format = formats.roles();
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    TopicRecords.forEach(format.topic(), kafka, records::add);
    return of(format, records);
  }

  /** What a later record of the same key replaces is not looked at. */
  static Staff of(Format<RolesSnapshot> format, List<ConsumerRecord<byte[], byte[]>> records) {
    var last = new TreeMap<String, ConsumerRecord<byte[], byte[]>>();
    records.forEach(record -> last.put(new String(record.key(), UTF_8), record));
    var roles = new ArrayList<RoleSnapshot>();
    var engineers = new ArrayList<EngineerSnapshot>();
    for (var record : last.values()) {
      if (record.value() == null) {
        continue; // it was taken back
      }
      switch (TopicRecords.read(format, record)) {
        case RoleSnapshot role -> roles.add(role);
        case EngineerSnapshot engineer -> engineers.add(engineer);
      }
    }
    return new Staff(roles, engineers);
  }

  /** Whether the role is defined as this. */
  public boolean says(RoleId role, Role definition) {
    return roles.stream()
        .filter(one -> one.role().equals(role))
        .anyMatch(
            one -> one.state() instanceof Defined defined && defined.role().equals(definition));
  }

  /** Whether the engineer is described as this. */
  public boolean says(PersonId engineer, Description description) {
    return engineers.stream()
        .filter(one -> one.engineer().equals(engineer))
        .flatMap(one -> one.state().description().stream())
        .anyMatch(description::equals);
  }
}
