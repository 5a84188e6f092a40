package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.DialogueCommand.AskQuestion;
import dev.lockbox.domain.DialogueEvent.QuestionAnswered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.Rulebook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What goes wrong about the time for deciding, which stands still while questions wait. */
final class PauseBugs {
  private static final Duration LONG = Duration.ofDays(30);

  private PauseBugs() {}

  static List<Bug> all() {
    return List.of(
        rules(
            "pause-without-end",
            "a question stops the clock for a month, however little its tenant lets it",
            BrokenRules.telling(PauseBugs::forLong)),
        rules(
            "pause-while-suspect",
            "a question stops the clock while nobody vouches for it",
            asking(at -> new Moment(at.appended(), at.effective(), false, at.frozen()))),
        rules(
            "pause-while-frozen",
            "a question gives more time for a yes while grants are frozen",
            asking(at -> at.frozen(false))),
        rules(
            "answer-resumes-nothing",
            "the clock stands still though all is answered",
            BrokenRules.telling(PauseBugs::goingOn)));
  }

  private static Rulebook asking(UnaryOperator<Moment> seen) {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, asking, command instanceof AskQuestion ? seen.apply(at) : at);
  }

  private static RequestEvent forLong(RequestEvent event) {
    return event instanceof QuestionAsked asked
        ? new QuestionAsked(
            asked.request(),
            asked.at(),
            asked.by(),
            asked.question(),
            asked.decideBy().map(due -> due.plus(LONG)))
        : event;
  }

  private static RequestEvent goingOn(RequestEvent event) {
    return event instanceof QuestionAnswered answered
        ? new QuestionAnswered(
            answered.request(),
            answered.at(),
            answered.by(),
            answered.question(),
            answered.answer(),
            Optional.empty())
        : event;
  }
}
