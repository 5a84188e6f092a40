package dev.lockbox.domain;

import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.util.Set;

/**
 * A request on its way to the customer.
 *
 * @param by whoever brought it here: the JIT service, or the last of the provider's approvers
 * @param insiders who said yes to it inside the provider, and so cannot for the customer
 * @param isPractice whether it is for practice, and grants nothing
 */
record Passing(
    RequestId request,
    Provenance by,
    Asked asked,
    Details details,
    Duration accessFor,
    Set<PersonId> insiders,
    boolean isPractice) {
  static Passing of(OpenRequest open, Duration accessFor) {
    return new Passing(
        open.request(), Decider.by(open), open.asked(), open.details(), accessFor, Set.of(), false);
  }

  static Passing of(StartPractice start, Duration accessFor) {
    return new Passing(
        start.request(), Decider.by(start), start.asked(), Details.NONE, accessFor, Set.of(), true);
  }

  static Passing of(RequestId request, Passed passed, Provenance by) {
    var opening = passed.opening();
    return new Passing(
        request,
        by,
        opening.asked(),
        opening.details(),
        opening.accessFor(),
        opening.insiders(),
        opening.isPractice());
  }
}
