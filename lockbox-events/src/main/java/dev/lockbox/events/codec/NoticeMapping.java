package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import dev.lockbox.wire.notice.NoticeStatus;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The notifier's memory. */
final class NoticeMapping implements Mapping<Notice> {
  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return List.of(dev.lockbox.wire.notice.Notice.class);
  }

  @Override
  public SpecificRecord toWire(Notice notice) {
    return new dev.lockbox.wire.notice.Notice(
        notice.key().tenant().value(),
        notice.key().sequence(),
        notice.key().recipient().value(),
        NoticeStatus.valueOf(notice.status().name()),
        notice.messageId(),
        notice.attempts(),
        notice.lastFailure().orElse(null));
  }

  @Override
  public Notice toDomain(SpecificRecord wire) {
    if (!(wire instanceof dev.lockbox.wire.notice.Notice notice)) {
      throw Unmapped.type(wire);
    }
    var key =
        new Notice.Key(
            new TenantId(notice.getTenant()),
            notice.getSequence(),
            new PersonId(notice.getRecipient()));
    return new Notice(
        key,
        Notice.Status.valueOf(notice.getStatus().name()),
        notice.getMessageId(),
        notice.getAttempts(),
        Optional.ofNullable(notice.getLastFailure()));
  }

  @Override
  public Optional<TenantId> partitionedBy(Notice notice) {
    return Optional.empty();
  }

  @Override
  public String key(Notice notice) {
    var key = notice.key();
    return "%s/%s/%s".formatted(key.tenant(), key.sequence(), key.recipient());
  }
}
