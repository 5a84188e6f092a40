package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.evaluation.Evaluation;

/** Which events end a request. */
final class Ends {
  private Ends() {}

  /** A fault is an end of its own: it may come behind any other. */
  static boolean isEnd(Event event) {
    return switch (event) {
      case RequestEvent.RequestDenied denied -> true;
      case RequestEvent.RequestExpired expired -> true;
      case RequestEvent.PracticeCompleted done -> true;
      case RequestEvent.RequestWithdrawn withdrawn -> true;
      case RequestEvent.RequestCancelled cancelled -> true;
      case RequestEvent.RequestRevoked revoked -> true;
      case RequestEvent.AccessEnded ended -> true;
      case RequestEvent.RequestFaulted faulted -> true;
      case EvaluationEvent.RequestEvaluated evaluated ->
          evaluated.evaluation().outcome() == Evaluation.Outcome.REJECTED;
      case EvaluationEvent.InternalApprovalDenied denied -> true;
      case EvaluationEvent.InternalApprovalExpired expired -> true;
      case EvaluationEvent.InternalApprovalGiven given -> false;
      case EvaluationEvent.InternalApprovalGranted granted -> false;
      case RequestEvent.RequestOpened opened -> false;
      case RequestEvent.ApprovalsRequired required -> false;
      case RequestEvent.RequestNarrowed narrowed -> false;
      case RulesEvent ofRules -> ofRules instanceof RulesEvent.DeniedByRule;
      case RequestEvent.ApprovalGiven given -> false;
      case RequestEvent.GrantedWithoutCustomer granted -> false;
      case RequestEvent.RequestApproved approved -> false;
      case AccessEvent.AccessScheduled scheduled -> false;
      case AccessEvent.AccessStarted started -> false;
      case AccessEvent.AccessFinished finished -> true;
      case DialogueEvent said -> false;
      case ReadingEvent read -> false;
      case ReviewEvent reviewed -> false;
      case SigningEvent signed -> false;
      case AccessEvent.ClosingRequired required -> false;
      case AccessEvent.ClosingAcknowledged acknowledged -> false;
      case AccessEvent.ClosingFailed failed -> false;
      case TenantEvent changed -> false;
      case GrantsEvent frozen -> false;
      case RolesEvent roles -> false;
      case ExclusionEvent noted -> false;
      case SessionEvent happened -> false;
      case CommandRefused refused -> false;
    };
  }
}
