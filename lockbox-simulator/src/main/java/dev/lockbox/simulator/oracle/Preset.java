package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tenant denies, demands and has decided beforehand, from docs/rules.md: what restricts
 * reaches as far as it can, what allows no further than it says. Nobody here asks for an action of
 * high risk.
 */
final class Preset {
  private final AccessRules rules;

  Preset(Governance now) {
    this.rules = now.settings().policy().access();
  }

  /**
   * What is asked for.
   *
   * @param accessFor what would be granted
   */
  record Wanted(
      List<ActionName> actions,
      List<ResourceName> resources,
      Duration accessFor,
      Optional<Code> reason,
      Instant at) {}

  /**
   * Whether nobody grants this: in any case of letters, and also what lies below it or holds it.
   */
  boolean isDenied(List<ActionName> actions, List<ResourceName> resources) {
    return rules.denied().stream()
        .anyMatch(
            denial ->
                actions.stream().anyMatch(action -> isAny(denial.actions(), action.value(), true))
                    && resources.stream().anyMatch(one -> isTouched(denial, one)));
  }

  private static boolean isTouched(Denial denial, ResourceName resource) {
    return meets(denial.path(), words(resource), true);
  }

  /** By the first rule that denies; whatever approves, and wherever that stands. */
  Optional<AutoRule> denying(Wanted wanted) {
    return first(AutoRule.Effect.DENY).filter(rule -> concerns(rule.when(), wanted)).findFirst();
  }

  /** By the first rule that approves, where none denies. */
  Optional<AutoRule> approving(Wanted wanted) {
    return denying(wanted).isPresent()
        ? Optional.empty()
        : first(AutoRule.Effect.APPROVE).filter(rule -> covers(rule.when(), wanted)).findFirst();
  }

  private Stream<AutoRule> first(AutoRule.Effect effect) {
    return rules.automatic().stream().filter(rule -> rule.effect() == effect);
  }

  /** What every grant of it must keep; of all the rules together. */
  Conditions demanded(Wanted wanted) {
    var demanded = Conditions.NONE;
    for (var rule : rules.conditions()) {
      if (concerns(rule.when(), wanted)) {
        demanded = both(demanded, rule.conditions());
      }
    }
    return demanded;
  }

  List<Code> demanding(Wanted wanted) {
    return rules.conditions().stream()
        .filter(rule -> concerns(rule.when(), wanted))
        .map(rule -> rule.id())
        .toList();
  }

  boolean mayBegin(Instant at) {
    return rules.hours().map(hours -> isWithin(hours, at)).orElse(true);
  }

  /** Obligations add up; ways in and places are those that each of them leaves. */
  static Conditions both(Conditions some, Conditions others) {
    return new Conditions(
        all(some.obligations(), others.obligations()),
        all(some.excluded(), others.excluded()),
        left(some.channels(), others.channels()),
        left(some.countries(), others.countries()),
        some.isSingleUse() || others.isSingleUse());
  }

  private static <T> Set<T> all(Set<T> some, Set<T> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static <T> Optional<Set<T>> left(Optional<Set<T>> some, Optional<Set<T>> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    var left = new HashSet<>(some.get());
    left.retainAll(others.get());
    return Optional.of(left);
  }

  static boolean isNoWayIn(Conditions conditions) {
    return Stream.of(conditions.channels(), conditions.countries())
        .anyMatch(ways -> ways.isPresent() && ways.get().isEmpty());
  }

  /** For what restricts: any part of it is meant. */
  private static boolean concerns(Match when, Wanted wanted) {
    return (when.actions().isEmpty()
            || wanted.actions().stream().anyMatch(one -> isAny(when.actions(), one.value(), true)))
        && (when.resources().isEmpty()
            || wanted.resources().stream()
                .anyMatch(
                    one ->
                        when.resources().stream()
                            .anyMatch(pattern -> meets(pattern.path(), words(one), true))))
        && (when.reasons().isEmpty() || wanted.reason().map(when.reasons()::contains).orElse(true))
        && when.risk().isEmpty()
        && when.accessFor().map(most -> wanted.accessFor().compareTo(most) > 0).orElse(true)
        && when.schedule().map(hours -> isWithin(hours, wanted.at())).orElse(true);
  }

  /** For what allows: all of it is meant, as it is written. */
  private static boolean covers(Match when, Wanted wanted) {
    return wanted.actions().stream().allMatch(one -> isAny(when.actions(), one.value(), false))
        && wanted.resources().stream()
            .allMatch(
                one ->
                    when.resources().stream()
                        .anyMatch(
                            pattern ->
                                pattern.path().size() <= words(one).size()
                                    && meets(pattern.path(), words(one), false)))
        && (when.reasons().isEmpty() || wanted.reason().map(when.reasons()::contains).orElse(false))
        && when.accessFor().map(most -> wanted.accessFor().compareTo(most) <= 0).orElse(true)
        && when.schedule().map(hours -> isWithin(hours, wanted.at())).orElse(true);
  }

  private static boolean isAny(List<Glob> globs, String word, boolean inAnyCase) {
    return globs.stream().anyMatch(glob -> is(glob.text(), word, inAnyCase));
  }

  /** Each star stands for whatever there is. */
  static boolean is(String pattern, String word, boolean inAnyCase) {
    var expression =
        Stream.of(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .reduce((one, other) -> one + ".*" + other)
            .orElseThrow();
    return Pattern.compile(expression, inAnyCase ? Pattern.CASE_INSENSITIVE : 0)
        .matcher(word)
        .matches();
  }

  /** As far as the shorter one goes. */
  private static boolean meets(List<Glob> path, List<String> words, boolean inAnyCase) {
    for (var place = 0; place < Math.min(path.size(), words.size()); place++) {
      if (!is(path.get(place).text(), words.get(place), inAnyCase)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any of these holds what the pattern means; in any case of letters. */
  static boolean isAnyAbove(List<ResourceName> named, NamePattern pattern) {
    return named.stream()
        .map(Preset::words)
        .anyMatch(
            words -> words.size() < pattern.path().size() && meets(pattern.path(), words, true));
  }

  /** Whether the resource is meant, lies below what is, or holds it; in any case of letters. */
  static boolean isMet(NamePattern pattern, ResourceName resource) {
    return meets(pattern.path(), words(resource), true);
  }

  private static List<String> words(ResourceName name) {
    return Stream.of(name.value().split("/")).filter(word -> !word.isEmpty()).toList();
  }

  /** No hours here go through midnight. */
  private static boolean isWithin(Schedule hours, Instant at) {
    var there = at.atZone(hours.zone());
    return hours.days().contains(there.getDayOfWeek())
        && !there.toLocalTime().isBefore(hours.from())
        && there.toLocalTime().isBefore(hours.to());
  }
}
