package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.time.Moment;
import dev.lockbox.simulator.variant.Rulebook;
import dev.lockbox.simulator.variant.Variant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What goes wrong where access begins later than it is agreed on, or is for one use. */
final class StartBugs {
  private static final Duration TICK = Duration.ofMillis(1);

  private StartBugs() {}

  static List<Bug> all() {
    return List.of(
        rules(
            "later-is-at-once",
            "access that was asked for later begins with the yes",
            scheduling(
                later ->
                    new RequestApproved(
                        later.request(),
                        later.at(),
                        later.by(),
                        later.reason(),
                        later.at().plus(lasting(later))))),
        rules(
            "later-counted-from-the-yes",
            "access that begins later ends as if it had begun with the yes",
            scheduling(
                later ->
                    new AccessScheduled(
                        later.request(),
                        later.at(),
                        later.by(),
                        later.reason(),
                        later.startsAt(),
                        later.at().plus(lasting(later))))),
        rules(
            "begins-early",
            "access begins a millisecond before its time",
            starting((state, at) -> startingAt(state, state.startsAt().minus(TICK)))),
        rules(
            "begins-by-the-effective-time",
            "the latest time there was makes access begin, not the alarm's own",
            starting(
                (state, at) ->
                    at.effective().isBefore(state.startsAt())
                        ? state
                        : startingAt(state, earlier(state.startsAt(), at.appended())))),
        rules(
            "begins-while-frozen",
            "access begins while grants are frozen",
            (state, command, rules, asking, at) ->
                decide(
                    state,
                    command,
                    rules,
                    asking,
                    isAlarm(state, command) ? at.frozen(false) : at)),
        rules(
            "begins-at-a-suspect-time",
            "access begins while nobody vouches for the clock",
            (state, command, rules, asking, at) ->
                decide(state, command, rules, asking, isAlarm(state, command) ? trusted(at) : at)),
        rules(
            "denial-of-the-scheduled-lost",
            "a denial of access that has not begun is refused",
            BrokenRules.refusing(Deny.class, Scheduled.class)),
        new Bug(
            "single-use-forgotten",
            "what was asked for one use only is granted for many",
            Variant.folding(
                (state, event) -> {
                  var after = AccessRequest.evolve(state, event);
                  return after instanceof Granted granted ? Altered.forManyUses(granted) : after;
                })),
        new Bug(
            "held-back-lasts-as-long",
            "access that begins late ends late",
            Variant.folding(
                (state, event) -> {
                  var after = AccessRequest.evolve(state, event);
                  return event instanceof AccessStarted started && after instanceof Granted granted
                      ? new Granted(
                          granted.opening(),
                          granted.terms(),
                          started.at().plus(granted.terms().accessFor()),
                          granted.trail())
                      : after;
                })));
  }

  /** What the last yes to access for later brings about instead. */
  private interface Instead {
    RequestEvent of(AccessScheduled later);
  }

  private static Rulebook scheduling(Instead instead) {
    return (state, command, rules, asking, at) ->
        state instanceof Pending
            ? BrokenRules.telling(
                    event -> event instanceof AccessScheduled later ? instead.of(later) : event)
                .decide(state, command, rules, asking, at)
            : decide(state, command, rules, asking, at);
  }

  /** What an alarm sees of what waits for its time. */
  private interface Sees {
    Scheduled of(Scheduled state, Moment at);
  }

  private static Rulebook starting(Sees sees) {
    return (state, command, rules, asking, at) ->
        command instanceof EnforceDeadline && state instanceof Scheduled scheduled
            ? decide(sees.of(scheduled, at), command, rules, asking, at)
            : decide(state, command, rules, asking, at);
  }

  private static boolean isAlarm(AccessRequest state, Object command) {
    return command instanceof EnforceDeadline && state instanceof Scheduled;
  }

  private static Moment trusted(Moment at) {
    return new Moment(at.appended(), at.effective(), false, at.frozen());
  }

  private static Duration lasting(AccessScheduled later) {
    return Duration.between(later.startsAt(), later.accessUntil());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Scheduled startingAt(Scheduled state, Instant start) {
    return new Scheduled(state.opening(), state.terms(), start, state.accessUntil(), state.trail());
  }
}
