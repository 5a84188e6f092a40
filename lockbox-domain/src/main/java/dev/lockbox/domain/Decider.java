package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.accessNotPositive;
import static dev.lockbox.domain.Refusals.accessTooLong;
import static dev.lockbox.domain.Refusals.alreadyApproved;
import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.alreadyOpened;
import static dev.lockbox.domain.Refusals.clockSuspect;
import static dev.lockbox.domain.Refusals.closedBeforeOpened;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.grantsFrozen;
import static dev.lockbox.domain.Refusals.noApprovers;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.notAnApprover;
import static dev.lockbox.domain.Refusals.notDue;
import static dev.lockbox.domain.Refusals.notTheEngineer;
import static dev.lockbox.domain.Refusals.ownRequest;
import static dev.lockbox.domain.Refusals.staleVersion;
import static dev.lockbox.domain.Refusals.ticketRequired;
import static dev.lockbox.domain.Refusals.tooLate;
import static dev.lockbox.domain.Refusals.unknownTenant;
import static dev.lockbox.domain.Refusals.widerThanAsked;
import static dev.lockbox.domain.decision.Decision.accept;
import static dev.lockbox.domain.decision.Decision.refuse;

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
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says yes or no to a command about one access request. Reads no clock and draws no random number:
 * the only time is the command's place on the log, so that no client can set it and a replay
 * decides the same.
 *
 * <p>Deadlines are judged by the effective time, which is never the earlier one; how long access
 * lasts is counted from the append time, which is never the later one.
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
   * @param at where the command stands on the log
   */
  public static Decision<RequestEvent> decide(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Moment at) {
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
        .orElseGet(() -> unlessGranting(decideAfresh(state, command, known, at), command, at));
  }

  private static Decision<RequestEvent> decideAfresh(
      AccessRequest state, RequestCommand command, ApprovalRules rules, Moment at) {
    return switch (command) {
      case OpenRequest open -> open(state, open, rules, at.appended());
      case Approve approve -> approve(state, approve, rules, at);
      case Deny deny -> deny(state, deny, rules, at.appended());
      case Revoke revoke -> revoke(state, revoke, rules, at.appended());
      case Withdraw withdraw -> withdraw(state, withdraw, at.appended());
      case ResolveTicket resolve -> resolveTicket(state, resolve, at.appended());
      case EnforceDeadline alarm -> enforceDeadline(state, alarm, at);
    };
  }

  /** Whatever command it would come of: nothing helps towards a grant at such a moment. */
  private static Decision<RequestEvent> unlessGranting(
      Decision<RequestEvent> decision, RequestCommand command, Moment at) {
    if (!(decision instanceof Accepted<RequestEvent> yes)
        || yes.events().stream().noneMatch(Decider::helpsToGrant)) {
      return decision;
    }
    if (at.suspect()) {
      return clockSuspect(command.request(), at.appended());
    }
    return at.frozen() ? grantsFrozen(command.request()) : decision;
  }

  private static boolean helpsToGrant(RequestEvent event) {
    return switch (event) {
      case RequestApproved approved -> true;
      case ApprovalGiven given -> true;
      case GrantedWithoutCustomer granted -> true;
      case RequestOpened opened -> false;
      case ApprovalsRequired required -> false;
      case RequestNarrowed narrowed -> false;
      case RequestDenied denied -> false;
      case RequestExpired expired -> false;
      case RequestWithdrawn withdrawn -> false;
      case RequestCancelled cancelled -> false;
      case RequestRevoked revoked -> false;
      case AccessEnded ended -> false;
      case RequestFaulted faulted -> false;
    };
  }

  private static Decision<RequestEvent> open(
      AccessRequest state, OpenRequest open, ApprovalRules rules, Instant at) {
    return switch (state) {
      case Unopened none -> misfit(open, rules).orElseGet(() -> openAfresh(open, rules, at));
      case Closed closed when closed.opened().isEmpty() -> closedBeforeOpened(open.request());
      case Pending pending -> alreadyOpened(open);
      case Granted granted -> alreadyOpened(open);
      case Closed closed -> alreadyOpened(open);
      case Faulted faulted -> faulted(open.request());
    };
  }

  /** What no catalogue lists is not asked of anybody, whatever else holds. */
  private static Optional<Decision<RequestEvent>> misfit(OpenRequest open, ApprovalRules rules) {
    return rules
        .catalogue()
        .firstMisfit(open.asked().actions(), open.asked().resources())
        .map(misfit -> refuse(misfit.refusal(), misfit.detail()));
  }

  private static Decision<RequestEvent> openAfresh(
      OpenRequest open, ApprovalRules rules, Instant at) {
    var asked = open.asked();
    var longest = rules.limits().accessFor();
    var accessFor = asked.accessFor().orElse(longest);
    if (!accessFor.isPositive()) {
      return accessNotPositive(accessFor);
    }
    if (accessFor.compareTo(longest) > 0) {
      return accessTooLong(open.request(), longest, accessFor);
    }
    if (rules.settings().isTicketRequired() && asked.ticket().isEmpty()) {
      return ticketRequired(open.request());
    }
    return rules.settings().enrolment().coversAnyOf(asked.resources())
        ? ask(open, rules, accessFor, at)
        : grantWithoutCustomer(open, rules, at.plus(accessFor), at);
  }

  /** What cannot be approved is not opened: it would only wait for its end. */
  private static Decision<RequestEvent> ask(
      OpenRequest open, ApprovalRules rules, Duration accessFor, Instant at) {
    var asked = open.asked();
    var stages = rules.stagesFor(asked.engineer(), asked.actions(), asked.resources());
    if (!stages.stream().allMatch(Stage::canBePassed)) {
      return noApprovers(open.request(), asked.engineer());
    }
    var approvers =
        stages.stream()
            .flatMap(stage -> stage.approvers().stream())
            .collect(Collectors.toUnmodifiableSet());
    var decideBy = at.plus(rules.limits().pendingWindow());
    var opened =
        new RequestOpened(open.request(), at, by(open), asked, accessFor, approvers, decideBy);
    var needed = Approvals.needed(stages, rules.settings().approvers());
    return needed.equals(Approvals.ofAnyOneOf(approvers))
        ? accept(opened)
        : accept(
            opened, new ApprovalsRequired(open.request(), at, by(open), stages, needed.mode()));
  }

  private static Decision<RequestEvent> grantWithoutCustomer(
      OpenRequest open, ApprovalRules rules, Instant accessUntil, Instant at) {
    return accept(
        new GrantedWithoutCustomer(
            open.request(),
            at,
            by(open),
            open.asked(),
            rules.approversFor(open.asked().engineer()),
            WithoutCustomer.NOT_ENROLLED,
            accessUntil));
  }

  private static Decision<RequestEvent> approve(
      AccessRequest state, Approve approve, ApprovalRules rules, Moment at) {
    var request = approve.request();
    var person = approve.by().actor();
    return switch (state) {
      case Unopened none -> noSuchRequest(request);
      case Granted granted -> alreadyDecided(request, "granted");
      case Closed closed when closed.outcome() == Outcome.EXPIRED ->
          tooLate(
              request,
              closed.opened().map(Opening::decideBy).orElse(closed.closedAt()),
              at.appended());
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Faulted faulted -> faulted(request);
      case Pending pending when person.equals(pending.opening().asked().engineer()) ->
          ownRequest(request, person);
      case Pending pending when pending.approvals().hasYesOf(person) ->
          alreadyApproved(request, person);
      case Pending pending when !mayApprove(person, pending, rules) ->
          notAnApprover(request, person);
      case Pending pending when at.isSurelyPast(pending.opening().decideBy()) ->
          tooLate(request, pending.opening().decideBy(), at.effective());
      case Pending pending when !hasReadTheTerms(approve, pending) ->
          staleVersion(request, pending.termsVersion(), approve.ifVersion());
      case Pending pending -> sayYes(pending, approve, at.appended());
    };
  }

  /** A yes of somebody else in between does not change what was read; other terms do. */
  private static boolean hasReadTheTerms(Approve approve, Pending pending) {
    return approve.ifVersion() >= pending.termsVersion()
        && approve.ifVersion() <= pending.version();
  }

  private static Decision<RequestEvent> sayYes(Pending pending, Approve approve, Instant at) {
    var terms = approve.narrowing().map(less -> less.of(pending.terms())).orElse(pending.terms());
    if (!pending.terms().contain(terms)) {
      return widerThanAsked(approve.request(), pending.terms(), terms);
    }
    var happened = new ArrayList<RequestEvent>();
    if (!terms.contain(pending.terms())) {
      happened.add(new RequestNarrowed(approve.request(), at, by(approve), terms));
    }
    happened.add(yes(pending, approve, terms.accessFor(), at));
    return new Decision.Accepted<>(happened);
  }

  private static RequestEvent yes(
      Pending pending, Approve approve, Duration accessFor, Instant at) {
    var approvals = pending.approvals();
    return approvals.needOneMore()
        ? new RequestApproved(
            approve.request(), at, by(approve), approve.reason(), at.plus(accessFor))
        : new ApprovalGiven(
            approve.request(), at, by(approve), approve.reason(), approvals.current());
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
      AccessRequest state, EnforceDeadline alarm, Moment at) {
    return switch (state) {
      case Pending pending when at.isPast(pending.opening().decideBy()) ->
          accept(new RequestExpired(alarm.request(), at.appended()));
      case Granted granted when at.isPast(granted.accessUntil()) ->
          accept(new AccessEnded(alarm.request(), at.appended()));
      case Unopened none -> notDue(alarm.request());
      case Pending pending -> notDue(alarm.request());
      case Granted granted -> notDue(alarm.request());
      case Closed closed -> notDue(alarm.request());
      case Faulted faulted -> notDue(alarm.request());
    };
  }

  /** In the stage that is to be passed next, as the rules for it were settled at opening. */
  private static boolean mayApprove(PersonId person, Pending pending, ApprovalRules rules) {
    var opening = pending.opening();
    var approvals = pending.approvals();
    return rules.mayApprove(
        person,
        opening.asked().engineer(),
        approvals.stages().get(approvals.current()),
        approvals.mode());
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
