package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.time.Millis;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the deployment, that is the provider, wants of every request before a customer is asked.
 *
 * @param required checks that must be satisfied; the others are made and recorded too
 * @param internal a request needs the stages of every route that leads it; at most {@value
 *     #ROUTES_MAX}, with at most {@value #STAGES_MAX} different stages between them
 * @param internalWindow how long the provider's own approvers have; 1 s to 30 days, in whole
 *     milliseconds
 * @param unasked of which requests no customer is asked
 */
public record EvaluationRules(
    Set<CheckName> required,
    Criteria criteria,
    List<InternalRoute> internal,
    Duration internalWindow,
    Unasked unasked) {
  public static final int ROUTES_MAX = 64;
  public static final int STAGES_MAX = 4;
  private static final Duration WINDOW_MAX = Duration.ofDays(30);

  /** Nothing is required, and nobody of the provider's is asked. */
  public static final EvaluationRules NONE =
      new EvaluationRules(Set.of(), Criteria.DEFAULTS, List.of(), Duration.ofDays(1));

  /** Every customer is asked. */
  public EvaluationRules(
      Set<CheckName> required,
      Criteria criteria,
      List<InternalRoute> internal,
      Duration internalWindow) {
    this(required, criteria, internal, internalWindow, Unasked.NOTHING);
  }

  public EvaluationRules {
    required = Set.copyOf(required);
    internal = List.copyOf(internal);
    Limits.atMost("internal routes", internal, ROUTES_MAX);
    Limits.atMost(
        "different internal stages",
        internal.stream().flatMap(route -> route.stages().stream()).distinct().toList(),
        STAGES_MAX);
    Millis.mustHold("internalWindow", internalWindow);
    Limits.within("internalWindow in ms", internalWindow.toMillis(), 1000, WINDOW_MAX.toMillis());
  }

  /** Whether there are any. */
  public boolean isSet() {
    return !equals(NONE);
  }

  /** As what people may be asked for their yes, managers aside. */
  public Set<GroupId> kindsOfApprovers() {
    return internal.stream()
        .flatMap(route -> route.stages().stream())
        .map(InternalStage::approvers)
        .filter(kind -> !kind.equals(InternalStage.MANAGER))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whose yes a request needs inside the provider, in this order: its routes' in theirs. */
  public List<InternalStage> stagesFor(Sought sought, Details details) {
    return internal.stream()
        .filter(route -> route.leads(sought, details))
        .flatMap(route -> route.stages().stream())
        .distinct()
        .toList();
  }
}
