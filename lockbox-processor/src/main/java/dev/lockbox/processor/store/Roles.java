package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Directory;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The provider's roles and engineers as they stand. Key: {@code tenant/role/roleId} or {@code
 * tenant/engineer/engineerId} in UTF-8. Value: {@link Stored#ROLE} or {@link Stored#ENGINEER}.
 */
public final class Roles {
  private final KeyValueStore<String, byte[]> store;

  public Roles(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * What is kept under this tenant.
   *
   * <p>Throws {@link dev.lockbox.events.codec.Garbled} where it cannot be read.
   */
  public Directory of(TenantId tenant) {
    return new Directory() {
      @Override
      public RoleState role(RoleId role) {
        return find(tenant, RoleSnapshot.key(role))
            .map(bytes -> Stored.ROLE.fromBytes(bytes).state())
            .orElse(RoleState.UNDEFINED);
      }

      @Override
      public Engineer engineer(PersonId engineer) {
        return find(tenant, EngineerSnapshot.key(engineer))
            .map(bytes -> Stored.ENGINEER.fromBytes(bytes).state())
            .orElse(Engineer.UNKNOWN);
      }
    };
  }

  public void put(RolesSnapshot snapshot) {
    switch (snapshot) {
      case RoleSnapshot role ->
          store.put(key(role.tenant(), role.key()), Stored.ROLE.toBytes(role));
      case EngineerSnapshot engineer ->
          store.put(key(engineer.tenant(), engineer.key()), Stored.ENGINEER.toBytes(engineer));
    }
  }

  /** Shows every engineer, in the order of the keys. */
  public void forEachEngineer(Consumer<EngineerSnapshot> visitor) {
    try (var all = store.all()) {
      while (all.hasNext()) {
        var entry = all.next();
        if (entry.key.substring(entry.key.indexOf('/') + 1).startsWith(EngineerSnapshot.PREFIX)) {
          visitor.accept(Stored.ENGINEER.fromBytes(entry.value));
        }
      }
    }
  }

  private Optional<byte[]> find(TenantId tenant, String key) {
    return Optional.ofNullable(store.get(key(tenant, key)));
  }

  private static String key(TenantId tenant, String key) {
    return tenant + "/" + key;
  }
}
