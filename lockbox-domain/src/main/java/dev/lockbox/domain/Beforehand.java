package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.deniedByRules;
import static dev.lockbox.domain.Refusals.noWayInLeft;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Demanded;
import dev.lockbox.domain.rules.Sought;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a tenant's rules say to a request before anybody is asked. */
record Beforehand(Passing passing, ApprovalRules rules, Moment at) {
  /** What nobody grants is asked of nobody. */
  static Optional<Refused<RequestEvent>> forbidden(
      RequestId request, Asked asked, ApprovalRules rules) {
    return rules
        .settings()
        .policy()
        .access()
        .firstDenial(asked.actions(), asked.resources())
        .map(denial -> deniedByRules(request, denial));
  }

  /** Also where the customer would not be asked: a no holds for everything that is in earnest. */
  Optional<Decision<RequestEvent>> no() {
    if (demanded().conditions().leaveNoWayIn()) {
      return Optional.of(noWayInLeft(passing.request()));
    }
    return passing.isPractice()
        ? Optional.empty()
        : access().denying(sought()).map(rule -> accept(denied(rule)));
  }

  /**
   * Never to practice. Only where and when an approver could say yes too, and without a key of
   * theirs; and never to somebody who ever changed the rules: nobody approves their own request, by
   * whatever door.
   */
  Optional<Decision<RequestEvent>> yes() {
    var isOutOfPlace =
        passing.isPractice()
            || at.suspect()
            || at.frozen()
            || !mayBegin()
            || rules.settings().policy().signatures().areRequired()
            || passing.asked().engineer().mayBeOneOf(rules.changers());
    return isOutOfPlace
        ? Optional.empty()
        : access().approving(sought()).map(rule -> beginning(granted(rule)));
  }

  /** Judged by when access begins, whenever it is decided. */
  boolean mayBegin() {
    return access().mayBegin(begins());
  }

  Instant begins() {
    return start().from(at.appended());
  }

  /** What nobody was asked for begins later too, where a later start was asked for. */
  Decision<RequestEvent> beginning(RequestEvent granted) {
    return start()
        .putOff(passing.request(), at.appended(), passing.by(), passing.accessFor())
        .map(later -> accept(granted, later))
        .orElseGet(() -> accept(granted));
  }

  private Start start() {
    return Start.of(passing.details(), at.appended());
  }

  /** Who may end what nobody was asked to approve. */
  Set<PersonId> mayEndIt() {
    return rules.approversFor(passing.asked().engineer(), passing.asked().resources());
  }

  Conditions conditions() {
    return demanded().conditions();
  }

  /** Behind the opening; empty when nothing is demanded. */
  Optional<RequestEvent> required() {
    var demanded = demanded();
    return demanded.conditions().equals(Conditions.NONE)
        ? Optional.empty()
        : Optional.of(
            new ConditionsRequired(
                passing.request(),
                at.appended(),
                passing.by(),
                demanded.conditions(),
                demanded.rules()));
  }

  private AccessRules access() {
    return rules.settings().policy().access();
  }

  private Demanded demanded() {
    return access().demandedOf(sought());
  }

  private Sought sought() {
    var asked = passing.asked();
    return new Sought(
        asked.actions(),
        asked.resources(),
        passing.accessFor(),
        rules.catalogue().riskOf(asked.actions(), asked.resources()),
        passing.details().reasonCode(),
        begins());
  }

  private RequestEvent granted(AutoRule rule) {
    return new GrantedByRule(
        passing.request(),
        at.appended(),
        passing.by(),
        passing.asked(),
        mayEndIt(),
        rule.id(),
        conditions(),
        at.appended().plus(passing.accessFor()));
  }

  private RequestEvent denied(AutoRule rule) {
    return new DeniedByRule(
        passing.request(),
        at.appended(),
        passing.by(),
        passing.asked(),
        passing.accessFor(),
        mayEndIt(),
        rule.id());
  }
}
