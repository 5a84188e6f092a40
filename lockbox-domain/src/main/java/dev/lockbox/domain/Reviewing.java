package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.alreadyReviewing;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.internalApprovalFirst;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.notAnApprover;
import static dev.lockbox.domain.Refusals.ownRequest;
import static dev.lockbox.domain.Refusals.reviewFirst;
import static dev.lockbox.domain.Refusals.reviewTooShort;
import static dev.lockbox.domain.Refusals.staleVersion;
import static dev.lockbox.domain.Refusals.tooLate;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody may begin to review a waiting request, and whether who says yes has. Whoever may
 * say no may review, whether or not their turn to say yes has come; the provider's own approvers
 * decide before there is anything that the customer wants reviewed.
 */
final class Reviewing {
  private Reviewing() {}

  static Decision<RequestEvent> decide(
      AccessRequest state, BeginReview begin, ApprovalRules rules, Moment at) {
    var request = begin.request();
    var person = begin.by().actor();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Evaluated evaluated -> internalApprovalFirst(request);
      case Passed passed -> internalApprovalFirst(request);
      case Scheduled scheduled -> alreadyDecided(request, "granted");
      case Granted granted -> alreadyDecided(request, "granted");
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Pending pending when person.mayBe(pending.opening().asked().engineer()) ->
          ownRequest(request, person);
      case Pending pending when !Decider.maySayNo(person, pending.opening(), rules) ->
          notAnApprover(request, person);
      case Pending pending when at.isSurelyPast(pending.decideBy()) ->
          tooLate(request, pending.decideBy(), at.effective());
      case Pending pending when !pending.isReadAt(begin.ifVersion()) ->
          staleVersion(request, pending.termsVersion(), begin.ifVersion());
      case Pending pending when pending.review().by(person, pending.termsVersion()).isPresent() ->
          alreadyReviewing(request, person);
      case Pending pending -> accept(begun(pending, begin, at));
    };
  }

  /** Counted from the latest that it may be, so that a clock that is behind spares nobody. */
  private static ReviewBegun begun(Pending pending, BeginReview begin, Moment at) {
    var dwell = pending.review().dwell().orElse(Duration.ZERO);
    return new ReviewBegun(
        begin.request(),
        at.appended(),
        Decider.by(begin),
        begin.ifVersion(),
        at.effective().plus(dwell));
  }

  /**
   * What speaks against a yes to the terms that stand.
   *
   * @param at the earliest that it may be
   */
  static Optional<Refused<RequestEvent>> objection(Pending pending, Approve yes, Instant at) {
    var review = pending.review();
    if (!review.isRequired()) {
      return Optional.empty();
    }
    var person = yes.by().actor();
    var begun = review.by(person, pending.termsVersion());
    if (begun.isEmpty()) {
      return Optional.of(reviewFirst(yes.request(), person));
    }
    return begun
        .filter(one -> at.isBefore(one.approveFrom()))
        .map(one -> reviewTooShort(yes.request(), person, one.approveFrom()));
  }
}
