package dev.lockbox.notifier;

import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import java.util.List;
import java.util.function.Predicate;

/** What outlives this process: who has been told of what. */
interface Memory {
  /** All that is remembered at the time of the call about these tenants. */
  Remembered recall(Predicate<TenantId> whose);

  /**
   * Returns when it is safe, whatever happens to this process.
   *
   * @throws MemoryUnwritten when it cannot be told whether it is; keeping it again does no harm
   */
  void keep(List<Notice> notices);

  /**
   * Nobody is left to be told.
   *
   * @throws MemoryUnwritten as above
   */
  void forget(Notice notice);
}
