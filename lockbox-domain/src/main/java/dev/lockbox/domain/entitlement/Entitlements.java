package dev.lockbox.domain.entitlement;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all grants together let engineers do: the union of what each of them allows, pair by pair of
 * action and resource. Grants are never merged into a wider one: who may read logs here and restart
 * machines there may not restart machines here. What is allowed by two of them lasts until the last
 * one ends. Under other conditions, or for one use, it is something else.
 */
public final class Entitlements {
  private static final Comparator<Pair> ORDER =
      Comparator.comparing(Pair::engineer)
          .thenComparing(Pair::action)
          .thenComparing(Pair::resource)
          .thenComparing(pair -> pair.conditions().toString())
          .thenComparing(Pair::uses);

  private Entitlements() {}

  private record Pair(
      PersonId engineer,
      ActionName action,
      ResourceName resource,
      Conditions conditions,
      Uses uses) {}

  /** In the order of engineer, action and resource; each pair once under each of its conditions. */
  public static List<Entitlement> at(Instant now, Collection<Holding> holdings) {
    var found = new TreeMap<Pair, Entitlement>(ORDER);
    holdings.stream().filter(one -> one.lasts(now)).forEach(one -> add(found, one));
    return List.copyOf(found.values());
  }

  /**
   * Whether this engineer may do this here now without any condition and as often as they like, and
   * by what; empty when they may not.
   */
  public static Optional<Entitlement> of(
      PersonId engineer,
      ActionName action,
      ResourceName resource,
      Instant now,
      Collection<Holding> holdings) {
    return holdings.stream()
        .filter(one -> one.lasts(now))
        .filter(one -> one.engineer().equals(engineer) && one.covers(action, resource))
        .filter(one -> one.conditions().equals(Conditions.NONE) && one.uses() == Uses.ANY)
        .map(one -> entitlement(one, action, resource))
        .reduce(Entitlement::and);
  }

  private static void add(Map<Pair, Entitlement> found, Holding one) {
    for (var action : one.actions()) {
      for (var resource : one.resources()) {
        found.merge(
            new Pair(one.engineer(), action, resource, one.conditions(), one.uses()),
            entitlement(one, action, resource),
            Entitlement::and);
      }
    }
  }

  private static Entitlement entitlement(Holding by, ActionName action, ResourceName resource) {
    return new Entitlement(
        by.engineer(),
        action,
        resource,
        by.conditions(),
        by.uses(),
        by.from(),
        by.until(),
        new TreeSet<>(List.of(by.request())));
  }
}
