package dev.lockbox.processor.store;

import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.roles.Roster;
import dev.lockbox.domain.staff.Role;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.events.message.RolesSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The provider's roles and engineers as the topic of roles has them, for whoever puts facts on
 * requests. Of what cannot be read there nothing is known; and nothing of anybody while it cannot
 * even be told whom that concerns, since it may have been what took a role away. Safe for several
 * threads.
 */
public final class Staff implements Index {
  private final SortedMap<RoleId, Role> roles = new TreeMap<>();
  private final SortedMap<PersonId, Engineer> engineers = new TreeMap<>();
  private final Roster roster = new Roster(roles, engineers);

  /** By key: what was read. */
  private final Map<String, RolesSnapshot> read = new TreeMap<>();

  /** By key: why it cannot be read. */
  private final SortedMap<String, String> unread = new TreeMap<>();

  private int nobodys;

  /** What stands under a key from here on. */
  public synchronized void put(String key, RolesSnapshot snapshot) {
    forget(key);
    read.put(key, snapshot);
    switch (snapshot) {
      case RoleSnapshot role -> {
        if (role.state() instanceof RoleState.Defined defined) {
          roles.put(role.role(), defined.role());
        }
      }
      case EngineerSnapshot engineer -> engineers.put(engineer.engineer(), engineer.state());
    }
  }

  /** Nobody can read what stands under a key from here on. */
  public synchronized void spoil(String key, String why) {
    forget(key);
    unread.put(key, why);
    nobodys += namesSomebody(key) ? 0 : 1;
  }

  /** Nothing stands under a key from here on. */
  public synchronized void forget(String key) {
    switch (read.remove(key)) {
      case RoleSnapshot role -> roles.remove(role.role());
      case EngineerSnapshot engineer -> engineers.remove(engineer.engineer());
      case null -> {
        var wasUnread = unread.remove(key) != null;
        nobodys -= wasUnread && !namesSomebody(key) ? 1 : 0;
      }
    }
  }

  @Override
  public synchronized void clear() {
    roles.clear();
    engineers.clear();
    read.clear();
    unread.clear();
    nobodys = 0;
  }

  /** See {@link Roster#factsOf}. */
  public synchronized Facts factsOf(
      PersonId engineer, Set<GroupId> kinds, Code source, Instant at) {
    return nobodys > 0 ? Facts.nothingIn(source) : roster.factsOf(engineer, kinds, source, at);
  }

  /** How many keys hold what nobody can read. */
  public synchronized int unread() {
    return unread.size();
  }

  /** One of those keys, and why. */
  public synchronized Optional<String> trouble() {
    return unread.entrySet().stream()
        .findFirst()
        .map(one -> "%s: %s".formatted(one.getKey(), one.getValue()));
  }

  private static boolean namesSomebody(String key) {
    return isBehind(RoleSnapshot.PREFIX, key, RoleId::new)
        || isBehind(EngineerSnapshot.PREFIX, key, PersonId::new);
  }

  private static boolean isBehind(String prefix, String key, Function<String, ?> id) {
    if (!key.startsWith(prefix)) {
      return false;
    }
    try {
      return id.apply(key.substring(prefix.length())) != null;
    } catch (IllegalArgumentException nobody) {
      return false;
    }
  }
}
