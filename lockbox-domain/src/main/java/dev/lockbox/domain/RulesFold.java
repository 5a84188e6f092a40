package dev.lockbox.domain;

import static dev.lockbox.domain.During.during;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import java.util.Optional;

/** What a tenant's rules make of a request by themselves. */
final class RulesFold {
  private RulesFold() {}

  static AccessRequest after(AccessRequest state, RulesEvent event) {
    return switch (event) {
      case ConditionsRequired required ->
          during(Pending.class, state, event).conditionsRequired(required);
      case GrantedByRule granted -> granted(state, granted);
      case DeniedByRule denied -> denied(state, denied);
    };
  }

  private static Granted granted(AccessRequest state, GrantedByRule event) {
    var opening = Opening.of(event, EvaluationFold.before(state, event));
    var terms = opening.terms().under(event.conditions());
    return new Granted(opening, terms, event.accessUntil(), state.trail().next(event.by()));
  }

  private static Closed denied(AccessRequest state, DeniedByRule event) {
    var opening = Opening.of(event, EvaluationFold.before(state, event));
    return new Closed(
        Outcome.DENIED,
        Optional.of(opening),
        event.at(),
        Optional.empty(),
        state.trail().next(event.by()));
  }
}
