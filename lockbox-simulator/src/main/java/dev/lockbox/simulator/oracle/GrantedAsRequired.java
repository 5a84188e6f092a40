package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.RequestId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where the provider wants something of every request, it was looked for and found in each that is
 * granted, with or without the customer.
 */
final class GrantedAsRequired implements Invariant {
  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var required = evidence.deployment().evaluation().required();
    var found = new HashMap<RequestId, Evaluation>();
    for (var event : evidence.recorded().map(Recorded::event).toList()) {
      if (event instanceof RequestEvaluated evaluated) {
        found.put(evaluated.request(), evaluated.evaluation());
      } else if (isGrant(event)) {
        var request = event.about().orElseThrow();
        var missing = new HashSet<>(required);
        missing.removeAll(satisfied(Optional.ofNullable(found.get(request))));
        if (!missing.isEmpty()) {
          return Optional.of("%s was granted without %s".formatted(request, missing));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isGrant(Event event) {
    return Grant.of(event).isPresent()
        || event instanceof GrantedWithoutCustomer
        || event instanceof GrantedByRule;
  }

  /** Nothing is, of what was turned down. */
  private static Set<CheckName> satisfied(Optional<Evaluation> evaluation) {
    var satisfied = new HashSet<CheckName>();
    evaluation
        .filter(one -> one.outcome() != Evaluation.Outcome.REJECTED)
        .ifPresent(
            one ->
                one.checks().stream()
                    .filter(check -> check.outcome() == Check.Outcome.SATISFIED)
                    .forEach(check -> satisfied.add(check.name())));
    return satisfied;
  }
}
