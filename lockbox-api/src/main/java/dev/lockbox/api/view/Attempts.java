package dev.lockbox.api.view;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.AccessEvent.ClosingRequired;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.EvaluationEvent.InternalApprovalGranted;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.ReadingEvent.ReadingRequired;
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
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.evaluation.Evaluation;
import java.util.Optional;
import java.util.Set;

/** Which attempt an event answers. */
public final class Attempts {
  /** What can be asked of a customer itself: its people, plan, rules and keys. */
  private static final Set<String> OF_CUSTOMER = Set.copyOf(EventTypes.names(TenantCommand.class));

  private Attempts() {}

  /**
   * Whether it is the last that a command brings about: a narrowing and a signature come with the
   * yes that made them, what passed the provider's checks or its last approver with what came of
   * it, who must close, what is to be read and whose sessions end with the end of a grant, and what
   * has run out is said before it is asked for anew. For a verdict on what a gateway tells nobody
   * waits here.
   */
  public static boolean isVerdict(Event event) {
    return !(event instanceof SessionEvent
        || event instanceof RequestNarrowed
        || event instanceof SigningEvent
        || event instanceof ClosingRequired
        || event instanceof ReadingRequired
        || event instanceof MembershipExpired
        || event instanceof MembershipRequestExpired
        || event instanceof InternalApprovalGranted
        || event instanceof RequestEvaluated evaluated
            && evaluated.evaluation().outcome() == Evaluation.Outcome.PASSED);
  }

  /** The attempt that was accepted or refused; empty when nobody asked. */
  static Optional<Attempt> answered(Event event) {
    return event instanceof CommandRefused refused
        ? Optional.of(refused.attempt())
        : accepted(event).map(Provenance::attempt);
  }

  /**
   * The attempt at the customer itself that was accepted or refused; empty for any other. Whoever
   * asks something of a role or an exclusion may use the same id for it.
   */
  static Optional<Attempt> answeredOfCustomer(Event event) {
    return switch (event) {
      case TenantEvent accepted -> Optional.of(accepted.by().attempt());
      case CommandRefused refused ->
          Optional.of(refused)
              .filter(no -> OF_CUSTOMER.contains(no.command()))
              .map(CommandRefused::attempt);
      case RequestEvent ofRequest -> Optional.empty();
      case GrantsEvent ofGrants -> Optional.empty();
      case RolesEvent ofRoles -> Optional.empty();
      case ExclusionEvent elsewhere -> Optional.empty();
      case SessionEvent told -> Optional.empty();
    };
  }

  /**
   * The attempt that was accepted, and what it asked; empty for a refusal and for what time brings.
   */
  public static Optional<Provenance> accepted(Event event) {
    return switch (event) {
      case RequestEvent accepted -> provenance(accepted);
      case TenantEvent accepted -> Optional.of(accepted.by());
      case GrantsEvent accepted -> accepted.attempted();
      case RolesEvent accepted -> accepted.attempted();
      case ExclusionEvent accepted -> accepted.attempted();
      case SessionEvent accepted -> accepted.attempted();
      case CommandRefused refused -> Optional.empty();
    };
  }

  /** The attempt that was accepted, and what it asked; empty for a deadline and for a fault. */
  static Optional<Provenance> provenance(RequestEvent event) {
    return switch (event) {
      case EvaluationEvent evaluated -> evaluated.attempted();
      case RequestOpened opened -> Optional.of(opened.by());
      case ApprovalsRequired required -> Optional.of(required.by());
      case RulesEvent ofRules -> Optional.of(ofRules.by());
      case RequestNarrowed narrowed -> Optional.of(narrowed.by());
      case ApprovalGiven given -> Optional.of(given.by());
      case GrantedWithoutCustomer granted -> Optional.of(granted.by());
      case RequestApproved approved -> Optional.of(approved.by());
      case PracticeCompleted done -> Optional.of(done.by());
      case RequestDenied denied -> Optional.of(denied.by());
      case RequestWithdrawn withdrawn -> Optional.of(withdrawn.by());
      case RequestCancelled cancelled -> Optional.of(cancelled.by());
      case RequestRevoked revoked -> Optional.of(revoked.by());
      case DialogueEvent said -> Optional.of(said.by());
      case ReadingEvent read -> read.attempted();
      case ReviewEvent reviewed -> Optional.of(reviewed.by());
      case SigningEvent signed -> Optional.of(signed.by());
      case RequestExpired expired -> Optional.empty();
      case AccessEnded ended -> Optional.empty();
      case RequestFaulted faulted -> Optional.empty();
      case AccessEvent access -> access.attempted();
    };
  }
}
