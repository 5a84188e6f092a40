package dev.lockbox.domain.rerun;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.evaluation.Check;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the rules make of a request by themselves, before any person has decided on it. */
public sealed interface Reception {
  /**
   * It waits for the customer's people.
   *
   * @param stages to be passed in this order
   * @param window for how long it waits
   * @param accessFor what their yes grants
   * @param conditions under which
   */
  record CustomerAsked(
      List<Stage> stages,
      ApproverMode mode,
      Duration window,
      Duration accessFor,
      Conditions conditions)
      implements Reception {}

  /** It waits for the provider's own people first. */
  record ProviderAsked(List<Stage> stages, Duration window) implements Reception {}

  /**
   * Access, and nobody was asked.
   *
   * @param because the rule that approved, or why the customer is not asked
   */
  record Granted(String because, Duration accessFor, Conditions conditions) implements Reception {}

  /**
   * A no, and nobody was asked.
   *
   * @param because the rule that denied, or the checks that are in the way
   */
  record TurnedDown(String because) implements Reception {}

  /** It is not taken at all. */
  record Refused(Refusal refusal) implements Reception {}

  /** Of the decision to open a request of which nothing was known. */
  static Reception of(Decision<RequestEvent> decision) {
    return switch (decision) {
      case Accepted<RequestEvent> yes -> of(yes.events());
      case Decision.Refused<RequestEvent> no -> new Refused(no.refusal());
      case Repeated<RequestEvent> again -> throw new IllegalArgumentException("already received");
    };
  }

  private static Reception of(List<RequestEvent> happened) {
    AccessRequest state = AccessRequest.UNOPENED;
    for (var event : happened) {
      state = AccessRequest.evolve(state, event);
    }
    return switch (state) {
      case Pending pending ->
          new CustomerAsked(
              pending.approvals().stages(),
              pending.approvals().mode(),
              Duration.between(pending.opening().openedAt(), pending.decideBy()),
              pending.terms().accessFor(),
              pending.terms().conditions());
      case Evaluated evaluated ->
          new ProviderAsked(
              evaluated.approvals().stages(),
              Duration.between(evaluated.opening().openedAt(), evaluated.opening().decideBy()));
      case AccessRequest.Granted granted ->
          new Granted(because(happened), granted.terms().accessFor(), granted.terms().conditions());
      case Scheduled granted ->
          new Granted(because(happened), granted.terms().accessFor(), granted.terms().conditions());
      case Closed over -> new TurnedDown(because(happened));
      case Unopened none -> throw impossible(state);
      case Passed passed -> throw impossible(state);
      case Closing closing -> throw impossible(state);
      case Faulted faulted -> throw impossible(state);
    };
  }

  private static String because(List<RequestEvent> happened) {
    return happened.stream()
        .flatMap(event -> reason(event).stream())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static Optional<String> reason(RequestEvent event) {
    if (event instanceof GrantedByRule granted) {
      return Optional.of("rule " + granted.rule());
    }
    if (event instanceof DeniedByRule denied) {
      return Optional.of("rule " + denied.rule());
    }
    if (event instanceof GrantedWithoutCustomer granted) {
      return Optional.of(granted.cause().name());
    }
    return event instanceof RequestEvaluated evaluated
        ? Optional.of("checks " + inTheWay(evaluated))
        : Optional.empty();
  }

  private static String inTheWay(RequestEvaluated evaluated) {
    return evaluated.evaluation().checks().stream()
        .filter(Check::isInTheWay)
        .map(check -> check.name().name())
        .collect(Collectors.joining(", "));
  }

  private static IllegalStateException impossible(AccessRequest state) {
    return new IllegalStateException("no request is opened into " + state);
  }
}
