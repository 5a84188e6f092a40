package dev.lockbox.domain.histories;

import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Registry;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.resource.Types;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Deciders with one mistake each, of the kind that has been made before. */
final class BrokenRulebooks {
  private static final Catalogue ANYTHING =
      new Catalogue(
          List.of(
              Types.type("cluster", "/clusters/{name...}", "k8s.pod.logs"),
              Types.type("mainframe", "/mainframes/{name...}", "vm.remoteDesktop"),
              Types.type("classic", "/classic/{name...}", "vm.remoteDesktop"),
              Types.type("vm", "/vms/{name...}", "vm.remoteDesktop"),
              Types.type("gateway", "/gateways/{name...}", "vm.remoteDesktop")));

  private BrokenRulebooks() {}

  /** {@code <=} for {@code <}: an approval at the deadline is taken. */
  static Decision<RequestEvent> approvesAtTheDeadline(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen = command instanceof Approve ? due(state, 1) : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  /** {@code >} for {@code >=}: an alarm at the deadline is too early. */
  static Decision<RequestEvent> ringsLate(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen = command instanceof EnforceDeadline ? due(state, 1) : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> ringsEarly(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen = command instanceof EnforceDeadline ? due(state, -1) : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> letsTheEngineerApprove(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return command instanceof Approve approve
            && state instanceof Pending pending
            && rules.isPresent()
            && at.isBefore(pending.opening().decideBy())
            && approve.by().actor().equals(pending.opening().asked().engineer())
        ? accept(granting(approve, at, at.plus(pending.opening().accessFor())))
        : Decider.decide(state, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> forgetsWhoWasNamedAtOpening(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var now = rules.map(ApprovalRules::approvers).orElse(Set.of());
    var seen = command instanceof Approve ? naming(state, now) : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> forgetsWhoLeft(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var named = state.opened().map(Opening::approvers).orElse(Set.of());
    var seen =
        command instanceof Approve
            ? rules.map(now -> Registry.naming(union(now.approvers(), named), now.limits()))
            : rules;
    return Decider.decide(state, command, seen, Moment.at(at));
  }

  static Decision<RequestEvent> losesADenialAfterTheGrant(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return command instanceof Deny && state instanceof Granted
        ? refuse(Refusal.ALREADY_DECIDED, "the request is granted")
        : Decider.decide(state, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> losesANoAfterTheDeadline(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var late = state.deadline().filter(due -> !at.isBefore(due)).isPresent();
    return command instanceof Withdraw && late
        ? refuse(Refusal.TOO_LATE, "the deadline has passed")
        : Decider.decide(state, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> doesNotRecogniseDuplicates(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return Decider.decide(
        withTrail(state, trail -> new Trail(trail.version(), Map.of())),
        command,
        rules,
        Moment.at(at));
  }

  static Decision<RequestEvent> startsTheClockAtOpening(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return changingGrants(
        Decider.decide(state, command, rules, Moment.at(at)),
        command,
        at,
        state.opened().map(opening -> opening.openedAt().plus(opening.accessFor())));
  }

  static Decision<RequestEvent> grantsAMillisecondMore(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return changingGrants(
        Decider.decide(state, command, rules, Moment.at(at)),
        command,
        at,
        state.opened().map(opening -> at.plus(opening.accessFor()).plus(Cast.TICK)));
  }

  static Decision<RequestEvent> takesAYesToAnyVersion(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen =
        command instanceof Approve approve
            ? withTrail(state, trail -> new Trail(approve.ifVersion(), trail.accepted()))
            : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> opensWhatWasClosedBefore(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen =
        command instanceof OpenRequest
                && state instanceof Closed closed
                && closed.opened().isEmpty()
            ? AccessRequest.UNOPENED
            : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> forgetsATicketThatCameFirst(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return command instanceof ResolveTicket && state instanceof AccessRequest.Unopened
        ? refuse(Refusal.NO_SUCH_REQUEST, "nobody opened it")
        : Decider.decide(state, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> approvesWhatWasDenied(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen =
        command instanceof Approve && state instanceof Closed closed
            ? closed
                .opened()
                .<AccessRequest>map(opening -> waiting(opening, closed.trail()))
                .orElse(closed)
            : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> approvesTwice(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen =
        command instanceof Approve && state instanceof Granted granted
            ? waiting(granted.opening(), granted.trail())
            : state;
    return Decider.decide(seen, command, rules, Moment.at(at));
  }

  static Decision<RequestEvent> tellsAnotherTime(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    return Decider.decide(state, command, rules, Moment.at(at.truncatedTo(ChronoUnit.SECONDS)));
  }

  static Decision<RequestEvent> opensWhatTheCatalogueDoesNotList(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    var seen =
        rules.map(
            now ->
                new ApprovalRules(
                    now.version(),
                    now.approvers(),
                    now.changes(),
                    now.limits(),
                    now.settings(),
                    ANYTHING));
    return Decider.decide(state, command, seen, Moment.at(at));
  }

  private static Decision<RequestEvent> changingGrants(
      Decision<RequestEvent> decision,
      RequestCommand command,
      Instant at,
      Optional<Instant> until) {
    return decision instanceof Accepted<RequestEvent> && command instanceof Approve approve
        ? accept(granting(approve, at, until.orElseThrow()))
        : decision;
  }

  private static RequestApproved granting(Approve approve, Instant at, Instant until) {
    var by = new Provenance(approve.by(), approve.content());
    return new RequestApproved(approve.request(), at, by, approve.reason(), until);
  }

  private static AccessRequest due(AccessRequest state, int laterMillis) {
    return switch (state) {
      case Pending pending -> {
        var old = pending.opening();
        var due = old.decideBy().plusMillis(laterMillis);
        yield waiting(
            new Opening(old.asked(), old.accessFor(), old.approvers(), old.openedAt(), due),
            pending.trail());
      }
      case Granted granted ->
          new Granted(
              granted.opening(),
              granted.terms(),
              granted.accessUntil().plusMillis(laterMillis),
              granted.trail());
      case AccessRequest other -> other;
    };
  }

  private static AccessRequest naming(AccessRequest state, Set<PersonId> more) {
    if (state instanceof Pending pending) {
      var old = pending.opening();
      var approvers = union(old.approvers(), more);
      return waiting(
          new Opening(old.asked(), old.accessFor(), approvers, old.openedAt(), old.decideBy()),
          pending.trail());
    }
    return state;
  }

  private static Pending waiting(Opening opening, Trail trail) {
    var stage = new Stage(Optional.empty(), opening.approvers(), 1);
    var approvals = new Approvals(List.of(stage), ApproverMode.SNAPSHOT, List.of());
    return new Pending(opening, opening.terms(), trail.version(), approvals, trail);
  }

  private static AccessRequest withTrail(AccessRequest state, UnaryOperator<Trail> change) {
    return switch (state) {
      case AccessRequest.Unopened none -> none;
      case Pending pending -> waiting(pending.opening(), change.apply(pending.trail()));
      case Granted granted ->
          new Granted(
              granted.opening(),
              granted.terms(),
              granted.accessUntil(),
              change.apply(granted.trail()));
      case Closed closed ->
          new Closed(
              closed.outcome(),
              closed.opened(),
              closed.closedAt(),
              closed.accessUntil(),
              change.apply(closed.trail()));
      case AccessRequest.Faulted faulted ->
          new AccessRequest.Faulted(
              faulted.opened(), faulted.faultedAt(), change.apply(faulted.trail()));
    };
  }

  private static Set<PersonId> union(Set<PersonId> some, Set<PersonId> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
