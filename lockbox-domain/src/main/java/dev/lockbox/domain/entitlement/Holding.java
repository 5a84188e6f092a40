package dev.lockbox.domain.entitlement;

import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One grant: what it lets its engineer do, from when on and until when.
 *
 * @param actions each on each of the resources
 * @param conditions under which
 * @param uses how often
 * @param from since this instant, and never before
 * @param until from this instant on it lets nobody do anything
 */
public record Holding(
    RequestId request,
    PersonId engineer,
    List<ActionName> actions,
    List<ResourceName> resources,
    Conditions conditions,
    Uses uses,
    Instant from,
    Instant until) {
  public Holding {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
  }

  /**
   * @param isUsed whether its engineer has come in by it, or has done anything by it
   */
  public static Holding of(RequestId request, Granted granted, boolean isUsed) {
    return new Holding(
        request,
        granted.opening().asked().engineer(),
        granted.terms().actions(),
        granted.terms().resources(),
        granted.terms().conditions(),
        uses(granted, isUsed),
        granted.accessUntil().minus(granted.terms().accessFor()),
        granted.accessUntil());
  }

  private static Uses uses(Granted granted, boolean isUsed) {
    if (!granted.isForOneUse()) {
      return Uses.ANY;
    }
    return isUsed ? Uses.USED_UP : Uses.ONE;
  }

  /**
   * What is left of it for one action or one resource; empty when nothing is.
   *
   * @param action empty for all of them, and so for {@code resource}
   */
  public Optional<Holding> within(Optional<String> action, Optional<String> resource) {
    var some =
        actions.stream()
            .filter(one -> action.isEmpty() || one.value().equals(action.get()))
            .toList();
    var there =
        resources.stream()
            .filter(one -> resource.isEmpty() || one.value().equals(resource.get()))
            .toList();
    return some.isEmpty() || there.isEmpty()
        ? Optional.empty()
        : Optional.of(new Holding(request, engineer, some, there, conditions, uses, from, until));
  }

  /** How many pairs of an action and a resource it lets its engineer do. */
  public int pairs() {
    return actions.size() * resources.size();
  }

  boolean lasts(Instant now) {
    return now.isBefore(until);
  }

  /** Both must be of this very grant: what another allows is no part of it. */
  boolean covers(ActionName action, ResourceName resource) {
    return actions.contains(action) && resources.contains(resource);
  }
}
