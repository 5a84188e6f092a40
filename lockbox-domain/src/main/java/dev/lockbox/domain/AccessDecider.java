package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.Decider.withdrawn;
import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.closingNotAwaited;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.notDue;
import static dev.lockbox.domain.Refusals.notTheEngineer;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.AccessCommand.AcknowledgeClosing;
import dev.lockbox.domain.AccessCommand.FinishAccess;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of access once it is granted. */
final class AccessDecider {
  private AccessDecider() {}

  static Decision<RequestEvent> decide(AccessRequest state, AccessCommand command, Instant at) {
    return switch (command) {
      case FinishAccess finish -> finish(state, finish, at);
      case AcknowledgeClosing closed -> acknowledge(state, closed, at);
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
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Faulted faulted -> faulted(request);
      case Evaluated evaluated when isNotTheirs(finish, evaluated.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Passed passed when isNotTheirs(finish, passed.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Pending pending when isNotTheirs(finish, pending.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Scheduled scheduled when isNotTheirs(finish, scheduled.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Granted granted when isNotTheirs(finish, granted.opening()) ->
          notTheEngineer(request, finish.engineer());
      case Unopened none -> accept(withdrawn(finish, at));
      case Evaluated evaluated -> accept(withdrawn(finish, at));
      case Passed passed -> accept(withdrawn(finish, at));
      case Pending pending -> accept(withdrawn(finish, at));
      case Scheduled scheduled -> accept(withdrawn(finish, at));
      case Granted granted -> accept(new AccessFinished(request, at, by(finish)));
    };
  }

  private static boolean isNotTheirs(FinishAccess finish, Opening opening) {
    return !finish.engineer().equals(opening.asked().engineer());
  }

  /** Also when it is late: better so than never. */
  private static Decision<RequestEvent> acknowledge(
      AccessRequest state, AcknowledgeClosing closed, Instant at) {
    var request = closed.request();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Faulted faulted -> faulted(request);
      case Closing closing when closing.due().points().contains(closed.point()) ->
          accept(
              new ClosingAcknowledged(
                  request, at, by(closed), closed.point(), late(closing.end(), at)));
      case Closing closing -> closingNotAwaited(request, closed.point());
      case Evaluated evaluated -> closingNotAwaited(request, closed.point());
      case Passed passed -> closingNotAwaited(request, closed.point());
      case Pending pending -> closingNotAwaited(request, closed.point());
      case Scheduled scheduled -> closingNotAwaited(request, closed.point());
      case Granted granted -> closingNotAwaited(request, closed.point());
      case Closed over -> closingNotAwaited(request, closed.point());
    };
  }

  /** A broker's clock that was set back makes nobody early. */
  private static Duration late(Closed end, Instant at) {
    var late = Duration.between(end.accessUntil().orElse(end.closedAt()), at);
    return late.isNegative() ? Duration.ZERO : late;
  }

  /** Nothing begins before the time that the log itself tells, nor while no yes would be taken. */
  static Decision<RequestEvent> start(Scheduled scheduled, RequestCommand alarm, Moment at) {
    var isTime = !at.suspect() && !at.frozen() && !at.appended().isBefore(scheduled.startsAt());
    return isTime
        ? accept(new AccessStarted(alarm.request(), at.appended()))
        : notDue(alarm.request());
  }

  static Decision<RequestEvent> closeLate(Closing closing, RequestCommand alarm, Instant at) {
    return accept(new ClosingFailed(alarm.request(), at, closing.due().points()));
  }

  /** Where access ends, whoever opened anything for it must say that it is closed. */
  static Decision<RequestEvent> closing(
      Decision<RequestEvent> decision,
      AccessRequest state,
      RequestCommand command,
      ClosingRules rules,
      Instant at) {
    if (rules.points().isEmpty()
        || !(decision instanceof Accepted<RequestEvent> yes)
        || !isEnd(state, yes.events())) {
      return decision;
    }
    var due = new ClosingDue(rules.points(), at.plus(rules.within()));
    var happened = new ArrayList<RequestEvent>();
    happened.add(
        new ClosingRequired(command.request(), at, command.attempt().map(one -> by(command)), due));
    happened.addAll(yes.events());
    return new Accepted<>(happened);
  }

  /** Whether there was access before this happened, and is none after it. */
  static boolean isEnd(AccessRequest before, List<RequestEvent> events) {
    if (!(before instanceof Granted)) {
      return false;
    }
    var after = before;
    for (var event : events) {
      after = AccessRequest.evolve(after, event);
    }
    return after instanceof Closed;
  }

  static boolean helpsToGrant(AccessEvent event) {
    return switch (event) {
      case AccessScheduled later -> true;
      case AccessStarted now -> true;
      case AccessFinished done -> false;
      case ClosingRequired due -> false;
      case ClosingAcknowledged one -> false;
      case ClosingFailed late -> false;
    };
  }
}
