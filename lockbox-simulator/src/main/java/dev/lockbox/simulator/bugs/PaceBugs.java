package dev.lockbox.simulator.bugs;

import static dev.lockbox.domain.Decider.decide;
import static dev.lockbox.simulator.bugs.Bug.rules;

import dev.lockbox.domain.Asking;
import dev.lockbox.domain.Denials;
import dev.lockbox.simulator.variant.Rulebook;
import java.util.List;
import java.util.function.UnaryOperator;

/** What goes wrong where a tenant lets an engineer ask for only so much. */
final class PaceBugs {
  private PaceBugs() {}

  static List<Bug> all() {
    return List.of(
        rules(
            "any-number-may-wait",
            "an engineer has as many requests waiting as they like",
            knowing(asking -> new Asking(0, asking.denials()))),
        rules(
            "one-more-may-wait",
            "<= for <: one request more than may wait at once does",
            knowing(asking -> new Asking(Math.max(0, asking.waiting() - 1), asking.denials()))),
        rules(
            "nobody-cools-down",
            "whoever was denied asks again at once",
            knowing(asking -> new Asking(asking.waiting(), Denials.NONE))));
  }

  private static Rulebook knowing(UnaryOperator<Asking> change) {
    return (state, command, rules, asking, at) ->
        decide(state, command, rules, change.apply(asking), at);
  }
}
