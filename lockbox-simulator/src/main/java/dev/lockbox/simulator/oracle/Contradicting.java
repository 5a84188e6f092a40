package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Settings;
import java.util.List;

/**
 * Rules that approve nothing, since one denial, or one rule that denies, covers all of it; from
 * docs/rules.md. Nobody may set them, but what stands may stay.
 */
final class Contradicting {
  /** Stands for anything, since nobody here writes it. */
  private static final String ANYTHING = "~";

  private final AccessRules wanted;
  private final AccessRules now;

  Contradicting(AccessRules wanted, AccessRules now) {
    this.wanted = wanted;
    this.now = now;
  }

  static Contradicting of(Settings wanted, Settings now) {
    return new Contradicting(wanted.policy().access(), now.policy().access());
  }

  boolean isTrue() {
    return !wanted.equals(now)
        && wanted.automatic().stream()
            .filter(rule -> rule.effect() == AutoRule.Effect.APPROVE)
            .map(AutoRule::when)
            .anyMatch(this::isDenied);
  }

  private boolean isDenied(Match approved) {
    return wanted.denied().stream()
            .anyMatch(
                denial ->
                    areWithin(approved.actions(), denial.actions())
                        && approved.resources().stream()
                            .allMatch(one -> isWithin(one.path(), denial.path())))
        || wanted.automatic().stream()
            .filter(rule -> rule.effect() == AutoRule.Effect.DENY)
            .map(AutoRule::when)
            .anyMatch(denied -> isAll(approved, denied));
  }

  /** Nobody here writes a rule that denies for some reasons, or at some times, and all of one. */
  private static boolean isAll(Match approved, Match denied) {
    return (denied.actions().isEmpty() || areWithin(approved.actions(), denied.actions()))
        && (denied.resources().isEmpty()
            || approved.resources().stream().allMatch(one -> isIn(one, denied.resources())))
        && denied.reasons().isEmpty()
        && denied.risk().isEmpty()
        && denied.accessFor().isEmpty()
        && denied.schedule().isEmpty();
  }

  private static boolean isIn(NamePattern one, List<NamePattern> all) {
    return all.stream().anyMatch(other -> isWithin(one.path(), other.path()));
  }

  private static boolean areWithin(List<Glob> some, List<Glob> others) {
    return some.stream().allMatch(one -> others.stream().anyMatch(two -> isWithin(one, two)));
  }

  /** And whatever lies below it. */
  private static boolean isWithin(List<Glob> path, List<Glob> other) {
    if (path.size() < other.size()) {
      return false;
    }
    for (var place = 0; place < other.size(); place++) {
      if (!isWithin(path.get(place), other.get(place))) {
        return false;
      }
    }
    return true;
  }

  /** Whatever the one stands for the other stands for too, in any case of letters. */
  private static boolean isWithin(Glob one, Glob other) {
    return Preset.is(other.text(), one.text().replace("*", ANYTHING), true);
  }
}
