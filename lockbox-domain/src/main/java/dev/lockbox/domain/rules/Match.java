package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.resource.Risk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests a rule is about. One that restricts reaches as far as it can: it {@linkplain
 * #concerns concerns} a request of which any part is meant. One that allows reaches no further than
 * it says: it {@linkplain #covers covers} a request of which every part is meant.
 *
 * @param actions any of these, each {@code *} standing for any characters; empty for every action.
 *     At most {@value #PATTERNS_MAX}, as are the others
 * @param resources any of these, and what lies below them; empty for every resource
 * @param reasons any of these codes; empty for every reason. Who says no reason is restricted by
 *     every rule and allowed by none that asks for one
 * @param risk restricting: from this on. Allowing: up to this, and up to LOW where it is not said
 * @param accessFor restricting: longer than this. Allowing: up to this
 * @param schedule access would begin within these hours
 */
public record Match(
    List<Glob> actions,
    List<NamePattern> resources,
    Set<Code> reasons,
    Optional<Risk> risk,
    Optional<Duration> accessFor,
    Optional<Schedule> schedule) {
  public static final int PATTERNS_MAX = 32;

  /** Every request that is restricted, and every one of low risk that is allowed. */
  public static final Match ANYTHING =
      new Match(
          List.of(), List.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public Match {
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    reasons = Set.copyOf(reasons);
    Bounds.atMost("actions of a rule", actions, PATTERNS_MAX);
    Bounds.atMost("resources of a rule", resources, PATTERNS_MAX);
    Bounds.atMost("reasons of a rule", reasons, PATTERNS_MAX);
    accessFor.ifPresent(given -> AccessLimits.mustBeAccess("accessFor of a rule", given));
  }

  /** Whether a rule that restricts such requests restricts this one. */
  boolean concerns(Sought sought) {
    return (actions.isEmpty() || sought.actions().stream().anyMatch(this::meansInAnyCase))
        && (resources.isEmpty() || sought.resources().stream().anyMatch(this::touches))
        && (reasons.isEmpty() || sought.reason().map(reasons::contains).orElse(true))
        && sought.risk().compareTo(risk.orElse(Risk.LOW)) >= 0
        && accessFor.map(most -> sought.accessFor().compareTo(most) > 0).orElse(true)
        && isWithinHours(sought);
  }

  /** Whether a rule that allows such requests allows this one. */
  boolean covers(Sought sought) {
    return (actions.isEmpty() || sought.actions().stream().allMatch(this::means))
        && (resources.isEmpty() || sought.resources().stream().allMatch(this::covers))
        && (reasons.isEmpty() || sought.reason().map(reasons::contains).orElse(false))
        && sought.risk().compareTo(risk.orElse(Risk.LOW)) <= 0
        && accessFor.map(most -> sought.accessFor().compareTo(most) <= 0).orElse(true)
        && isWithinHours(sought);
  }

  /**
   * Whether this, restricting, concerns every request that the other, allowing, covers. False also
   * where that does not follow from the two alone. The other allows at low risk and for the
   * shortest time, whatever else it allows; so what restricts only beyond them leaves it some.
   *
   * @param allowing names actions and resources
   */
  boolean concernsAllCoveredBy(Match allowing) {
    return risk.orElse(Risk.LOW) == Risk.LOW
        && accessFor.isEmpty()
        && (schedule.isEmpty() || schedule.equals(allowing.schedule))
        && (reasons.isEmpty() || reasonsHoldAll(allowing.reasons))
        && (actions.isEmpty() || allowing.actions.stream().allMatch(this::meansAllOf))
        && (resources.isEmpty() || allowing.resources.stream().allMatch(this::touchesAllOf));
  }

  /** What is allowed for no reason in particular is allowed for others, too. */
  private boolean reasonsHoldAll(Set<Code> allowed) {
    return !allowed.isEmpty() && reasons.containsAll(allowed);
  }

  private boolean meansAllOf(Glob allowed) {
    return actions.stream().anyMatch(glob -> glob.matchesAllOf(allowed));
  }

  private boolean touchesAllOf(NamePattern allowed) {
    return resources.stream().anyMatch(pattern -> pattern.touchesAllOf(allowed));
  }

  private boolean isWithinHours(Sought sought) {
    return schedule.map(hours -> hours.includes(sought.at())).orElse(true);
  }

  private boolean meansInAnyCase(ActionName action) {
    return actions.stream().anyMatch(glob -> glob.matchesInAnyCase(action.value()));
  }

  private boolean means(ActionName action) {
    return actions.stream().anyMatch(glob -> glob.matches(action.value()));
  }

  private boolean touches(ResourceName resource) {
    return resources.stream().anyMatch(pattern -> pattern.touches(resource));
  }

  private boolean covers(ResourceName resource) {
    return resources.stream().anyMatch(pattern -> pattern.covers(resource));
  }
}
