package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.review.Reading;
import dev.lockbox.domain.review.Review;
import dev.lockbox.simulator.variant.Rulebook;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** What goes wrong where a request must be read before a yes. */
final class ReviewBugs {
  private ReviewBugs() {}

  static List<Bug> all() {
    return List.of(
        rules(
            "review-forgotten",
            "a yes is taken of whoever has read nothing",
            BrokenRules.seeing(Approve.class, state -> reviewed(state, review -> Review.NONE))),
        rules(
            "anothers-review-counts",
            "a yes is taken of whoever has read nothing, if somebody else has",
            takesAnybodysReview()),
        rules(
            "dwell-from-anothers-review",
            "whoever begins to review may say yes as soon as whoever began first",
            measuresFromTheFirst()),
        rules(
            "dwell-forgotten",
            "a yes is taken as soon as its review has begun",
            BrokenRules.seeing(Approve.class, state -> reviewed(state, ReviewBugs::atOnce))),
        rules(
            "review-of-what-is-gone",
            "whoever has reviewed other terms has reviewed those that stand",
            BrokenRules.seeing(Approve.class, state -> reviewed(state, ReviewBugs::ofAnything))),
        rules("unread-no-lost", "a denial is refused of whoever has read nothing", guardsANo()));
  }

  private static AccessRequest reviewed(AccessRequest state, UnaryOperator<Review> change) {
    return state instanceof Pending pending
        ? new Pending(
            pending.opening(),
            pending.terms(),
            pending.termsVersion(),
            pending.approvals(),
            pending.dialogue(),
            change.apply(pending.review()),
            pending.trail())
        : state;
  }

  private static Rulebook takesAnybodysReview() {
    return (state, command, rules, asking, at) ->
        decide(
            command instanceof Approve yes
                ? reviewed(state, review -> asIfBy(yes.by().actor(), review))
                : state,
            command,
            rules,
            asking,
            at);
  }

  private static Review asIfBy(PersonId person, Review review) {
    return with(review, one -> new Reading(person, one.at(), one.version(), one.approveFrom()));
  }

  private static Rulebook measuresFromTheFirst() {
    return BrokenRules.seeing(
        Approve.class,
        state -> reviewed(state, review -> with(review, one -> asEarly(one, review))));
  }

  private static Reading asEarly(Reading one, Review all) {
    var first =
        all.begun().stream()
            .map(Reading::approveFrom)
            .min(Instant::compareTo)
            .orElse(one.approveFrom());
    return new Reading(one.by(), one.at(), one.version(), first);
  }

  private static Review atOnce(Review review) {
    return with(review, one -> new Reading(one.by(), one.at(), one.version(), one.at()));
  }

  private static Review ofAnything(Review review) {
    return with(review, one -> new Reading(one.by(), one.at(), Long.MAX_VALUE, one.approveFrom()));
  }

  private static Review with(Review review, UnaryOperator<Reading> change) {
    return new Review(review.dwell(), review.begun().stream().map(change).toList());
  }

  private static Rulebook guardsANo() {
    return (state, command, rules, asking, at) ->
        command instanceof Deny no
                && state instanceof Pending pending
                && pending.review().isRequired()
                && pending.review().by(no.by().actor(), pending.termsVersion()).isEmpty()
            ? refuse(Refusal.REVIEW_FIRST, "it is unread")
            : decide(state, command, rules, asking, at);
  }
}
