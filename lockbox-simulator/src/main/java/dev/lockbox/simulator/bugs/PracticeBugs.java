package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.Rulebook;
import dev.lockbox.simulator.variant.Variant;
import java.util.List;
import java.util.function.UnaryOperator;

/** What goes wrong where people practise. */
final class PracticeBugs {
  private PracticeBugs() {}

  static List<Bug> all() {
    return List.of(
        new Bug(
            "practice-grants",
            "the last yes to what is for practice grants it",
            Variant.decidingAndFolding(grants(), PracticeBugs::folds)),
        rules(
            "practice-in-earnest",
            "what is started for practice is opened in earnest",
            BrokenRules.telling(PracticeBugs::inEarnest)),
        rules(
            "rules-approve-practice",
            "a rule, or that it is not behind the lockbox, approves what is for practice",
            settlesBeforehand()),
        rules(
            "any-number-practised",
            "any number wait for practice at once",
            starting(asking -> new Asking(0, asking.denials(), asking.mayPractise()))),
        rules(
            "anybody-practises",
            "whoever is nobody at a customer starts practice there",
            starting(asking -> new Asking(asking.waiting(), asking.denials(), true))),
        rules(
            "name-of-practice-taken",
            "something in earnest is taken in the name of practice",
            takesItsName()),
        rules(
            "practised-while-frozen",
            "a yes to what is for practice is taken while grants are frozen or a clock is suspect",
            (state, command, rules, asking, at) ->
                decide(
                    state,
                    command,
                    rules,
                    asking,
                    isYesToPractice(state, command) ? Moment.at(at.appended()) : at)));
  }

  private static Rulebook grants() {
    return (state, command, rules, asking, at) ->
        state instanceof Pending pending && command instanceof Approve
            ? BrokenRules.telling(event -> granting(event, pending))
                .decide(state, command, rules, asking, at)
            : decide(state, command, rules, asking, at);
  }

  private static RequestEvent granting(RequestEvent event, Pending pending) {
    return event instanceof PracticeCompleted done
        ? new RequestApproved(
            done.request(),
            done.at(),
            done.by(),
            done.reason(),
            done.at().plus(pending.terms().accessFor()))
        : event;
  }

  private static AccessRequest folds(AccessRequest state, RequestEvent event) {
    return AccessRequest.evolve(
        state instanceof Pending pending && event instanceof RequestApproved
            ? Altered.inEarnest(pending)
            : state,
        event);
  }

  private static RequestEvent inEarnest(RequestEvent event) {
    return event instanceof RequestOpened opened
        ? new RequestOpened(
            opened.request(),
            opened.at(),
            opened.by(),
            opened.asked(),
            opened.accessFor(),
            opened.approvers(),
            opened.decideBy())
        : event;
  }

  /** As if somebody had asked for it. */
  private static Rulebook settlesBeforehand() {
    return (state, command, rules, asking, at) ->
        command instanceof StartPractice start
                && decide(state, bySomebody(start.request(), start.by(), start.asked()), rules, at)
                    instanceof Accepted<RequestEvent> yes
                && yes.events().stream().anyMatch(PracticeBugs::isGrant)
            ? yes
            : decide(state, command, rules, asking, at);
  }

  private static OpenRequest bySomebody(RequestId request, Attempt by, Asked asked) {
    return new OpenRequest(request, by, Altered.askedBy(asked, Altered.SOMEBODY));
  }

  private static boolean isGrant(RequestEvent event) {
    return event instanceof GrantedByRule || event instanceof GrantedWithoutCustomer;
  }

  private static Rulebook starting(UnaryOperator<Asking> change) {
    return (state, command, rules, asking, at) ->
        decide(
            state,
            command,
            rules,
            command instanceof StartPractice ? change.apply(asking) : asking,
            at);
  }

  private static Rulebook takesItsName() {
    return (state, command, rules, asking, at) ->
        command instanceof OpenRequest open
                && decide(state, open, rules, asking, at) instanceof Refused<RequestEvent> no
                && no.refusal() == Refusal.NAME_OF_PRACTICE
            ? BrokenRules.telling(event -> askedBy(open.asked().engineer(), event))
                .decide(
                    state, bySomebody(open.request(), open.by(), open.asked()), rules, asking, at)
            : decide(state, command, rules, asking, at);
  }

  private static RequestEvent askedBy(PersonId engineer, RequestEvent event) {
    return event instanceof RequestOpened opened
        ? new RequestOpened(
            opened.request(),
            opened.at(),
            opened.by(),
            Altered.askedBy(opened.asked(), engineer),
            opened.accessFor(),
            opened.approvers(),
            opened.decideBy())
        : event;
  }

  private static boolean isYesToPractice(AccessRequest state, RequestCommand command) {
    return command instanceof Approve && state.opened().filter(Opening::isPractice).isPresent();
  }
}
