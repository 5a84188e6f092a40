package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.DialogueCommand.AcceptOffer;
import dev.lockbox.domain.DialogueCommand.CounterOffer;
import dev.lockbox.domain.DialogueCommand.WithdrawOffer;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.util.Optional;

/**
 * What a yes would grant.
 *
 * @param version in which it was settled so
 * @param events how many there were on the request by now
 * @param offer less than that, which an approver would rather say yes to
 */
record Agreed(Terms terms, long version, long events, Optional<Offer> offer) {
  /**
   * It stands until it is accepted or withdrawn, another takes its place, or the terms are others.
   *
   * @param version of the request that it led to
   */
  record Offer(long version, Terms terms) {}

  static Agreed asAsked(Asked asked, Duration longest, Conditions demanded, int events) {
    var accessFor = asked.accessFor().orElse(longest);
    var terms = new Terms(asked.actions(), asked.resources(), accessFor, demanded);
    return new Agreed(terms, events, events, Optional.empty());
  }

  /** After whatever took effect next. Who only finds the history spoilt settles nothing. */
  Agreed after(Effect effect) {
    return effect.isFault() ? still(effect, offer) : afterHearing(effect);
  }

  private Agreed afterHearing(Effect effect) {
    return switch (effect.command()) {
      case Approve yes when isNarrowedBy(yes) ->
          new Agreed(
              as(yes.narrowing()),
              events + (yes.proof().isPresent() ? 2 : 1),
              events + effect.events(),
              Optional.empty());
      case CounterOffer made ->
          still(effect, Optional.of(new Offer(events + 1, as(Optional.of(made.narrowing())))));
      case WithdrawOffer taken -> still(effect, Optional.empty());
      case AcceptOffer accepted ->
          settled(offer.orElseThrow().terms(), effect.events(), Optional.empty());
      default -> still(effect, offer);
    };
  }

  private Agreed settled(Terms other, int made, Optional<Offer> standing) {
    return new Agreed(other, events + 1, events + made, standing);
  }

  private Agreed still(Effect effect, Optional<Offer> standing) {
    return new Agreed(terms, version, events + effect.events(), standing);
  }

  /** What that leaves of it, or adds to it. */
  Terms as(Optional<Narrowing> narrowing) {
    return narrowing
        .map(
            less ->
                new Terms(
                    less.actions().orElse(terms.actions()),
                    less.resources().orElse(terms.resources()),
                    less.accessFor().orElse(terms.accessFor()),
                    Preset.both(terms.conditions(), less.conditions())))
        .orElse(terms);
  }

  /** Whether these are more than there is. */
  boolean isExceededBy(Terms others) {
    return !terms.actions().containsAll(others.actions())
        || !terms.resources().containsAll(others.resources())
        || others.accessFor().compareTo(terms.accessFor()) > 0;
  }

  /** Whether these are less than there is. */
  boolean isMoreThan(Terms others) {
    return !others.actions().containsAll(terms.actions())
        || !others.resources().containsAll(terms.resources())
        || others.accessFor().compareTo(terms.accessFor()) < 0
        || !others.conditions().equals(terms.conditions());
  }

  boolean isExceededBy(Approve yes) {
    return isExceededBy(as(yes.narrowing()));
  }

  boolean isNarrowedBy(Approve yes) {
    return isMoreThan(as(yes.narrowing()));
  }
}
