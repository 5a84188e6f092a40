package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.domain.decision.Decision.refuse;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.ClosingDue;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.simulator.variant.Rulebook;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** What goes wrong where somebody must close behind a grant. */
final class ClosingBugs {
  private static final Duration TICK = Duration.ofMillis(1);

  private ClosingBugs() {}

  static List<Bug> all() {
    return List.of(
        rules("nobody-must-close", "access ends, and nobody is waited for", requiresNothing()),
        rules("anybody-closes", "whoever closed counts as one who must", takesAnyPoint()),
        rules(
            "failed-to-close-untold",
            "nobody is told who did not close in time",
            BrokenRules.refusing(EnforceDeadline.class, Closing.class)),
        rules(
            "failed-to-close-early",
            "somebody is late a millisecond before their time is up",
            BrokenRules.seeing(EnforceDeadline.class, ClosingBugs::earlier)),
        rules(
            "failed-to-close-again",
            "that somebody is late is told again and again",
            BrokenRules.seeing(EnforceDeadline.class, ClosingBugs::notYet)),
        rules("late-closing-lost", "whoever closes late is refused", refusesWhoIsLate()),
        new Bug(
            "one-closes-for-all",
            "when one has closed, nobody waits for the others",
            Variant.folding(
                (state, event) -> {
                  var after = AccessRequest.evolve(state, event);
                  return event instanceof ClosingAcknowledged && after instanceof Closing closing
                      ? closing.end()
                      : after;
                })));
  }

  private static Rulebook requiresNothing() {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, at) instanceof Accepted<RequestEvent> yes
                && yes.events().getFirst() instanceof ClosingRequired
            ? new Accepted<>(yes.events().subList(1, yes.events().size()))
            : decide(state, command, rules, asking, at);
  }

  private static Rulebook takesAnyPoint() {
    return (state, command, rules, asking, at) ->
        command instanceof AcknowledgeClosing said && state instanceof Closing closing
            ? decide(waitingFor(closing, said), command, rules, asking, at)
            : decide(state, command, rules, asking, at);
  }

  private static Closing waitingFor(Closing closing, AcknowledgeClosing said) {
    var points = new HashSet<>(closing.due().points());
    points.add(said.point());
    return new Closing(
        closing.end(), new ClosingDue(points, closing.due().by()), closing.isOverdue());
  }

  private static AccessRequest earlier(AccessRequest state) {
    return state instanceof Closing closing
        ? new Closing(
            closing.end(),
            new ClosingDue(closing.due().points(), closing.due().by().minus(TICK)),
            closing.isOverdue())
        : state;
  }

  private static AccessRequest notYet(AccessRequest state) {
    return state instanceof Closing closing
        ? new Closing(closing.end(), closing.due(), false)
        : state;
  }

  private static Rulebook refusesWhoIsLate() {
    return (state, command, rules, asking, at) ->
        command instanceof AcknowledgeClosing
                && state instanceof Closing closing
                && closing.isOverdue()
            ? refuse(Refusal.CLOSING_NOT_AWAITED, "too late")
            : decide(state, command, rules, asking, at);
  }
}
