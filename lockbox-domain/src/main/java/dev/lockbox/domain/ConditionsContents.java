package dev.lockbox.domain;

import dev.lockbox.domain.rules.Conditions;
import java.util.Collection;
import java.util.List;

/** What conditions demand, as texts; see {@link Contents}. None of them add nothing. */
final class ConditionsContents {
  private ConditionsContents() {}

  static void add(List<String> parts, Conditions conditions) {
    if (conditions.equals(Conditions.NONE)) {
      return;
    }
    parts.add("conditions");
    addSorted(parts, conditions.obligations());
    addSorted(parts, conditions.excluded());
    conditions.channels().ifPresentOrElse(some -> addSorted(parts, some), () -> parts.add("any"));
    conditions.countries().ifPresentOrElse(some -> addSorted(parts, some), () -> parts.add("any"));
    parts.add(Boolean.toString(conditions.isSingleUse()));
  }

  /** A set has no order of its own, so it gets one here. */
  static <T extends Comparable<T>> void addSorted(List<String> parts, Collection<T> set) {
    Contents.addAll(parts, set.stream().sorted().toList());
  }
}
