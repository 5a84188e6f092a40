package dev.lockbox.adapter;

import dev.lockbox.adapter.target.Listed;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was found at the target and nobody granted, until the log knows of it and it is gone. At
 * most {@value #KEPT_MAX}; further ones are removed and stand in this service's own log only.
 */
final class Strays {
  static final int KEPT_MAX = 10_000;

  private final Map<String, Stray> byId = new LinkedHashMap<>();

  /**
   * @param foundAt when it was first seen; later looks find the same
   */
  record Stray(Step.Remove found, Instant foundAt, boolean isTold) {}

  /**
   * @return whether it is news here
   */
  boolean find(Step.Remove found, Instant now) {
    if (byId.containsKey(found.id()) || byId.size() >= KEPT_MAX) {
      return !byId.containsKey(found.id());
    }
    byId.put(found.id(), new Stray(found, now, false));
    return true;
  }

  /** Those of which the log is to be told, in the order in which they were found. */
  List<Stray> untold() {
    return byId.values().stream().filter(stray -> !stray.isTold()).toList();
  }

  /** The log knows of it, or nothing can be said of it there. */
  void told(Stray stray) {
    byId.put(stray.found().id(), new Stray(stray.found(), stray.foundAt(), true));
  }

  /** What is told and is gone may come again, as news. */
  void keep(Collection<Listed> listed) {
    Set<String> there = listed.stream().map(Listed::id).collect(Collectors.toSet());
    byId.values().removeIf(stray -> stray.isTold() && !there.contains(stray.found().id()));
  }
}
