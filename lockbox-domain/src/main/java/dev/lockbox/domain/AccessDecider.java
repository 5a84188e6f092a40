package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.Decider.withdrawn;
import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.notTheEngineer;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.decision.Decision;
import java.time.Instant;

/** What becomes of access once it is granted. */
final class AccessDecider {
  private AccessDecider() {}

  static Decision<RequestEvent> decide(AccessRequest state, AccessCommand command, Instant at) {
    return switch (command) {
      case FinishAccess finish -> finish(state, finish, at);
    };
  }

  /**
   * It is a no like any other, whatever it meets; where there is no access it takes the request
   * back.
   */
  private static Decision<RequestEvent> finish(
      AccessRequest state, FinishAccess finish, Instant at) {
    var request = finish.request();
    return switch (state) {
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Evaluated evaluated when isNotTheirs(finish, evaluated.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Passed passed when isNotTheirs(finish, passed.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Pending pending when isNotTheirs(finish, pending.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Granted granted when isNotTheirs(finish, granted.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Unopened none -> accept(withdrawn(finish, at));
      case Evaluated evaluated -> accept(withdrawn(finish, at));
      case Passed passed -> accept(withdrawn(finish, at));
      case Pending pending -> accept(withdrawn(finish, at));
      case Granted granted -> accept(new AccessFinished(request, at, by(finish)));
    };
  }

  private static boolean isNotTheirs(FinishAccess finish, Opening opening) {
    return !finish.engineer().equals(opening.asked().engineer());
  }

  static boolean helpsToGrant(AccessEvent event) {
    return switch (event) {
      case AccessFinished finished -> false;
    };
  }
}
