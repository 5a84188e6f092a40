package dev.lockbox.api.stream;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.AccessFinished;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.ReadingEvent;
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
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TenantEvent;

/** Which events may end access. A grant never widens or narrows: it ends, and another is made. */
final class Ends {
  private Ends() {}

  /** Whether something may have been open before it that is not any more. */
  static boolean isEnd(Event event) {
    return switch (event) {
      case RequestEvent ofRequest -> isEnd(ofRequest);
      case GrantsEvent grants -> grants instanceof GrantsFrozen;
      case SessionEvent session -> session instanceof SessionEnded;
      case TenantEvent rules -> false;
      case RolesEvent roles -> false;
      case ExclusionEvent exclusion -> false;
      case CommandRefused refused -> false;
    };
  }

  private static boolean isEnd(RequestEvent event) {
    return switch (event) {
      case RequestRevoked revoked -> true;
      case AccessEnded ended -> true;
      case RequestWithdrawn withdrawn -> true;
      case RequestFaulted faulted -> true;
      case AccessEvent access -> access instanceof AccessFinished;
      case RequestCancelled whileItWaited -> false;
      case RequestDenied whileItWaited -> false;
      case RequestExpired whileItWaited -> false;
      case RequestOpened opened -> false;
      case ApprovalsRequired required -> false;
      case RequestNarrowed whileItWaited -> false;
      case ApprovalGiven given -> false;
      case RequestApproved approved -> false;
      case PracticeCompleted done -> false;
      case GrantedWithoutCustomer granted -> false;
      case RulesEvent rules -> false;
      case DialogueEvent said -> false;
      case ReadingEvent read -> false;
      case ReviewEvent reviewed -> false;
      case SigningEvent signed -> false;
      case EvaluationEvent evaluated -> false;
    };
  }
}
