package dev.lockbox.api.view;

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
import dev.lockbox.domain.RulesEvent.ConditionsRequired;
import dev.lockbox.domain.RulesEvent.DeniedByRule;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Refusal;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a request's timeline. Every name is always there; {@code null} where the entry has
 * no such thing.
 *
 * @param sequence its place in the tenant's history
 * @param version of the request after it
 * @param type the event's name, for example {@code RequestApproved}
 * @param operation what was done, or tried where it was refused, as the audit record calls it in
 *     {@code metadata.event_code}: {@code ApproveLockboxRequest}; null for the refusal of a command
 *     that is newer than this service
 * @param actor who brought it about, the engineer as the request shows them; null for a deadline or
 *     a fault
 * @param decisionId the actor's own id of the attempt
 * @param reason in the actor's words: why, what was asked, or what was answered
 * @param cause why a grant ended before its time
 * @param decideBy that an opening settled, or a question moved
 * @param startsAt before which there is no access, where it begins later
 * @param accessUntil that an approval settled
 * @param terms what a yes grants from here on, where an approver narrowed it; of an offer, what a
 *     yes would grant
 * @param conditions that the customer's rules demand
 * @param rules of the customer's that decided or demanded, by their ids
 * @param stages whose yes a request needs that needs more than one
 * @param stage that a yes counts for, from 0
 * @param replyTo the version in which stands what this answers, accepts or withdraws
 * @param points the enforcement points that must close, have closed or failed to
 * @param dueBy from this instant on it is too late for them; of what is to be read, from then on
 *     whoever should is reminded
 * @param late how long after the end of access it was closed
 * @param rulesVersion of the customer whose rules it was decided under
 * @param command what was refused, for example {@code Approve}
 * @param refusal why it was refused
 * @param detail of the refusal, for people
 * @param evaluation what the provider's own checks found
 * @param activity what happened in a session
 * @param signed what the approver signed, of an approval that comes with it
 * @param reviewed what must be reviewed before a yes, or is
 * @param practice whether it is of a request for practice
 */
@Introspected
@Schema(name = "Event")
public record EventJson(
    long sequence,
    long version,
    String type,
    @Nullable String operation,
    Instant at,
    @Nullable String actor,
    @Nullable String decisionId,
    @Nullable String reason,
    @Nullable String cause,
    @Nullable Instant decideBy,
    @Nullable Instant startsAt,
    @Nullable Instant accessUntil,
    @Nullable TermsJson terms,
    @Nullable ConditionsJson conditions,
    @Nullable List<String> rules,
    @Nullable List<StageJson> stages,
    @Nullable Integer stage,
    @Nullable Long replyTo,
    @Nullable List<String> points,
    @Nullable Instant dueBy,
    @Nullable String late,
    @Nullable Long rulesVersion,
    @Nullable String command,
    @Nullable Refusal refusal,
    @Nullable String detail,
    @Nullable EvaluationJson evaluation,
    @Nullable ActivityJson activity,
    @Nullable SignedJson signed,
    ReviewJson.@Nullable ReviewedJson reviewed,
    boolean practice) {

  /** An entry that is about a request. */
  static EventJson of(Recorded recorded, Names names) {
    var entry = new Entry(recorded, names);
    var event = recorded.event();
    return switch (event) {
      case RequestEvent happened -> told(entry, happened).json();
      case CommandRefused refused -> entry.refused(refused).json();
      case TenantEvent tenants -> throw aboutNoRequest(recorded);
      case SessionEvent session -> entry.activity(ActivityJson.of(recorded, session, names)).json();
      case GrantsEvent grants -> throw aboutNoRequest(recorded);
      case RolesEvent roles -> throw aboutNoRequest(recorded);
      case ExclusionEvent exclusion -> throw aboutNoRequest(recorded);
    };
  }

  /** An entry of which no more is told than that it happened. */
  static EventJson bare(Recorded recorded, Names names) {
    return new Entry(recorded, names).json();
  }

  private static Entry told(Entry entry, RequestEvent event) {
    return switch (event) {
      case EvaluationEvent evaluated -> told(entry, evaluated);
      case RequestOpened opened -> entry.decideBy(opened.decideBy());
      case ApprovalsRequired required ->
          entry.stages(required.stages().stream().map(StageJson::of).toList());
      case RulesEvent ofRules -> told(entry, ofRules);
      case RequestNarrowed narrowed -> entry.terms(TermsJson.of(narrowed.terms()));
      case ApprovalGiven given -> entry.reason(given.reason()).stage(given.stage());
      case GrantedWithoutCustomer granted ->
          entry
              .cause(granted.cause())
              .conditions(granted.conditions())
              .accessUntil(granted.accessUntil());
      case RequestApproved approved ->
          entry.reason(approved.reason()).accessUntil(approved.accessUntil());
      case PracticeCompleted done -> entry.reason(done.reason());
      case RequestDenied denied -> entry.reason(denied.reason());
      case RequestRevoked revoked -> entry.reason(revoked.reason()).cause(revoked.cause());
      case RequestExpired expired -> entry;
      case RequestWithdrawn withdrawn -> entry;
      case RequestCancelled cancelled -> entry;
      case AccessEnded ended -> entry;
      case RequestFaulted faulted -> entry;
      case DialogueEvent said -> DialogueJson.told(entry, said);
      case ReadingEvent read -> LookbackJson.told(entry, read);
      case ReviewEvent reviewed -> ReviewJson.told(entry, reviewed);
      case SigningEvent signed -> told(entry, signed);
      case AccessEvent access -> told(entry, access);
    };
  }

  private static Entry told(Entry entry, SigningEvent event) {
    return switch (event) {
      case DecisionSigned signed -> entry.signed(SignedJson.of(signed));
    };
  }

  private static Entry told(Entry entry, AccessEvent event) {
    return switch (event) {
      case AccessScheduled scheduled ->
          entry
              .reason(scheduled.reason())
              .startsAt(scheduled.startsAt())
              .accessUntil(scheduled.accessUntil());
      case AccessStarted started -> entry;
      case AccessFinished finished -> entry;
      case ClosingRequired required ->
          entry.points(required.due().points()).dueBy(required.due().by());
      case ClosingAcknowledged one -> entry.points(Set.of(one.point())).late(one.late());
      case ClosingFailed failed -> entry.points(failed.missing());
    };
  }

  private static Entry told(Entry entry, EvaluationEvent event) {
    return switch (event) {
      case RequestEvaluated evaluated -> entry.evaluated(evaluated);
      case InternalApprovalGiven given -> entry.reason(given.reason()).stage(given.stage());
      case InternalApprovalGranted granted -> entry.reason(granted.reason()).stage(granted.stage());
      case InternalApprovalDenied denied -> entry.reason(denied.reason());
      case InternalApprovalExpired expired -> entry;
    };
  }

  private static Entry told(Entry entry, RulesEvent event) {
    return switch (event) {
      case ConditionsRequired required ->
          entry.conditions(required.conditions()).rules(required.rules());
      case GrantedByRule granted ->
          entry
              .conditions(granted.conditions())
              .rules(List.of(granted.rule()))
              .accessUntil(granted.accessUntil());
      case DeniedByRule denied -> entry.rules(List.of(denied.rule()));
    };
  }

  private static IllegalArgumentException aboutNoRequest(Recorded recorded) {
    return new IllegalArgumentException(
        "entry %s is about the tenant itself".formatted(recorded.sequence()));
  }
}
