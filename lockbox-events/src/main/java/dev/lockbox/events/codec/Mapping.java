package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic's record types, and what they mean.
 *
 * @param <T> the meaning
 */
interface Mapping<T> {
  /** Every record type that may stand on the topic. */
  List<Class<? extends SpecificRecord>> types();

  SpecificRecord toWire(T message);

  /**
   * The meaning of a record of one of the {@link #types}.
   *
   * @throws IllegalArgumentException when a value is out of its bounds
   */
  T toDomain(SpecificRecord wire);

  /**
   * The tenant whose records share a partition; empty for topics that are not partitioned by
   * tenant.
   */
  Optional<TenantId> partitionedBy(T message);

  /** The partition that the message itself names; empty for messages that name none. */
  default OptionalInt partitionNamed(T message) {
    return OptionalInt.empty();
  }

  String key(T message);
}
