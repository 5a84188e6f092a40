package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.topic.Topic;

/**
 * How one topic's records are written and read: its key and its value in one place. Safe for use by
 * several threads.
 *
 * @param <T> what the records mean, in the domain's words
 */
public interface Format<T> {
  Topic topic();

  /** The record's key, in UTF-8. */
  byte[] key(T message);

  /**
   * The record's value.
   *
   * @throws RegistryUnavailable when the schema's id is not known yet and the registry does not
   *     answer
   */
  byte[] value(T message);

  /** The partition on which a tenant's records belong, where the topic is keyed by tenants. */
  int partitionOf(TenantId tenant);

  /** The partition on which an engineer's records belong, where the topic is keyed by engineers. */
  int partitionOf(PersonId engineer);

  /**
   * What the record means. Everything it says of itself is checked against where it was found.
   *
   * @throws Unreadable when it means nothing, and never will
   * @throws RegistryUnavailable when it cannot be told yet; ask again later
   */
  T read(Found found) throws Unreadable;
}
