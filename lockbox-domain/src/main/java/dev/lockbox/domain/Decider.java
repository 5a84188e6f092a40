package dev.lockbox.domain;

import static dev.lockbox.domain.Refusals.alreadyDecided;
import static dev.lockbox.domain.Refusals.clockSuspect;
import static dev.lockbox.domain.Refusals.faulted;
import static dev.lockbox.domain.Refusals.grantsFrozen;
import static dev.lockbox.domain.Refusals.noSuchRequest;
import static dev.lockbox.domain.Refusals.notAnApprover;
import static dev.lockbox.domain.Refusals.notDue;
import static dev.lockbox.domain.Refusals.notTheEngineer;
import static dev.lockbox.domain.Refusals.unknownTenant;
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
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.BeginReview;
import dev.lockbox.domain.RequestCommand.ConfirmRead;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.ResolveTicket;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.RequestCommand.StartPractice;
import dev.lockbox.domain.RequestCommand.Withdraw;
import dev.lockbox.domain.RequestEvent.AccessEnded;
import dev.lockbox.domain.RequestEvent.ApprovalGiven;
import dev.lockbox.domain.RequestEvent.ApprovalsRequired;
import dev.lockbox.domain.RequestEvent.GrantedWithoutCustomer;
import dev.lockbox.domain.RequestEvent.PracticeCompleted;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.RequestEvent.RequestCancelled;
import dev.lockbox.domain.RequestEvent.RequestDenied;
import dev.lockbox.domain.RequestEvent.RequestExpired;
import dev.lockbox.domain.RequestEvent.RequestFaulted;
import dev.lockbox.domain.RequestEvent.RequestNarrowed;
import dev.lockbox.domain.RequestEvent.RequestOpened;
import dev.lockbox.domain.RequestEvent.RequestRevoked;
import dev.lockbox.domain.RequestEvent.RequestWithdrawn;
import dev.lockbox.domain.ReviewEvent.ReviewBegun;
import dev.lockbox.domain.ReviewEvent.ReviewRequired;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.rules.ClosingRules;
import dev.lockbox.domain.rules.ReadingRules;
import dev.lockbox.domain.time.Moment;
import java.time.Instant;
import java.util.Optional;

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

  /** Of an engineer of whom nothing else is known. */
  public static Decision<RequestEvent> decide(
      AccessRequest state, RequestCommand command, Optional<ApprovalRules> rules, Moment at) {
    return decide(state, command, rules, Asking.NOTHING_ELSE, at);
  }

  /**
   * @param rules of the tenant at the command's position in the log; empty when the tenant is not
   *     registered
   * @param asking what else is known of who asks for access, where somebody does
   * @param at where the command stands on the log
   */
  public static Decision<RequestEvent> decide(
      AccessRequest state,
      RequestCommand command,
      Optional<ApprovalRules> rules,
      Asking asking,
      Moment at) {
    if (command instanceof EnforceDeadline alarm) {
      return ending(enforceDeadline(state, alarm, at), state, alarm, rules, at);
    }
    var known = rules.orElse(null);
    if (known == null) {
      return unknownTenant(command.tenant());
    }
    return command
        .attempt()
        .flatMap(attempt -> state.trail().<RequestEvent>answerTo(attempt, command::content))
        .orElseGet(
            () ->
                ending(decideAfresh(state, command, known, asking, at), state, command, rules, at));
  }

  /** With what is to follow where it ends access. */
  private static Decision<RequestEvent> ending(
      Decision<RequestEvent> decision,
      AccessRequest state,
      RequestCommand command,
      Optional<ApprovalRules> rules,
      Moment at) {
    var found = unlessGranting(decision, command, at);
    var reading = rules.map(known -> known.settings().policy().reading()).orElse(ReadingRules.NONE);
    var closing = rules.map(ApprovalRules::closing).orElse(ClosingRules.NONE);
    return AccessDecider.closing(
        LookingBack.required(found, state, command, reading, at.appended()),
        state,
        command,
        closing,
        at.appended());
  }

  private static Decision<RequestEvent> decideAfresh(
      AccessRequest state, RequestCommand command, ApprovalRules rules, Asking asking, Moment at) {
    return switch (command) {
      case OpenRequest open -> Admission.decide(state, open, rules, asking, at);
      case StartPractice start -> Practice.decide(state, start, rules, asking, at);
      case Approve approve -> Consent.decide(state, approve, rules, at);
      case Deny deny -> deny(state, deny, rules, at.appended());
      case Revoke revoke -> revoke(state, revoke, rules, at.appended());
      case BeginReview begin -> Reviewing.decide(state, begin, rules, at);
      case ConfirmRead read -> LookingBack.decide(state, read, rules, asking, at.appended());
      case Withdraw withdraw -> withdraw(state, withdraw, at.appended());
      case ResolveTicket resolve -> resolveTicket(state, resolve, at.appended());
      case DialogueCommand said -> Conversation.decide(state, said, rules, at);
      case EnforceDeadline alarm -> enforceDeadline(state, alarm, at);
      case AccessCommand access -> AccessDecider.decide(state, access, at.appended());
      case EvaluationCommand inside -> InternalConsent.decide(state, inside, rules, at);
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
      return Evaluator.instead(yes, clockSuspect(command.request(), at.appended()));
    }
    return at.frozen() ? Evaluator.instead(yes, grantsFrozen(command.request())) : decision;
  }

  /** A yes to practice is taken when one in earnest would be: it is to be learned from. */
  private static boolean helpsToGrant(RequestEvent event) {
    return switch (event) {
      case RequestApproved approved -> true;
      case ApprovalGiven given -> true;
      case PracticeCompleted done -> true;
      case GrantedWithoutCustomer granted -> true;
      case EvaluationEvent evaluated -> helpsToGrant(evaluated);
      case RequestOpened opened -> false;
      case ApprovalsRequired required -> false;
      case RequestNarrowed narrowed -> false;
      case DialogueEvent said -> false;
      case ReadingEvent read -> false;
      case ReviewBegun begun -> true;
      case ReviewRequired required -> false;
      case SigningEvent signed -> false;
      case RulesEvent ofRules -> ofRules instanceof RulesEvent.GrantedByRule;
      case RequestDenied denied -> false;
      case RequestExpired expired -> false;
      case RequestWithdrawn withdrawn -> false;
      case RequestCancelled cancelled -> false;
      case RequestRevoked revoked -> false;
      case AccessEnded ended -> false;
      case RequestFaulted faulted -> false;
      case AccessEvent access -> AccessDecider.helpsToGrant(access);
    };
  }

  private static boolean helpsToGrant(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> false;
      case InternalApprovalGiven given -> true;
      case InternalApprovalGranted granted -> true;
      case InternalApprovalDenied denied -> false;
      case InternalApprovalExpired expired -> false;
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
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Faulted faulted -> faulted(request);
      case Evaluated evaluated when !maySayNo(by.actor(), evaluated.opening(), rules) ->
          notAnApprover(request, by.actor());
      case Passed passed when !maySayNo(by.actor(), passed.opening(), rules) ->
          notAnApprover(request, by.actor());
      case Pending pending when !maySayNo(by.actor(), pending.opening(), rules) ->
          notAnApprover(request, by.actor());
      case Scheduled scheduled when !maySayNo(by.actor(), scheduled.opening(), rules) ->
          notAnApprover(request, by.actor());
      case Granted granted when !maySayNo(by.actor(), granted.opening(), rules) ->
          notAnApprover(request, by.actor());
      case Evaluated evaluated -> accept(new RequestDenied(request, at, by, reason));
      case Passed passed -> accept(new RequestDenied(request, at, by, reason));
      case Pending pending -> accept(new RequestDenied(request, at, by, reason));
      case Scheduled scheduled -> accept(new RequestRevoked(request, at, by, cause, reason));
      case Granted granted -> accept(new RequestRevoked(request, at, by, cause, reason));
    };
  }

  private static Decision<RequestEvent> withdraw(
      AccessRequest state, Withdraw withdraw, Instant at) {
    var request = withdraw.request();
    return switch (state) {
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Faulted faulted -> faulted(request);
      case Evaluated evaluated when isNotTheirs(withdraw, evaluated.opening()) ->
          notTheEngineer(request, withdraw.engineer());
      case Passed passed when isNotTheirs(withdraw, passed.opening()) ->
          notTheEngineer(request, withdraw.engineer());
      case Pending pending when isNotTheirs(withdraw, pending.opening()) ->
          notTheEngineer(request, withdraw.engineer());
      case Scheduled scheduled when isNotTheirs(withdraw, scheduled.opening()) ->
          notTheEngineer(request, withdraw.engineer());
      case Granted granted when isNotTheirs(withdraw, granted.opening()) ->
          notTheEngineer(request, withdraw.engineer());
      case Unopened none -> accept(withdrawn(withdraw, at));
      case Evaluated evaluated -> accept(withdrawn(withdraw, at));
      case Passed passed -> accept(withdrawn(withdraw, at));
      case Pending pending -> accept(withdrawn(withdraw, at));
      case Scheduled scheduled -> accept(withdrawn(withdraw, at));
      case Granted granted -> accept(withdrawn(withdraw, at));
    };
  }

  static RequestWithdrawn withdrawn(RequestCommand command, Instant at) {
    return new RequestWithdrawn(command.request(), at, by(command));
  }

  private static Decision<RequestEvent> resolveTicket(
      AccessRequest state, ResolveTicket resolve, Instant at) {
    var request = resolve.request();
    return switch (state) {
      case Unopened none -> accept(new RequestCancelled(request, at, by(resolve)));
      case Evaluated evaluated -> accept(new RequestCancelled(request, at, by(resolve)));
      case Passed passed -> accept(new RequestCancelled(request, at, by(resolve)));
      case Pending pending -> accept(new RequestCancelled(request, at, by(resolve)));
      case Scheduled scheduled -> accept(ticketResolved(resolve, at));
      case Granted granted -> accept(ticketResolved(resolve, at));
      case Closed closed -> alreadyDecided(request, closed.outcome().name());
      case Closing closing -> alreadyDecided(request, closing.end().outcome().name());
      case Faulted faulted -> faulted(request);
    };
  }

  private static RequestRevoked ticketResolved(ResolveTicket resolve, Instant at) {
    return new RequestRevoked(
        resolve.request(), at, by(resolve), RevocationCause.TICKET_RESOLVED, Optional.empty());
  }

  private static Decision<RequestEvent> enforceDeadline(
      AccessRequest state, EnforceDeadline alarm, Moment at) {
    return switch (state) {
      case Evaluated evaluated when at.isPast(evaluated.opening().decideBy()) ->
          accept(new InternalApprovalExpired(alarm.request(), at.appended()));
      case Pending pending when at.isPast(pending.decideBy()) ->
          accept(new RequestExpired(alarm.request(), at.appended()));
      case Scheduled scheduled when at.isPast(scheduled.accessUntil()) ->
          accept(new AccessEnded(alarm.request(), at.appended()));
      case Scheduled scheduled -> AccessDecider.start(scheduled, alarm, at);
      case Granted granted when at.isPast(granted.accessUntil()) ->
          accept(new AccessEnded(alarm.request(), at.appended()));
      case Closing closing when !closing.isOverdue() && at.isPast(closing.due().by()) ->
          AccessDecider.closeLate(closing, alarm, at.appended());
      case Closing closing when closing.isOverdue() && LookingBack.isDue(closing.end(), at) ->
          LookingBack.remind(alarm, at.appended());
      case Closed closed when LookingBack.isDue(closed, at) ->
          LookingBack.remind(alarm, at.appended());
      case Closing closing -> notDue(alarm.request());
      case Unopened none -> notDue(alarm.request());
      case Evaluated evaluated -> notDue(alarm.request());
      case Passed passed -> notDue(alarm.request());
      case Pending pending -> notDue(alarm.request());
      case Granted granted -> notDue(alarm.request());
      case Closed closed -> notDue(alarm.request());
      case Faulted faulted -> notDue(alarm.request());
    };
  }

  /** A no needs either: named when the request was opened, or an approver now. */
  static boolean maySayNo(PersonId person, Opening opening, ApprovalRules rules) {
    return opening.approvers().contains(person)
        || rules.maySayNo(person, opening.asked().resources());
  }

  private static boolean isNotTheirs(Withdraw withdraw, Opening opening) {
    return !withdraw.engineer().equals(opening.asked().engineer());
  }

  static Provenance by(RequestCommand command) {
    return new Provenance(command.attempt().orElseThrow(), command.content());
  }
}
