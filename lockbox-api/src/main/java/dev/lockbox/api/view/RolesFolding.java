package dev.lockbox.api.view;

import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.events.codec.Stored;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** What an event of the provider's roles changes in the view; see {@link Folding}. */
final class RolesFolding {
  private final KeyValueStore<Bytes, byte[]> store;

  RolesFolding(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Returns the version of the role, or of the engineer, after it. */
  long fold(RolesEvent event) {
    return switch (event) {
      case RolesEvent.OfRole ofRole -> fold(ofRole);
      case RolesEvent.OfEngineer theirs -> fold(theirs);
    };
  }

  private long fold(RolesEvent.OfRole event) {
    var key = Keys.roles(event.tenant(), RoleSnapshot.key(event.role()));
    var before =
        Optional.ofNullable(store.get(key))
            .map(bytes -> Stored.ROLE.fromBytes(bytes).state())
            .orElse(RoleState.UNDEFINED);
    var after = RoleState.evolve(before, event);
    store.put(key, Stored.ROLE.toBytes(new RoleSnapshot(event.tenant(), event.role(), after)));
    return after.version();
  }

  private long fold(RolesEvent.OfEngineer event) {
    var key = Keys.roles(event.tenant(), EngineerSnapshot.key(event.engineer()));
    var before =
        Optional.ofNullable(store.get(key))
            .map(bytes -> Stored.ENGINEER.fromBytes(bytes).state())
            .orElse(Engineer.UNKNOWN);
    var after = Engineer.evolve(before, event);
    var snapshot = new EngineerSnapshot(event.tenant(), event.engineer(), after);
    store.put(key, Stored.ENGINEER.toBytes(snapshot));
    return after.version();
  }
}
