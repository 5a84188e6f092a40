package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a request when it is opened: the provider's checks first, then its tenant. */
final class Opening {
  private final Duration accessFor;
  private final Optional<Vetting> vetting;
  private final PassingOn passing;

  Opening(OpenRequest open, Governance now, When when, boolean isFrozen, Deployment deployment) {
    var limits = now.settings().limits().orElse(deployment.limits());
    var wanted = deployment.evaluation();
    this.accessFor = open.asked().accessFor().orElse(limits.accessFor());
    this.vetting =
        Vetting.isMade(open, wanted, now.settings())
            ? Optional.of(new Vetting(open, accessFor, wanted, now.settings(), when))
            : Optional.empty();
    var longest = Story.longest(now.settings(), deployment);
    this.passing = new PassingOn(open, accessFor, Set.of(), now, limits, longest, when, isFrozen);
  }

  /** What the provider's side finds; empty where nobody looks. */
  Optional<Vetting> vetting() {
    return vetting;
  }

  /** What a yes would grant. */
  Duration accessFor() {
    return accessFor;
  }

  Course course() {
    return switch (vetting.map(Vetting::outcome).orElse(Evaluation.Outcome.PASSED)) {
      case REJECTED -> Course.TURNED_DOWN;
      case NEEDS_INTERNAL -> Course.INSIDE;
      case PASSED -> passing.course();
    };
  }

  private boolean isPassed() {
    return course().isTheCustomers();
  }

  /** What would become of it, were nothing in its way on the provider's side. */
  PassingOn passing() {
    return passing;
  }

  /** What is demanded of any grant of it; of what does not get that far, nothing is. */
  Conditions demanded() {
    return isPassed() ? passing.demanded() : Conditions.NONE;
  }

  /** Whether it takes effect, where nothing else stands in the way. */
  boolean isTaken() {
    return isPassed() ? passing.isTaken() : passing.isInBounds();
  }

  /** Who may say no to it; before the customer is asked, nobody is named. */
  Set<PersonId> named() {
    return isPassed() ? passing.named() : Set.of();
  }

  /** Whose yes it needs inside the provider. */
  List<Panel> inside() {
    return course() == Course.INSIDE ? vetting.orElseThrow().inside() : List.of();
  }

  /** How many events it makes. */
  int events() {
    return (vetting.isPresent() ? 1 : 0) + (isPassed() ? passing.events() : 0);
  }

  /** Whether the event at this place is the one that stands there; what was found stands first. */
  boolean isToldBy(Event event, int place) {
    if (vetting.isPresent() && place == 0) {
      return vetting.get().isToldBy(event);
    }
    return isPassed() && passing.isToldBy(event, place - (vetting.isPresent() ? 1 : 0));
  }
}
