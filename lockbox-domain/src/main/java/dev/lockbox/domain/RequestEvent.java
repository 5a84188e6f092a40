package dev.lockbox.domain;

import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened to one access request. */
public sealed interface RequestEvent extends Event
    permits EvaluationEvent,
        RequestEvent.RequestOpened,
        RequestEvent.ApprovalsRequired,
        RequestEvent.RequestNarrowed,
        RequestEvent.ApprovalGiven,
        RequestEvent.GrantedWithoutCustomer,
        RequestEvent.RequestApproved,
        RequestEvent.PracticeCompleted,
        RequestEvent.RequestDenied,
        RequestEvent.RequestExpired,
        RequestEvent.RequestWithdrawn,
        RequestEvent.RequestCancelled,
        RequestEvent.RequestRevoked,
        RequestEvent.AccessEnded,
        RequestEvent.RequestFaulted,
        AccessEvent,
        DialogueEvent,
        ReadingEvent,
        ReviewEvent,
        SigningEvent,
        RulesEvent {
  RequestId request();

  @Override
  default TenantId tenant() {
    return request().tenant();
  }

  @Override
  default Optional<RequestId> about() {
    return Optional.of(request());
  }

  /**
   * The request waits for the customer's approvers.
   *
   * @param accessFor what an approval will grant
   * @param approvers who may decide, as the tenant's registry named them then; never the engineer
   * @param decideBy from this instant on it is too late
   * @param isPractice whether it is for practice: nothing of it is ever granted
   */
  record RequestOpened(
      RequestId request,
      Instant at,
      Provenance by,
      Asked asked,
      Duration accessFor,
      Set<PersonId> approvers,
      Instant decideBy,
      boolean isPractice)
      implements RequestEvent {
    public RequestOpened {
      approvers = Set.copyOf(approvers);
    }

    /** In earnest. */
    public RequestOpened(
        RequestId request,
        Instant at,
        Provenance by,
        Asked asked,
        Duration accessFor,
        Set<PersonId> approvers,
        Instant decideBy) {
      this(request, at, by, asked, accessFor, approvers, decideBy, false);
    }
  }

  /**
   * A request that was just opened needs more than any one approver's yes.
   *
   * @param stages to be passed in this order
   */
  record ApprovalsRequired(
      RequestId request, Instant at, Provenance by, List<Stage> stages, ApproverMode mode)
      implements RequestEvent {
    public ApprovalsRequired {
      stages = List.copyOf(stages);
    }
  }

  /**
   * An approver said yes to less than was asked for.
   *
   * @param terms what a yes grants from here on
   */
  record RequestNarrowed(RequestId request, Instant at, Provenance by, Terms terms)
      implements RequestEvent {}

  /**
   * An approver said yes, and others must.
   *
   * @param stage that it counts for, from 0
   */
  record ApprovalGiven(
      RequestId request, Instant at, Provenance by, Optional<PersonalText> reason, int stage)
      implements RequestEvent {}

  /**
   * Access is granted, from {@code at} on, without the customer having been asked.
   *
   * @param approvers who may end it, as the tenant's registry named them then
   * @param conditions under which
   * @param accessUntil from this instant on there is no access
   */
  record GrantedWithoutCustomer(
      RequestId request,
      Instant at,
      Provenance by,
      Asked asked,
      Set<PersonId> approvers,
      WithoutCustomer cause,
      Conditions conditions,
      Instant accessUntil)
      implements RequestEvent {
    public GrantedWithoutCustomer {
      approvers = Set.copyOf(approvers);
    }

    /** Under no conditions. */
    public GrantedWithoutCustomer(
        RequestId request,
        Instant at,
        Provenance by,
        Asked asked,
        Set<PersonId> approvers,
        WithoutCustomer cause,
        Instant accessUntil) {
      this(request, at, by, asked, approvers, cause, Conditions.NONE, accessUntil);
    }
  }

  /**
   * The last yes that was needed: the terms that stand are granted, from {@code at} on.
   *
   * @param accessUntil from this instant on there is no access, whether or not an event has said so
   *     yet
   */
  record RequestApproved(
      RequestId request,
      Instant at,
      Provenance by,
      Optional<PersonalText> reason,
      Instant accessUntil)
      implements RequestEvent {}

  /** The last yes that was needed, to a request for practice: it is over, and grants nothing. */
  record PracticeCompleted(
      RequestId request, Instant at, Provenance by, Optional<PersonalText> reason)
      implements RequestEvent {}

  record RequestDenied(RequestId request, Instant at, Provenance by, Optional<PersonalText> reason)
      implements RequestEvent {}

  /** Nobody decided in time. Source: customer agreement, silence denies. */
  record RequestExpired(RequestId request, Instant at) implements RequestEvent {}

  record RequestWithdrawn(RequestId request, Instant at, Provenance by) implements RequestEvent {}

  /** The ticket was resolved before anybody decided. */
  record RequestCancelled(RequestId request, Instant at, Provenance by) implements RequestEvent {}

  /** A grant ended before its time. */
  record RequestRevoked(
      RequestId request,
      Instant at,
      Provenance by,
      RevocationCause cause,
      Optional<PersonalText> reason)
      implements RequestEvent {}

  /** The grant's time is up. */
  record AccessEnded(RequestId request, Instant at) implements RequestEvent {}

  /**
   * The request's history is impossible, so it grants nothing from here on.
   *
   * @param found for the operator: the state and the event that do not fit
   */
  record RequestFaulted(RequestId request, Instant at, String found) implements RequestEvent {}
}
