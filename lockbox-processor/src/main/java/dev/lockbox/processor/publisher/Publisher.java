package dev.lockbox.processor.publisher;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.VerifyingKey;
import java.util.List;
import java.util.Optional;

/**
 * A service that may publish.
 *
 * @param name by which it names itself in its records
 * @param keys any of which it signs with, so that one can follow another; 1 to {@value #KEYS_MAX}
 */
public record Publisher(PersonId name, List<VerifyingKey> keys, Served served) {
  public static final int KEYS_MAX = 8;

  public Publisher {
    keys = List.copyOf(keys);
    if (keys.isEmpty() || keys.size() > KEYS_MAX) {
      throw new IllegalArgumentException(
          "keys must be 1 to %s, were %s".formatted(KEYS_MAX, keys.size()));
    }
  }

  Optional<VerifyingKey> key(KeyId id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }
}
