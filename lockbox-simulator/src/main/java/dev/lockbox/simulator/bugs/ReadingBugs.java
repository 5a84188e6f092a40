package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Lookback;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.simulator.variant.Rulebook;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What goes wrong where what was done is to be read. */
final class ReadingBugs {
  private static final Duration TICK = Duration.ofMillis(1);
  private static final PersonId NOBODY = new PersonId("nobody");

  private ReadingBugs() {}

  static List<Bug> all() {
    return List.of(
        rules("nothing-to-be-read", "access ends, and nobody is to read", requiresNothing()),
        rules(
            "unread-untold",
            "nobody is told that nobody has read",
            BrokenRules.refusing(EnforceDeadline.class, Closed.class)),
        rules(
            "unread-early",
            "they are reminded a millisecond before it is time",
            BrokenRules.seeing(
                EnforceDeadline.class, state -> lookingBack(state, ReadingBugs::earlier))),
        kept(
            "reminded-though-read",
            "they are reminded of what one of them has read",
            RecordRead.class),
        kept("reminded-again", "they are reminded again and again", RecordUnread.class),
        rules(
            "read-twice",
            "what one has read another is let read for all",
            BrokenRules.seeing(
                ConfirmRead.class, state -> lookingBack(state, one -> Lookback.NONE))),
        rules("anybody-reads", "whoever says so has read for the customer", letsAnybodyRead()),
        rules(
            "engineer-reads",
            "an engineer reads for the customer what they did",
            BrokenRules.seeing(ConfirmRead.class, ReadingBugs::ofNobody)));
  }

  private static Rulebook requiresNothing() {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, at) instanceof Accepted<RequestEvent> yes
            ? new Accepted<>(
                yes.events().stream().filter(one -> !(one instanceof ReadingRequired)).toList())
            : decide(state, command, rules, asking, at);
  }

  private static Rulebook letsAnybodyRead() {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            rules,
            command instanceof ConfirmRead
                ? new Asking(asking.waiting(), asking.denials(), asking.mayPractise(), true)
                : asking,
            at);
  }

  private static AccessRequest ofNobody(AccessRequest state) {
    return switch (state) {
      case Closed closed -> ofNobody(closed);
      case Closing closing ->
          new Closing(ofNobody(closing.end()), closing.due(), closing.isOverdue());
      default -> state; // nothing else is over
    };
  }

  private static Closed ofNobody(Closed closed) {
    return new Closed(
        closed.outcome(),
        closed.opened().map(opening -> Altered.askedBy(opening, NOBODY)),
        closed.closedAt(),
        closed.accessUntil(),
        closed.narrowed(),
        closed.lookback(),
        closed.trail());
  }

  /** What was to be reminded of stays to be, whatever happened. */
  private static Bug kept(String id, String what, Class<? extends RequestEvent> happened) {
    return new Bug(
        id,
        what,
        Variant.folding(
            (state, event) -> {
              var after = AccessRequest.evolve(state, event);
              return happened.isInstance(event)
                  ? lookingBack(after, one -> new Lookback(remindAt(state), Optional.empty()))
                  : after;
            }));
  }

  private static Optional<Instant> remindAt(AccessRequest state) {
    return switch (state) {
      case Closed closed -> closed.lookback().remindAt();
      case Closing closing -> closing.end().lookback().remindAt();
      default -> Optional.empty(); // nothing else is over
    };
  }

  private static Lookback earlier(Lookback lookback) {
    return new Lookback(lookback.remindAt().map(at -> at.minus(TICK)), lookback.readBy());
  }

  private static AccessRequest lookingBack(AccessRequest state, UnaryOperator<Lookback> change) {
    return switch (state) {
      case Closed closed -> lookingBack(closed, change);
      case Closing closing ->
          new Closing(lookingBack(closing.end(), change), closing.due(), closing.isOverdue());
      default -> state; // nothing else is over
    };
  }

  private static Closed lookingBack(Closed closed, UnaryOperator<Lookback> change) {
    return new Closed(
        closed.outcome(),
        closed.opened(),
        closed.closedAt(),
        closed.accessUntil(),
        closed.narrowed(),
        change.apply(closed.lookback()),
        closed.trail());
  }
}
