package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.accessNotPositive;
import static dev.lockbox.domain.Refusals.accessTooLong;
import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.alreadyOpened;
import static dev.lockbox.domain.Refusals.closedBeforeOpened;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.noApprovers;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.notAnApprover;
import static dev.lockbox.domain.Refusals.notDue;
import static dev.lockbox.domain.Refusals.notTheEngineer;
import static dev.lockbox.domain.Refusals.ownRequest;
import static dev.lockbox.domain.Refusals.staleVersion;
import static dev.lockbox.domain.Refusals.tooLate;
import static dev.lockbox.domain.Refusals.unknownTenant;
import static dev.lockbox.domain.decision.Decision.accept;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Faulted;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.AccessRequest.Unopened;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.ApprovalRules;
import java.time.Instant;
import java.util.Optional;

/**
 * Says yes or no to a command about one access request. Reads no clock and draws no random number:
 * the only time is the command's append time, so that no client can set it and a replay decides the
 * same.
 *
 * <p>An approval needs everything; a "no" (deny, revoke, withdraw, a resolved ticket) needs only
 * somebody entitled to say it, and is taken in any version and after any deadline while something
 * is open.
 */
public final class Decider {
  private Decider() {}

  /**
   * @param rules of the tenant at the command's position in the log; empty when the tenant is not
   *     registered
   * @param at when the command was appended
   */
  public static Decision<RequestEvent> decide(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Instant at) {
    if (command instanceof EnforceDeadline alarm) {
      return enforceDeadline(state, alarm, at);
    }
    var known = rules.orElse(null);
    if (known == null) {
      return unknownTenant(command.tenant());
    }
    return command
        .attempt()
        .flatMap(attempt -> state.trail().<RequestEvent>answerTo(attempt, command.content()))
        .orElseGet(() -> decideAfresh(state, command, known, at));
  }

  private static Decision<RequestEvent> decideAfresh(
      AccessRequest state, RequestCommand command, ApprovalRules rules, Instant at) {
    return switch (command) {
      case OpenRequest open -> open(state, open, rules, at);
      case Approve approve -> approve(state, approve, rules, at);
      case Deny deny -> deny(state, deny, rules, at);
      case Revoke revoke -> revoke(state, revoke, rules, at);
      case Withdraw withdraw -> withdraw(state, withdraw, at);
      case ResolveTicket resolve -> resolveTicket(state, resolve, at);
      case EnforceDeadline alarm -> enforceDeadline(state, alarm, at);
    };
  }

  private static Decision<RequestEvent> open(
      AccessRequest state, OpenRequest open, ApprovalRules rules, Instant at) {
    return switch (state) {
      case Unopened none -> openAfresh(open, rules, at);
      case Closed closed when closed.opened().isEmpty() -> closedBeforeOpened(open.request());
      case Pending pending -> alreadyOpened(open);
      case Granted granted -> alreadyOpened(open);
      case Closed closed -> alreadyOpened(open);
      case Faulted faulted -> faulted(open.request());
    };
  }

  private static Decision<RequestEvent> openAfresh(
      OpenRequest open, ApprovalRules rules, Instant at) {
    var engineer = open.asked().engineer();
    var approvers = rules.approversFor(engineer);
    var longest = rules.limits().accessFor();
    var accessFor = open.asked().accessFor().orElse(longest);
    if (!accessFor.isPositive()) {
      return accessNotPositive(accessFor);
    }
    if (accessFor.compareTo(longest) > 0) {
      return accessTooLong(open.request(), longest, accessFor);
    }
    if (approvers.isEmpty()) {
      return noApprovers(open.request(), engineer);
    }
    var decideBy = at.plus(rules.limits().pendingWindow());
    return accept(
        new RequestOpened(
            open.request(), at, by(open), open.asked(), accessFor, approvers, decideBy));
  }

  private static Decision<RequestEvent> approve(
      AccessRequest state, Approve approve, ApprovalRules rules, Instant at) {
    return switch (state) {
      case Unopened none -> noSuchRequest(approve.request());
      case Granted granted -> alreadyDecided(approve.request(), "granted");
      case Closed closed when closed.outcome() == Outcome.EXPIRED ->
          tooLate(
              approve.request(),
              closed.opened().map(Opening::decideBy).orElse(closed.closedAt()),
              at);
      case Closed closed -> alreadyDecided(approve.request(), closed.outcome().name());
      case Faulted faulted -> faulted(approve.request());
      case Pending pending when approve.by().actor().equals(pending.opening().asked().engineer()) ->
          ownRequest(approve.request(), approve.by().actor());
      case Pending pending when !mayApprove(approve.by().actor(), pending.opening(), rules) ->
          notAnApprover(approve.request(), approve.by().actor());
      case Pending pending when !at.isBefore(pending.opening().decideBy()) ->
          tooLate(approve.request(), pending.opening().decideBy(), at);
      case Pending pending when approve.ifVersion() != pending.version() ->
          staleVersion(approve.request(), pending.version(), approve.ifVersion());
      case Pending pending -> {
        var accessUntil = at.plus(pending.opening().accessFor());
        yield accept(
            new RequestApproved(approve.request(), at, by(approve), approve.reason(), accessUntil));
      }
    };
  }

  private static Decision<RequestEvent> deny(
      AccessRequest state, Deny deny, ApprovalRules rules, Instant at) {
    return sayNo(state, deny, deny.reason(), RevocationCause.DENIED_AFTER_GRANT, rules, at);
  }

  private static Decision<RequestEvent> revoke(
      AccessRequest state, Revoke revoke, ApprovalRules rules, Instant at) {
    return sayNo(state, revoke, revoke.reason(), RevocationCause.REVOKED_BY_APPROVER, rules, at);
  }

  /** Denial and revocation are one no: which event it makes depends on what it meets. */
  private static Decision<RequestEvent> sayNo(
      AccessRequest state,
      RequestCommand no,
      Optional<PersonalText> reason,
      RevocationCause cause,
      ApprovalRules rules,
      Instant at) {
    var request = no.request();
    var by = by(no);
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Pending pending when !maySayNo(by.actor(), pending.opening(), rules) ->
          notAnApprover(request, by.actor());
      case Granted granted when !maySayNo(by.actor(), granted.opening(), rules) ->
          notAnApprover(request, by.actor());
      case Pending pending -> accept(new RequestDenied(request, at, by, reason));
      case Granted granted -> accept(new RequestRevoked(request, at, by, cause, reason));
    };
  }

  private static Decision<RequestEvent> withdraw(
      AccessRequest state, Withdraw withdraw, Instant at) {
    var request = withdraw.request();
    return switch (state) {
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Pending pending when isNotTheirs(withdraw, pending.opening()) ->
          notTheEngineer(withdraw);
      case Granted granted when isNotTheirs(withdraw, granted.opening()) ->
          notTheEngineer(withdraw);
      case Unopened none -> accept(new RequestWithdrawn(request, at, by(withdraw)));
      case Pending pending -> accept(new RequestWithdrawn(request, at, by(withdraw)));
      case Granted granted -> accept(new RequestWithdrawn(request, at, by(withdraw)));
    };
  }

  private static Decision<RequestEvent> resolveTicket(
      AccessRequest state, ResolveTicket resolve, Instant at) {
    var request = resolve.request();
    return switch (state) {
      case Unopened none -> accept(new RequestCancelled(request, at, by(resolve)));
      case Pending pending -> accept(new RequestCancelled(request, at, by(resolve)));
      case Granted granted ->
          accept(
              new RequestRevoked(
                  request, at, by(resolve), RevocationCause.TICKET_RESOLVED, Optional.empty()));
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
    };
  }

  private static Decision<RequestEvent> enforceDeadline(
      AccessRequest state, EnforceDeadline alarm, Instant at) {
    return switch (state) {
      case Pending pending when !at.isBefore(pending.opening().decideBy()) ->
          accept(new RequestExpired(alarm.request(), at));
      case Granted granted when !at.isBefore(granted.accessUntil()) ->
          accept(new AccessEnded(alarm.request(), at));
      case Unopened none -> notDue(alarm.request());
      case Pending pending -> notDue(alarm.request());
      case Granted granted -> notDue(alarm.request());
      case Closed closed -> notDue(alarm.request());
      case Faulted faulted -> notDue(alarm.request());
    };
  }

  /** A yes needs both: named when the request was opened, and still an approver now. */
  private static boolean mayApprove(PersonId person, Opening opening, ApprovalRules rules) {
    return opening.approvers().contains(person) && rules.approvers().contains(person);
  }

  /** A no needs either: named when the request was opened, or an approver now. */
  private static boolean maySayNo(PersonId person, Opening opening, ApprovalRules rules) {
    return opening.approvers().contains(person) || rules.approvers().contains(person);
  }

  private static boolean isNotTheirs(Withdraw withdraw, Opening opening) {
    return !withdraw.engineer().equals(opening.asked().engineer());
  }

  private static Provenance by(RequestCommand command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
