package dev.lockbox.domain;

import static dev.lockbox.domain.Decider.by;
import static dev.lockbox.domain.Refusals.alreadyRead;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.nothingToRead;
import static dev.lockbox.domain.Refusals.ownRequest;
import static dev.lockbox.domain.Refusals.readsNoRecord;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Closing;
import dev.lockbox.domain.AccessRequest.Evaluated;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Passed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Scheduled;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
import dev.lockbox.domain.ReadingEvent.RecordRead;
import dev.lockbox.domain.ReadingEvent.RecordUnread;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.ArrayList;

/**
 * Whether somebody of the customer's has read what was done under access that is over. It may be
 * said of any such access, and only where the customer wants it is anybody reminded.
 */
final class LookingBack {
  private LookingBack() {}

  static Decision<RequestEvent> decide(
      AccessRequest state, ConfirmRead read, ApprovalRules rules, Asking asking, Instant at) {
    var request = read.request();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Evaluated evaluated -> nothingToRead(request);
      case Passed passed -> nothingToRead(request);
      case Pending pending -> nothingToRead(request);
      case Scheduled scheduled -> nothingToRead(request);
      case Granted granted -> nothingToRead(request);
      case Closing closing -> decide(closing.end(), read, rules, asking, at);
      case Closed closed when closed.accessUntil().isEmpty() -> nothingToRead(request);
      case Closed closed -> ofWhatWasOpen(closed, read, rules, asking, at);
      case Faulted faulted -> faulted(request);
    };
  }

  private static Decision<RequestEvent> ofWhatWasOpen(
      Closed closed, ConfirmRead read, ApprovalRules rules, Asking asking, Instant at) {
    var request = read.request();
    var person = read.by().actor();
    var opening = closed.opened().orElseThrow();
    if (person.mayBe(opening.asked().engineer())) {
      return ownRequest(request, person);
    }
    if (!asking.readsEverything() && !Decider.maySayNo(person, opening, rules)) {
      return readsNoRecord(request, person);
    }
    return closed
        .lookback()
        .readBy()
        .<Decision<RequestEvent>>map(other -> alreadyRead(request, other))
        .orElseGet(() -> accept(new RecordRead(request, at, by(read))));
  }

  /** Where access ends, somebody is to read what was done, as the rules of now want it. */
  static Decision<RequestEvent> required(
      Decision<RequestEvent> decision,
      AccessRequest state,
      RequestCommand command,
      ReadingRules rules,
      Instant at) {
    if (rules.remindAfter().isEmpty()
        || !(decision instanceof Accepted<RequestEvent> yes)
        || !AccessDecider.isEnd(state, yes.events())) {
      return decision;
    }
    var happened = new ArrayList<RequestEvent>();
    happened.add(
        new ReadingRequired(
            command.request(),
            at,
            command.attempt().map(one -> by(command)),
            at.plus(rules.remindAfter().orElseThrow())));
    happened.addAll(yes.events());
    return new Accepted<>(happened);
  }

  /** Whether it is time to say that nobody has read it. */
  static boolean isDue(Closed closed, Moment at) {
    return closed.lookback().remindAt().filter(at::isPast).isPresent();
  }

  static Decision<RequestEvent> remind(RequestCommand alarm, Instant at) {
    return accept(new RecordUnread(alarm.request(), at));
  }

  /** The state after {@code event}. A released case is frozen: a new meaning is a new event. */
  static AccessRequest evolve(AccessRequest state, ReadingEvent event) {
    return switch (event) {
      case ReadingRequired due when state instanceof Granted granted ->
          granted.readingRequired(due);
      case RecordRead read when state instanceof Closed closed && closed.isUnread() ->
          closed.read(read);
      case RecordRead read when state instanceof Closing closing && closing.end().isUnread() ->
          closing.with(closing.end().read(read));
      case RecordUnread late when state instanceof Closed closed && closed.deadline().isPresent() ->
          closed.unread();
      case RecordUnread late
          when state instanceof Closing closing && closing.end().deadline().isPresent() ->
          closing.with(closing.end().unread());
      case ReadingRequired due -> throw new ImpossibleHistory(state, event);
      case RecordRead read -> throw new ImpossibleHistory(state, event);
      case RecordUnread late -> throw new ImpossibleHistory(state, event);
    };
  }
}
