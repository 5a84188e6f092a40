package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.NamePattern;
import java.util.List;
import java.util.Set;

/**
 * What of a tenant's is behind the lockbox. What is not is granted without asking the customer, and
 * recorded as exactly that.
 *
 * @param subscriptions beginnings of resource names, up to a slash or the name's end, in any case
 *     of letters; what comes into being below them later is behind the lockbox too. At most {@value
 *     #SUBSCRIPTIONS_MAX}, and none unless the scope is {@link Scope#SUBSCRIPTIONS}
 */
public record Enrolment(Scope scope, Set<ResourceName> subscriptions) {
  public static final int SUBSCRIPTIONS_MAX = 1000;

  public static final Enrolment OFF = new Enrolment(Scope.NOTHING, Set.of());
  public static final Enrolment WHOLE_TENANT = new Enrolment(Scope.TENANT, Set.of());

  /** How far it reaches. */
  public enum Scope {
    NOTHING,
    SUBSCRIPTIONS,
    TENANT
  }

  public Enrolment {
    subscriptions = Set.copyOf(subscriptions);
    Bounds.atMost("enrolled subscriptions", subscriptions, SUBSCRIPTIONS_MAX);
    if (subscriptions.isEmpty() == (scope == Scope.SUBSCRIPTIONS)) {
      throw new IllegalArgumentException(
          "scope %s with %s subscriptions".formatted(scope, subscriptions.size()));
    }
  }

  /** Whether all that the other puts behind the lockbox is behind it with this one too. */
  public boolean coversAllOf(Enrolment other) {
    return switch (scope) {
      case TENANT -> true;
      case NOTHING -> other.scope == Scope.NOTHING;
      case SUBSCRIPTIONS ->
          other.scope != Scope.TENANT && other.subscriptions.stream().allMatch(this::holds);
    };
  }

  /**
   * Whether anything that the pattern means is behind the lockbox by this one, as far as this one
   * names it, and would not be by the other.
   */
  boolean loses(NamePattern meant, Enrolment other) {
    return switch (scope) {
      case NOTHING -> false;
      case SUBSCRIPTIONS ->
          subscriptions.stream().anyMatch(one -> meant.touches(one) && !other.coversAll(one));
      case TENANT -> !other.coversAll(meant);
    };
  }

  /** Whether the resource is behind the lockbox with all that lies below it. */
  public boolean coversAll(ResourceName resource) {
    return switch (scope) {
      case NOTHING -> false;
      case TENANT -> true;
      case SUBSCRIPTIONS -> holds(resource);
    };
  }

  boolean coversAll(NamePattern meant) {
    return switch (scope) {
      case NOTHING -> false;
      case TENANT -> true;
      case SUBSCRIPTIONS -> subscriptions.stream().anyMatch(meant::isBelow);
    };
  }

  private boolean holds(ResourceName subscription) {
    return subscriptions.stream().anyMatch(branch -> Branch.holds(branch.value(), subscription));
  }

  /**
   * Whether the customer is to be asked: when any of these is behind the lockbox, or holds what is.
   */
  public boolean coversAnyOf(List<ResourceName> resources) {
    return switch (scope) {
      case NOTHING -> false;
      case TENANT -> true;
      case SUBSCRIPTIONS ->
          resources.stream()
              .anyMatch(
                  resource ->
                      subscriptions.stream()
                          .anyMatch(branch -> Branch.meets(branch.value(), resource)));
    };
  }
}
