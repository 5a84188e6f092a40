package dev.lockbox.domain.histories;

import static dev.lockbox.domain.histories.Promise.ACCESS_AS_THE_HISTORY_SAYS;
import static dev.lockbox.domain.histories.Promise.ANOTHER_PERSON_APPROVED;
import static dev.lockbox.domain.histories.Promise.CLOSED_IS_CLOSED;
import static dev.lockbox.domain.histories.Promise.DECIDED_IN_TIME;
import static dev.lockbox.domain.histories.Promise.GRANTED_NO_LONGER_THAN_ALLOWED;
import static dev.lockbox.domain.histories.Promise.NO_IS_FINAL;
import static dev.lockbox.domain.histories.Promise.NO_IS_NEVER_LOST;
import static dev.lockbox.domain.histories.Promise.ONE_DEADLINE;
import static dev.lockbox.domain.histories.Promise.REPEATED_IS_SILENT;
import static dev.lockbox.domain.histories.Promise.REPLAYS;
import static dev.lockbox.domain.histories.Promise.TELLS_ITS_CAUSE;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges the history of one request after each entry. */
final class Promises {
  private static final int ATTEMPTS_PER_LIFE = 3;

  private final Rulebook rulebook;
  private final List<Entry> history;
  private final Entry last;

  /**
   * @param history of one request, oldest first, not empty
   */
  Promises(Rulebook rulebook, List<Entry> history) {
    this.rulebook = rulebook;
    this.history = history;
    this.last = history.getLast();
  }

  /** The state that the history leads to; or throws {@link BrokenPromise}. */
  AccessRequest judge() {
    last.events().forEach(this::checkGrant);
    last.events().forEach(this::checkCause);
    checkNothingFollowsAClose();
    checkRepeated();
    checkNoIsNotLost();
    var after = replayed();
    checkNothingIsForgotten(after);
    checkDeadline(after);
    checkAccess(after);
    return after;
  }

  private void checkNothingFollowsAClose() {
    var happened = last.events().stream().anyMatch(event -> !(event instanceof RequestFaulted));
    if (last.before() instanceof Closed || last.before() instanceof AccessRequest.Faulted) {
      require(!happened, CLOSED_IS_CLOSED, "something happened after the end");
    }
  }

  private void checkRepeated() {
    if (last instanceof Entry.Asked asked && asked.command().attempt().isPresent()) {
      acceptedBefore(asked).ifPresent(first -> checkRepeated(asked, first));
    }
  }

  private void checkRepeated(Entry.Asked asked, Entry.Asked first) {
    if (asked.rules().isEmpty()) {
      return;
    }
    if (asked.command().equals(first.command())) {
      require(
          asked.decision().equals(new Repeated<>(first.before().version() + 1)),
          REPEATED_IS_SILENT,
          "a repeated attempt got another verdict");
    } else {
      require(
          asked.decision() instanceof Refused<RequestEvent> no
              && no.refusal() == Refusal.DECISION_ID_REUSED,
          REPEATED_IS_SILENT,
          "a decision id was used for something else");
    }
  }

  /** Of a request, the memory's limit is never met: it is opened, approved and ended once each. */
  private void checkNothingIsForgotten(AccessRequest after) {
    require(
        after.trail().accepted().size() <= ATTEMPTS_PER_LIFE,
        REPEATED_IS_SILENT,
        "a request took more attempts than its life has turns");
  }

  private Optional<Entry.Asked> acceptedBefore(Entry.Asked asked) {
    return history.subList(0, history.size() - 1).stream()
        .filter(Entry.Asked.class::isInstance)
        .map(Entry.Asked.class::cast)
        .filter(earlier -> earlier.decision() instanceof Accepted<RequestEvent>)
        .filter(earlier -> earlier.command().attempt().equals(asked.command().attempt()))
        .findFirst();
  }

  private void checkNoIsNotLost() {
    if (last instanceof Entry.Asked asked
        && asked.rules().isPresent()
        && acceptedBefore(asked).isEmpty()
        && isEntitledNo(asked)) {
      require(
          asked.decision() instanceof Accepted<RequestEvent>,
          NO_IS_NEVER_LOST,
          "somebody entitled said no and was refused");
    }
  }

  private static boolean isEntitledNo(Entry.Asked asked) {
    var opening =
        switch (asked.before()) {
          case Pending pending -> Optional.of(pending.opening());
          case Granted granted -> Optional.of(granted.opening());
          case AccessRequest other -> Optional.<Opening>empty();
        };
    return opening.isPresent()
        && switch (asked.command()) {
          case RequestCommand.Deny deny -> isApprover(deny.by().actor(), asked, opening.get());
          case RequestCommand.Revoke revoke ->
              isApprover(revoke.by().actor(), asked, opening.get());
          case RequestCommand.Withdraw withdraw ->
              withdraw.engineer().equals(opening.get().asked().engineer());
          case RequestCommand.ResolveTicket resolve -> true;
          case RequestCommand.OpenRequest open -> false;
          case RequestCommand.Approve approve -> false;
          case EnforceDeadline alarm -> false;
        };
  }

  private static boolean isApprover(PersonId actor, Entry.Asked asked, Opening opening) {
    return opening.approvers().contains(actor)
        || asked.rules().orElseThrow().approvers().contains(actor);
  }

  private void checkGrant(RequestEvent event) {
    if (event instanceof RequestApproved grant && last instanceof Entry.Asked asked) {
      var opened = openings().findFirst();
      require(opened.isPresent(), ANOTHER_PERSON_APPROVED, "granted without an opening");
      var approver = grant.by().actor();
      require(
          !approver.equals(opened.get().asked().engineer()),
          ANOTHER_PERSON_APPROVED,
          "granted by the engineer");
      require(
          opened.get().approvers().contains(approver),
          ANOTHER_PERSON_APPROVED,
          "granted by somebody who was not named at opening");
      require(
          asked.rules().orElseThrow().approvers().contains(approver),
          ANOTHER_PERSON_APPROVED,
          "granted by somebody who is not in the registry");
      checkGrantInTime(grant, opened.get());
    }
  }

  private void checkGrantInTime(RequestApproved grant, RequestOpened opened) {
    require(last.at().isBefore(opened.decideBy()), DECIDED_IN_TIME, "granted too late");
    var longest = opened.asked().accessFor().orElseGet(() -> limitsAtOpening().orElseThrow());
    require(
        !grant.accessUntil().isAfter(last.at().plus(longest)),
        GRANTED_NO_LONGER_THAN_ALLOWED,
        "granted for longer than " + longest);
    require(
        history.stream().flatMap(entry -> entry.events().stream()).noneMatch(Promises::isNo),
        NO_IS_FINAL,
        "granted after a no");
  }

  private Optional<Duration> limitsAtOpening() {
    return history.stream()
        .filter(entry -> entry.events().stream().anyMatch(RequestOpened.class::isInstance))
        .map(entry -> ((Entry.Asked) entry).rules().orElseThrow().limits().accessFor())
        .findFirst();
  }

  private Stream<RequestOpened> openings() {
    return history.stream()
        .flatMap(entry -> entry.events().stream())
        .filter(RequestOpened.class::isInstance)
        .map(RequestOpened.class::cast);
  }

  private static boolean isNo(RequestEvent event) {
    return switch (event) {
      case RequestEvent.RequestDenied denied -> true;
      case RequestEvent.RequestWithdrawn withdrawn -> true;
      case RequestEvent.RequestCancelled cancelled -> true;
      case RequestEvent.RequestRevoked revoked -> true;
      case RequestEvent.RequestExpired expired -> true;
      case RequestFaulted faulted -> true;
      case RequestOpened opened -> false;
      case RequestApproved approved -> false;
      case RequestEvent.GrantedWithoutCustomer granted -> false;
      case RequestEvent.ApprovalsRequired required -> false;
      case RequestEvent.RequestNarrowed narrowed -> false;
      case RequestEvent.ApprovalGiven given -> false;
      case RequestEvent.AccessEnded ended -> false;
    };
  }

  private void checkCause(RequestEvent event) {
    require(event.at().equals(last.at()), TELLS_ITS_CAUSE, "another time than its command's");
    require(event.request().equals(last.request()), TELLS_ITS_CAUSE, "another request");
  }

  private AccessRequest replayed() {
    var state = AccessRequest.UNOPENED;
    try {
      for (var entry : history) {
        require(entry.before().equals(state), REPLAYS, "the state was not what events say");
        for (var event : entry.events()) {
          var version = state.version();
          state = AccessRequest.evolve(state, event);
          require(state.version() == version + 1, REPLAYS, "an event is not one version");
        }
      }
    } catch (ImpossibleHistory impossible) {
      throw new BrokenPromise(REPLAYS, impossible.getMessage(), history);
    }
    return state;
  }

  private void checkDeadline(AccessRequest after) {
    var isOpen = after instanceof Pending || after instanceof Granted;
    require(after.deadline().isPresent() == isOpen, ONE_DEADLINE, "open and deadline disagree");
    after
        .deadline()
        .ifPresent(
            due -> {
              require(rings(after, due), ONE_DEADLINE, "nothing happens at the deadline");
              require(
                  !rings(after, due.minus(Cast.TICK)),
                  ONE_DEADLINE,
                  "something happens before the deadline");
            });
  }

  private boolean rings(AccessRequest state, Instant at) {
    var alarm = new EnforceDeadline(last.request());
    return rulebook.decide(state, alarm, Optional.empty(), at) instanceof Accepted<RequestEvent>;
  }

  private void checkAccess(AccessRequest after) {
    var oracle = Oracle.reading(history);
    require(
        !(after instanceof Granted) || oracle.grantedAt().isPresent(),
        ACCESS_AS_THE_HISTORY_SAYS,
        "granted, though no command of the history grants");
    var instants = history.stream().map(Entry::at).toList();
    for (var at : instants) {
      for (var instant : List.of(at.minus(Cast.TICK), at, at.plus(Cast.TICK))) {
        checkAccess(after, oracle, instant);
      }
    }
    until(after).ifPresent(end -> checkAccess(after, oracle, end));
    until(after).ifPresent(end -> checkAccess(after, oracle, end.minus(Cast.TICK)));
  }

  private void checkAccess(AccessRequest after, Oracle oracle, Instant instant) {
    if (oracle.grantedAt().filter(instant::isBefore).isPresent()) {
      return; // a state does not say when access began
    }
    if (after instanceof AccessRequest.Faulted faulted && instant.isBefore(faulted.faultedAt())) {
      return; // nor does a faulted one say what was before
    }
    var open = until(after).filter(instant::isBefore).isPresent();
    require(
        open == oracle.isOpenAt(instant),
        ACCESS_AS_THE_HISTORY_SAYS,
        "access at %s is %s in the state, and not in the history".formatted(instant, open));
  }

  private static Optional<Instant> until(AccessRequest state) {
    return switch (state) {
      case Granted granted -> Optional.of(granted.accessUntil());
      case Closed closed -> closed.accessUntil();
      case Pending pending -> Optional.empty();
      case AccessRequest.Unopened none -> Optional.empty();
      case AccessRequest.Faulted faulted -> Optional.empty();
    };
  }

  private void require(boolean holds, Promise promise, String otherwise) {
    if (!holds) {
      throw new BrokenPromise(promise, otherwise, history);
    }
  }
}
