package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Risk;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a tenant never grants, what it demands of grants, and what it decided beforehand. What
 * restricts wins over what allows, whatever stands first.
 *
 * @param denied what nobody grants; at most {@value #DENIED_MAX}
 * @param highRisk what holds for actions of high risk
 * @param conditions a grant keeps those of every rule that concerns it; at most {@value
 *     #RULES_MAX}, as are the automatic ones, with distinct ids between them
 * @param automatic the first that denies decides, or else the first that approves
 * @param hours within which access may begin; empty for any time
 */
public record AccessRules(
    List<Denial> denied,
    HighRisk highRisk,
    List<ConditionRule> conditions,
    List<AutoRule> automatic,
    Optional<Schedule> hours)
    implements Policy.Part {
  public static final int DENIED_MAX = 64;
  public static final int RULES_MAX = 64;

  /** Nothing is set. */
  public static final AccessRules NONE =
      new AccessRules(List.of(), HighRisk.AS_OTHERS, List.of(), List.of(), Optional.empty());

  public AccessRules {
    denied = List.copyOf(denied);
    conditions = List.copyOf(conditions);
    automatic = List.copyOf(automatic);
    Bounds.atMost("denials", denied, DENIED_MAX);
    Bounds.atMost("rules that demand conditions", conditions, RULES_MAX);
    Bounds.atMost("automatic rules", automatic, RULES_MAX);
    mustBeDistinct(
        Stream.concat(
                conditions.stream().map(ConditionRule::id), automatic.stream().map(AutoRule::id))
            .toList());
  }

  /** The first denial that any of these actions on any of these resources meets. */
  public Optional<Denial> firstDenial(List<ActionName> actions, List<ResourceName> resources) {
    return denied.stream()
        .filter(
            denial ->
                actions.stream()
                    .anyMatch(
                        action ->
                            resources.stream()
                                .anyMatch(resource -> denial.denies(action, resource))))
        .findFirst();
  }

  /**
   * @param limit for every request
   */
  public Duration longestAccess(Risk risk, Duration limit) {
    return highRisk
        .accessFor()
        .filter(most -> risk == Risk.HIGH && most.compareTo(limit) < 0)
        .orElse(limit);
  }

  /** May leave no way in, which is for the caller to refuse. */
  public Demanded demandedOf(Sought sought) {
    var concerned = conditions.stream().filter(rule -> rule.when().concerns(sought)).toList();
    var demanded =
        highRisk.isRecorded() && sought.risk() == Risk.HIGH ? Conditions.RECORDED : Conditions.NONE;
    for (var rule : concerned) {
      demanded = demanded.and(rule.conditions());
    }
    return new Demanded(demanded, concerned.stream().map(ConditionRule::id).toList());
  }

  /** The first rule that denies the request, whatever approves it. */
  public Optional<AutoRule> denying(Sought sought) {
    return automatic.stream().filter(rule -> rule.denies(sought)).findFirst();
  }

  /** The first rule that approves a request that none denies. */
  public Optional<AutoRule> approving(Sought sought) {
    return denying(sought).isPresent()
        ? Optional.empty()
        : automatic.stream().filter(rule -> rule.approves(sought)).findFirst();
  }

  /** The first rule that approves and can never have an effect, if there is one. */
  public Optional<Contradiction> contradiction() {
    return Contradiction.firstOf(this);
  }

  public boolean mayBegin(Instant at) {
    return hours.map(within -> within.includes(at)).orElse(true);
  }

  private static void mustBeDistinct(List<Code> ids) {
    var seen = new HashSet<Code>();
    for (var id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(
            "each rule must have its own id, %s is twice".formatted(id));
      }
    }
  }
}
