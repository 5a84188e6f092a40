package dev.lockbox.processor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.codec.Unreadable;
import dev.lockbox.events.message.RolesSnapshot;
import dev.lockbox.processor.fault.UnreadRoles;
import dev.lockbox.processor.store.Staff;
import dev.lockbox.service.PatientReader;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps every instance's {@link Staff} as the topic of roles has it. Kafka Streams runs this over
 * the whole topic before any task of the instance begins, and again after every start, so that no
 * request is looked at by half of what is known.
 */
final class StaffReader implements TaskProcessor.Work {
  private final ProcessorContext<?, ?> context;
  private final PatientReader<RolesSnapshot> reader;
  private final Optional<TenantId> provider;
  private final Staff staff;
  private final UnreadRoles alarm;

  /**
   * @param provider whose roles they must be; empty where nobody says
   */
  StaffReader(
      ProcessorContext<?, ?> context,
      PatientReader<RolesSnapshot> reader,
      Optional<TenantId> provider,
      Staff staff,
      UnreadRoles alarm) {
    this.context = context;
    this.reader = reader;
    this.provider = provider;
    this.staff = staff;
    this.alarm = alarm;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    // One character for each byte, so that no two keys become the same.
    var key = new String(record.key(), ISO_8859_1);
    if (record.value() == null) {
      staff.forget(key);
    } else {
      read(key, record);
    }
    alarm.are(staff.unread(), staff.trouble());
  }

  private void read(String key, Record<byte[], byte[]> record) {
    try {
      var snapshot = reader.read(Inbound.found(context, record));
      if (provider.filter(tenant -> !tenant.equals(snapshot.tenant())).isPresent()) {
        spoil(key, "tenant %s is not this provider".formatted(snapshot.tenant()));
      } else {
        staff.put(key, snapshot);
      }
    } catch (Unreadable unreadable) {
      spoil(key, "%s, %s".formatted(unreadable.why(), unreadable.getMessage()));
    }
  }

  private void spoil(String key, String why) {
    staff.spoil(key, why);
    alarm.found(key, why);
  }
}
