package dev.lockbox.notifier;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import dev.lockbox.events.message.Notice.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A memory that outlives the outbox of a test, and that a test can break. */
final class FakeMemory implements Memory {
  private final Map<Notice.Key, Notice> kept = new LinkedHashMap<>();
  private int writesLeft = Integer.MAX_VALUE;

  void breakDown() {
    breakDownAfter(0);
  }

  void breakDownAfter(int writes) {
    writesLeft = writes;
  }

  void mend() {
    writesLeft = Integer.MAX_VALUE;
  }

  @Override
  public Remembered recall(Predicate<TenantId> whose) {
    var remembered = new Remembered();
    kept.values().stream()
        .filter(notice -> whose.test(notice.key().tenant()))
        .forEach(remembered::put);
    return remembered;
  }

  @Override
  public void keep(List<Notice> notices) {
    check();
    notices.forEach(notice -> kept.put(notice.key(), notice));
  }

  @Override
  public void forget(Notice notice) {
    check();
    kept.remove(notice.key());
  }

  /** By recipient. */
  Map<String, Status> statuses() {
    var statuses = new LinkedHashMap<String, Status>();
    kept.values()
        .forEach(notice -> statuses.put(notice.key().recipient().value(), notice.status()));
    return statuses;
  }

  /** Of one recipient, by the sequence of what they are told. */
  Map<Long, Status> statusesOf(String recipient) {
    var statuses = new LinkedHashMap<Long, Status>();
    kept.values().stream()
        .filter(notice -> notice.key().recipient().value().equals(recipient))
        .forEach(notice -> statuses.put(notice.key().sequence(), notice.status()));
    return statuses;
  }

  Notice of(String recipient) {
    return kept.values().stream()
        .filter(notice -> notice.key().recipient().value().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  private void check() {
    if (writesLeft == 0) {
      throw new MemoryUnwritten("anything", new IllegalStateException("broken by the test"));
    }
    writesLeft--;
  }
}
