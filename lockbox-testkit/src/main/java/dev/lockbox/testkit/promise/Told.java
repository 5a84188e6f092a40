package dev.lockbox.testkit.promise;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.AccessEvent.AccessScheduled;
import dev.lockbox.domain.AccessEvent.AccessStarted;
import dev.lockbox.domain.AccessEvent.ClosingAcknowledged;
import dev.lockbox.domain.AccessEvent.ClosingFailed;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalDenied;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalExpired;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGiven;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
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
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.EngineerSnapshot;
import dev.lockbox.events.message.RoleSnapshot;
import dev.lockbox.testkit.run.Logged;
import dev.lockbox.testkit.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the events of a run tell, looked up in several ways. */
final class Told {
  private final Run run;

  Told(Run run) {
    this.run = run;
  }

  /** Each tenant's history, in the order of the log. */
  Map<TenantId, List<Logged<Recorded>>> byTenant() {
    return run.events().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.message().event().tenant(), TreeMap::new, Collectors.toList()));
  }

  /** What happened to each request, refusals left out, in the order of the log. */
  Map<RequestId, List<Logged<Recorded>>> byRequest() {
    return run.events().stream()
        .filter(entry -> entry.message().event() instanceof RequestEvent)
        .collect(
            Collectors.groupingBy(
                entry -> entry.message().event().about().orElseThrow(),
                TreeMap::new,
                Collectors.toList()));
  }

  Map<CommandId, List<Logged<Recorded>>> byCause() {
    return run.events().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.message().cause(), TreeMap::new, Collectors.toList()));
  }

  /** What came of each attempt, refusals included. */
  Map<Tried, List<Logged<Recorded>>> byAttempt() {
    return run.events().stream()
        .filter(entry -> attempt(entry.message().event()).isPresent())
        .collect(Collectors.groupingBy(entry -> tried(entry.message().event())));
  }

  /** An attempt counts within what it was made on: the same id elsewhere is another attempt. */
  record Tried(String about, Attempt attempt) {
    static Tried of(RequestId request, Attempt attempt) {
      return new Tried(request.toString(), attempt);
    }
  }

  private static Tried tried(Event event) {
    return new Tried(about(event), attempt(event).orElseThrow());
  }

  /**
   * {@code tenant/request}, {@code tenant/role/…} or {@code tenant/engineer/…}, or the tenant for
   * what happened to itself.
   */
  static String about(Event event) {
    return switch (event) {
      case RolesEvent.OfRole role -> event.tenant() + "/" + RoleSnapshot.key(role.role());
      case RolesEvent.OfEngineer theirs ->
          event.tenant() + "/" + EngineerSnapshot.key(theirs.engineer());
      case RequestEvent happened -> aboutRequest(event);
      case TenantEvent happened -> aboutRequest(event);
      case GrantsEvent happened -> aboutRequest(event);
      case ExclusionEvent happened -> aboutRequest(event);
      case SessionEvent happened -> aboutRequest(event);
      case CommandRefused refused -> aboutRequest(event);
    };
  }

  private static String aboutRequest(Event event) {
    return event.about().map(RequestId::toString).orElseGet(() -> event.tenant().toString());
  }

  static boolean isAccepted(Logged<Recorded> entry) {
    return !(entry.message().event() instanceof CommandRefused);
  }

  /** Whose attempt brought it about; empty for what time or a fault brings. */
  static Optional<Attempt> attempt(Event event) {
    return switch (event) {
      case CommandRefused refused -> Optional.of(refused.attempt());
      case TenantEvent changed -> Optional.of(changed.by().attempt());
      case GrantsEvent changed -> changed.attempted().map(Provenance::attempt);
      case RolesEvent changed -> changed.attempted().map(Provenance::attempt);
      case EvaluationEvent evaluated -> evaluated.attempted().map(Provenance::attempt);
      case ExclusionEvent noted -> noted.attempted().map(Provenance::attempt);
      case SessionEvent happened -> happened.attempted().map(Provenance::attempt);
      case RequestOpened opened -> Optional.of(opened.by().attempt());
      case ApprovalsRequired required -> Optional.of(required.by().attempt());
      case RulesEvent ofRules -> Optional.of(ofRules.by().attempt());
      case RequestNarrowed narrowed -> Optional.of(narrowed.by().attempt());
      case ApprovalGiven given -> Optional.of(given.by().attempt());
      case GrantedWithoutCustomer granted -> Optional.of(granted.by().attempt());
      case RequestApproved approved -> Optional.of(approved.by().attempt());
      case PracticeCompleted done -> Optional.of(done.by().attempt());
      case RequestDenied denied -> Optional.of(denied.by().attempt());
      case RequestWithdrawn withdrawn -> Optional.of(withdrawn.by().attempt());
      case RequestCancelled cancelled -> Optional.of(cancelled.by().attempt());
      case RequestRevoked revoked -> Optional.of(revoked.by().attempt());
      case DialogueEvent said -> Optional.of(said.by().attempt());
      case ReadingEvent read -> read.attempted().map(Provenance::attempt);
      case ReviewEvent reviewed -> Optional.of(reviewed.by().attempt());
      case SigningEvent signed -> Optional.of(signed.by().attempt());
      case RequestExpired expired -> Optional.empty();
      case AccessEnded ended -> Optional.empty();
      case RequestFaulted faulted -> Optional.empty();
      case AccessEvent access -> access.attempted().map(Provenance::attempt);
    };
  }

  /** Whether nothing may happen to the request afterwards. */
  static boolean isTerminal(RequestEvent event) {
    return switch (event) {
      case EvaluationEvent evaluated -> isTerminal(evaluated);
      case RequestOpened opened -> false;
      case ApprovalsRequired required -> false;
      case RequestNarrowed narrowed -> false;
      case RulesEvent ofRules -> ofRules instanceof RulesEvent.DeniedByRule;
      case ApprovalGiven given -> false;
      case GrantedWithoutCustomer granted -> false;
      case RequestApproved approved -> false;
      case PracticeCompleted done -> true;
      case DialogueEvent said -> false;
      case ReadingEvent read -> false;
      case ReviewEvent reviewed -> false;
      case SigningEvent signed -> false;
      case RequestDenied denied -> true;
      case RequestWithdrawn withdrawn -> true;
      case RequestCancelled cancelled -> true;
      case RequestRevoked revoked -> true;
      case RequestExpired expired -> true;
      case AccessEnded ended -> true;
      case RequestFaulted faulted -> true;
      case AccessEvent access -> isTerminal(access);
    };
  }

  private static boolean isTerminal(AccessEvent event) {
    return switch (event) {
      case AccessScheduled scheduled -> false;
      case AccessStarted started -> false;
      case AccessFinished finished -> true;
      case ClosingRequired required -> false;
      case ClosingAcknowledged acknowledged -> false;
      case ClosingFailed failed -> false;
    };
  }

  private static boolean isTerminal(EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated ->
          evaluated.evaluation().outcome() == Evaluation.Outcome.REJECTED;
      case InternalApprovalGiven given -> false;
      case InternalApprovalGranted granted -> false;
      case InternalApprovalDenied denied -> true;
      case InternalApprovalExpired expired -> true;
    };
  }

  /**
   * Whether it may follow the end: what is said of doors that were open, and of what was done
   * behind them, gives nobody access.
   */
  static boolean mayFollowTheEnd(RequestEvent event) {
    return event instanceof ClosingAcknowledged
        || event instanceof ClosingFailed
        || event instanceof ReadingEvent;
  }
}
