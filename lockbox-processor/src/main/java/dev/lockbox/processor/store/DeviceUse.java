package dev.lockbox.processor.store;

import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.session.Sessions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which engineers of a customer's are on a device, or had one found wanting: an index of what their
 * sessions say themselves, rebuilt from them at any time, and as large as there are such engineers.
 * For one thread.
 */
public final class DeviceUse implements Index {
  private final Map<TenantId, Set<EngineerId>> engineers = new HashMap<>();

  /** An engineer's sessions stand like this from here on. */
  void note(EngineerId engineer, Sessions state) {
    if (state.isAboutDevices()) {
      engineers.computeIfAbsent(engineer.tenant(), none -> new TreeSet<>()).add(engineer);
    } else {
      engineers.computeIfPresent(
          engineer.tenant(),
          (tenant, all) -> {
            all.remove(engineer);
            return all.isEmpty() ? null : all;
          });
    }
  }

  /** Of all customers. */
  Set<EngineerId> everywhere() {
    return engineers.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }

  /** In the order of their ids. */
  Set<EngineerId> at(TenantId tenant) {
    return engineers.getOrDefault(tenant, Set.of());
  }

  @Override
  public void clear() {
    engineers.clear();
  }
}
