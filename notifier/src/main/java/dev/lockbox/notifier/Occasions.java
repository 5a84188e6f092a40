package dev.lockbox.notifier;

import static dev.lockbox.domain.rules.Mails.Occasion.APPROVED;
import static dev.lockbox.domain.rules.Mails.Occasion.CANCELLED;
import static dev.lockbox.domain.rules.Mails.Occasion.DENIED;
import static dev.lockbox.domain.rules.Mails.Occasion.ENDED;
import static dev.lockbox.domain.rules.Mails.Occasion.EXPIRED;
import static dev.lockbox.domain.rules.Mails.Occasion.REVOKED;

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
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
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
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.rules.Mails.Occasion;
import java.util.Optional;

/** What a tenant calls what happened; nothing where it cannot mute it. */
final class Occasions {
  private Occasions() {}

  static Optional<Occasion> of(Event event) {
    return switch (event) {
      case RequestEvent happened -> of(happened);
      case TenantEvent ofTheirOwn -> Optional.empty();
      case GrantsEvent frozenOrReleased -> Optional.empty();
      case RolesEvent ofTheProvider -> Optional.empty();
      case ExclusionEvent cannotBeSilenced -> Optional.empty();
      case SessionEvent inSessions -> Optional.empty();
      case CommandRefused refused -> Optional.empty();
    };
  }

  /** That nobody was asked is told in any case. */
  private static Optional<Occasion> of(RulesEvent event) {
    return switch (event) {
      case ConditionsRequired required -> Optional.empty();
      case GrantedByRule granted -> Optional.empty();
      case DeniedByRule denied -> Optional.of(DENIED);
    };
  }

  private static Optional<Occasion> of(RequestEvent event) {
    return switch (event) {
      case EvaluationEvent evaluated -> Optional.empty();
      case RequestOpened opened -> Optional.empty();
      case ApprovalsRequired required -> Optional.empty();
      case RequestNarrowed narrowed -> Optional.empty();
      case RulesEvent ofRules -> of(ofRules);
      case GrantedWithoutCustomer granted -> Optional.empty();
      case RequestFaulted faulted -> Optional.empty();
      case DialogueEvent said -> Optional.empty();
      case ReadingEvent wantedByThem -> Optional.empty();
      case ReviewEvent reviewed -> Optional.empty();
      case SigningEvent signed -> Optional.empty();
      case ApprovalGiven given -> Optional.of(APPROVED);
      case RequestApproved approved -> Optional.of(APPROVED);
      case PracticeCompleted done -> Optional.of(APPROVED);
      case RequestDenied denied -> Optional.of(DENIED);
      case RequestExpired expired -> Optional.of(EXPIRED);
      case RequestWithdrawn withdrawn -> Optional.of(CANCELLED);
      case RequestCancelled cancelled -> Optional.of(CANCELLED);
      case RequestRevoked revoked -> Optional.of(REVOKED);
      case AccessEnded ended -> Optional.of(ENDED);
      case AccessEvent access -> of(access);
    };
  }

  private static Optional<Occasion> of(AccessEvent event) {
    return switch (event) {
      case AccessScheduled scheduled -> Optional.of(APPROVED);
      case AccessStarted started -> Optional.of(APPROVED);
      case AccessFinished finished -> Optional.of(ENDED);
      case ClosingRequired required -> Optional.empty();
      case ClosingAcknowledged acknowledged -> Optional.empty();
      case ClosingFailed failed -> Optional.empty();
    };
  }
}
