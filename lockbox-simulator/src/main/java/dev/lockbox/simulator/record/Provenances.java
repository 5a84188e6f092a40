package dev.lockbox.simulator.record;

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
import dev.lockbox.domain.decision.Provenance;
import java.util.Optional;

/** Whose accepted attempt an event comes from. */
public final class Provenances {
  private Provenances() {}

  /** Empty for a refusal, a deadline, a fault, and what an unreadable record brings about. */
  public static Optional<Provenance> of(Event event) {
    return switch (event) {
      case EvaluationEvent evaluated -> evaluated.attempted();
      case RequestEvent.RequestOpened opened -> Optional.of(opened.by());
      case RequestEvent.ApprovalsRequired required -> Optional.of(required.by());
      case RequestEvent.RequestNarrowed narrowed -> Optional.of(narrowed.by());
      case RulesEvent ofRules -> Optional.of(ofRules.by());
      case RequestEvent.ApprovalGiven given -> Optional.of(given.by());
      case RequestEvent.GrantedWithoutCustomer granted -> Optional.of(granted.by());
      case RequestEvent.RequestApproved approved -> Optional.of(approved.by());
      case RequestEvent.RequestDenied denied -> Optional.of(denied.by());
      case RequestEvent.RequestWithdrawn withdrawn -> Optional.of(withdrawn.by());
      case RequestEvent.RequestCancelled cancelled -> Optional.of(cancelled.by());
      case RequestEvent.RequestRevoked revoked -> Optional.of(revoked.by());
      case DialogueEvent said -> Optional.of(said.by());
      case ReadingEvent read -> read.attempted();
      case ReviewEvent reviewed -> Optional.of(reviewed.by());
      case SigningEvent signed -> Optional.of(signed.by());
      case RequestEvent.PracticeCompleted done -> Optional.of(done.by());
      case RequestEvent.RequestExpired expired -> Optional.empty();
      case RequestEvent.AccessEnded ended -> Optional.empty();
      case RequestEvent.RequestFaulted faulted -> Optional.empty();
      case AccessEvent access -> access.attempted();
      case TenantEvent changed -> Optional.of(changed.by());
      case SessionEvent happened -> happened.attempted();
      case GrantsEvent changed -> changed.attempted();
      case RolesEvent happened -> happened.attempted();
      case ExclusionEvent noted -> noted.attempted();
      case CommandRefused refused -> Optional.empty();
    };
  }
}
