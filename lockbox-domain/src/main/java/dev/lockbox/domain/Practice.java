package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.notOfTheCustomer;
import static dev.lockbox.domain.Refusals.tooMuchPractice;

import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Requests that a customer's people learn on: they go the way of every other, and grant nothing,
 * whatever is said to them.
 */
public final class Practice {
  /**
   * Who asks in practice: nobody. So whoever starts it may say yes to it, as to what any other
   * person asks for; and nothing in earnest goes by this name.
   */
  public static final PersonId ENGINEER = new PersonId("practice-engineer");

  /** How many of them may wait at a customer at once, so that they hide nothing in earnest. */
  public static final int OPEN_MAX = 3;

  private static final PersonalText WHY =
      new PersonalText(
          ENGINEER, "This is practice: nobody works on anything, and no yes opens it.");

  private Practice() {}

  /** As a customer's people are asked for it. */
  public static Asked asked(
      List<ActionName> actions, List<ResourceName> resources, Optional<Duration> accessFor) {
    return new Asked(ENGINEER, WHY, Optional.empty(), actions, resources, accessFor);
  }

  /** Refuses what a person could be let in by. */
  static void mustBeNobodys(Asked asked) {
    if (!asked.engineer().equals(ENGINEER)) {
      throw new IllegalArgumentException(
          "%s asks for practice, not %s".formatted(ENGINEER, asked.engineer()));
    }
  }

  static Decision<RequestEvent> decide(
      AccessRequest state, StartPractice start, ApprovalRules rules, Asking asking, Moment at) {
    var request = start.request();
    if (!asking.mayPractise()) {
      return notOfTheCustomer(request, start.by().actor());
    }
    return Admission.unlessTaken(
        state,
        request,
        () ->
            asking.waiting() >= OPEN_MAX
                ? tooMuchPractice(request, asking.waiting())
                : Admission.practise(start, rules, at));
  }
}
