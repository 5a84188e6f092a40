package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.DialogueMapping.fromDialogue;
import static dev.lockbox.events.codec.DialogueMapping.wireDialogue;
import static dev.lockbox.events.codec.RulesMapping.fromMode;
import static dev.lockbox.events.codec.RulesMapping.fromStages;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.wireStages;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.Approval;
import dev.lockbox.domain.Approvals;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.wire.state.RequestState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands of a request beside its opening. The opening on the wire says what a yes grants or
 * has granted, so that a reader who knows nothing of narrowing never lets more through; what was
 * asked for at first stands beside it.
 */
final class OpenRequestMapping {
  private OpenRequestMapping() {}

  static RequestState of(Evaluated evaluated, RequestState.Builder wire) {
    return wire.setApprovals(wireApprovals(evaluated.approvals())).build();
  }

  static Evaluated evaluated(Opening opening, Trail trail, RequestState wire) {
    var approvals =
        Optional.ofNullable(wire.getApprovals())
            .orElseThrow(() -> new IllegalArgumentException("approvals is missing in this state"));
    return new Evaluated(opening, fromApprovals(approvals), trail);
  }

  static RequestState of(Pending pending, RequestState.Builder wire) {
    var approvals = pending.approvals();
    if (pending.termsVersion() != pending.version()) {
      wire.setTermsVersion(pending.termsVersion());
    }
    if (!approvals.equals(Approvals.ofAnyOneOf(pending.opening().approvers()))) {
      wire.setApprovals(wireApprovals(approvals));
    }
    wire.setDialogue(wireDialogue(pending.dialogue()));
    wire.setReview(ReviewMapping.wireIfAny(pending.review()));
    return narrowed(pending.opening(), pending.terms(), wire).build();
  }

  static RequestState of(Scheduled scheduled, RequestState.Builder wire) {
    wire.setStartsAt(scheduled.startsAt());
    return narrowed(scheduled.opening(), scheduled.terms(), wire).build();
  }

  static RequestState of(Granted granted, RequestState.Builder wire) {
    wire.setClosing(granted.closing().map(AccessMapping::wireDue).orElse(null));
    ReadingMapping.with(granted.lookback(), wire);
    return narrowed(granted.opening(), granted.terms(), wire).build();
  }

  static RequestState of(Closed closed, RequestState.Builder wire) {
    ReadingMapping.with(closed.lookback(), wire);
    return closed
        .narrowed()
        .flatMap(terms -> closed.opened().map(opening -> narrowed(opening, terms, wire)))
        .orElse(wire)
        .build();
  }

  private static RequestState.Builder narrowed(
      Opening opening, Terms terms, RequestState.Builder wire) {
    wire.setConditions(ConditionsMapping.wireIfAny(terms.conditions()))
        .setIsForOneUse(opening.isForOneUse(terms));
    var bare = new Terms(terms.actions(), terms.resources(), terms.accessFor());
    if (bare.equals(opening.terms())) {
      return wire;
    }
    var asked = opening.asked();
    var less =
        new Asked(
            asked.engineer(),
            asked.justification(),
            asked.ticket(),
            terms.actions(),
            terms.resources(),
            asked.accessFor());
    var narrowed =
        new Opening(
            less,
            terms.accessFor(),
            opening.approvers(),
            opening.openedAt(),
            opening.decideBy(),
            opening.evaluation(),
            opening.internalApprovals(),
            opening.isPractice());
    return wire.setOpening(StateMapping.wireOpening(narrowed))
        .setAskedAtFirst(wire(asked))
        .setAccessForAtFirstMillis(opening.accessFor().toMillis());
  }

  static Pending pending(Opening onTheWire, Trail trail, RequestState wire) {
    var opening = atFirst(onTheWire, wire);
    var termsVersion =
        Optional.ofNullable(wire.getTermsVersion()).map(Long::longValue).orElse(trail.version());
    var approvals =
        Optional.ofNullable(wire.getApprovals())
            .map(OpenRequestMapping::fromApprovals)
            .orElseGet(() -> Approvals.ofAnyOneOf(opening.approvers()));
    var dialogue = fromDialogue(wire.getDialogue());
    var review = ReviewMapping.fromAny(wire.getReview());
    return new Pending(
        opening, terms(onTheWire, wire), termsVersion, approvals, dialogue, review, trail);
  }

  static Granted granted(Opening onTheWire, Instant accessUntil, Trail trail, RequestState wire) {
    var closing = Optional.ofNullable(wire.getClosing()).map(AccessMapping::fromDue);
    return new Granted(
        atFirst(onTheWire, wire),
        terms(onTheWire, wire),
        accessUntil,
        closing,
        ReadingMapping.fromState(wire),
        trail);
  }

  private static Terms terms(Opening onTheWire, RequestState wire) {
    return onTheWire.terms().under(ConditionsMapping.fromAny(wire.getConditions()));
  }

  static Scheduled scheduled(
      Opening onTheWire, Instant accessUntil, Trail trail, RequestState wire) {
    var startsAt =
        Optional.ofNullable(wire.getStartsAt())
            .orElseThrow(() -> new IllegalArgumentException("startsAt is missing in this state"));
    return new Scheduled(
        atFirst(onTheWire, wire), terms(onTheWire, wire), startsAt, accessUntil, trail);
  }

  static Opening atFirst(Opening onTheWire, RequestState wire) {
    if (wire.getAskedAtFirst() == null || wire.getAccessForAtFirstMillis() == null) {
      return onTheWire;
    }
    var asked = fromAsked(wire.getAskedAtFirst());
    return new Opening(
        asked,
        Duration.ofMillis(wire.getAccessForAtFirstMillis()),
        onTheWire.approvers(),
        onTheWire.openedAt(),
        onTheWire.decideBy(),
        onTheWire.evaluation(),
        onTheWire.internalApprovals(),
        onTheWire.isPractice());
  }

  private static dev.lockbox.wire.shared.Approvals wireApprovals(Approvals approvals) {
    return new dev.lockbox.wire.shared.Approvals(
        wireStages(approvals.stages()), wire(approvals.mode()), wireGiven(approvals.given()));
  }

  static List<dev.lockbox.wire.shared.Approval> wireGiven(List<Approval> given) {
    return given.stream()
        .map(yes -> new dev.lockbox.wire.shared.Approval(yes.by().value(), yes.at(), yes.stage()))
        .toList();
  }

  private static Approvals fromApprovals(dev.lockbox.wire.shared.Approvals wire) {
    return new Approvals(
        fromStages(wire.getStages()), fromMode(wire.getMode()), fromGiven(wire.getGiven()));
  }

  static List<Approval> fromGiven(List<dev.lockbox.wire.shared.Approval> wire) {
    return wire.stream()
        .map(yes -> new Approval(new PersonId(yes.getBy()), yes.getAt(), yes.getStage()))
        .toList();
  }
}
