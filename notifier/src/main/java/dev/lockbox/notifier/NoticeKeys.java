package dev.lockbox.notifier;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Notice;
import java.nio.charset.StandardCharsets;

/**
 * The key of a tombstone, which has no value to say whose it is: {@code tenant/sequence/person}.
 */
final class NoticeKeys {
  private NoticeKeys() {}

  static Notice.Key read(byte[] key) {
    var text = new String(key, StandardCharsets.UTF_8);
    var parts = text.split("/", 3);
    try {
      return new Notice.Key(
          new TenantId(parts[0]), Long.parseLong(parts[1]), new PersonId(parts[2]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
      throw new BrokenLog("a tombstone's key was expected to be tenant/sequence/person", malformed);
    }
  }
}
