package dev.lockbox.api.view;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
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
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.PersonalText;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a request's timeline. Every name is always there; {@code null} where the entry has
 * no such thing.
 *
 * @param sequence its place in the tenant's history
 * @param version of the request after it
 * @param type the event's name, for example {@code RequestApproved}
 * @param actor who brought it about; null for a deadline or a fault
 * @param decisionId the actor's own id of the attempt
 * @param reason in the actor's words
 * @param cause why a grant ended before its time
 * @param decideBy that an opening settled
 * @param accessUntil that an approval settled
 * @param terms what a yes grants from here on, where an approver narrowed it
 * @param stages whose yes a request needs that needs more than one
 * @param stage that a yes counts for, from 0
 * @param rulesVersion of the customer whose rules it was decided under
 * @param command what was refused, for example {@code Approve}
 * @param refusal why it was refused
 * @param detail of the refusal, for people
 */
@Introspected
@Schema(name = "Event")
public record EventJson(
    long sequence,
    long version,
    String type,
    Instant at,
    @Nullable String actor,
    @Nullable String decisionId,
    @Nullable String reason,
    @Nullable String cause,
    @Nullable Instant decideBy,
    @Nullable Instant accessUntil,
    @Nullable TermsJson terms,
    @Nullable List<StageJson> stages,
    @Nullable Integer stage,
    @Nullable Long rulesVersion,
    @Nullable String command,
    @Nullable Refusal refusal,
    @Nullable String detail) {

  /** An entry that is about a request. */
  static EventJson of(Recorded recorded) {
    var event = recorded.event();
    return switch (event) {
      case CommandRefused refused -> refused(recorded, refused);
      case RequestOpened opened ->
          event(recorded, opened, Optional.empty(), null, opened.decideBy(), null);
      case ApprovalsRequired required ->
          bare(recorded, required)
              .withStages(required.stages().stream().map(StageJson::of).toList());
      case RequestNarrowed narrowed ->
          bare(recorded, narrowed).withTerms(TermsJson.of(narrowed.terms()));
      case ApprovalGiven given ->
          event(recorded, given, given.reason(), null, null, null).withStage(given.stage());
      case GrantedWithoutCustomer granted ->
          event(
              recorded,
              granted,
              Optional.empty(),
              granted.cause().name(),
              null,
              granted.accessUntil());
      case RequestApproved approved ->
          event(recorded, approved, approved.reason(), null, null, approved.accessUntil());
      case RequestDenied denied -> event(recorded, denied, denied.reason(), null, null, null);
      case RequestRevoked revoked ->
          event(recorded, revoked, revoked.reason(), revoked.cause().name(), null, null);
      case RequestExpired expired -> bare(recorded, expired);
      case RequestWithdrawn withdrawn -> bare(recorded, withdrawn);
      case RequestCancelled cancelled -> bare(recorded, cancelled);
      case AccessEnded ended -> bare(recorded, ended);
      case RequestFaulted faulted -> bare(recorded, faulted);
      case TenantEvent tenants -> throw aboutNoRequest(recorded);
      case GrantsEvent grants -> throw aboutNoRequest(recorded);
    };
  }

  private static IllegalArgumentException aboutNoRequest(Recorded recorded) {
    return new IllegalArgumentException(
        "entry %s is about the tenant itself".formatted(recorded.sequence()));
  }

  private static EventJson bare(Recorded recorded, RequestEvent event) {
    return event(recorded, event, Optional.empty(), null, null, null);
  }

  private static EventJson event(
      Recorded recorded,
      RequestEvent event,
      Optional<PersonalText> reason,
      @Nullable String cause,
      @Nullable Instant decideBy,
      @Nullable Instant accessUntil) {
    var attempt = Attempts.provenance(event).map(Provenance::attempt);
    return new EventJson(
        recorded.sequence(),
        recorded.version(),
        name(event),
        event.at(),
        attempt.map(one -> one.actor().value()).orElse(null),
        attempt.map(one -> one.id().value()).orElse(null),
        reason.map(PersonalText::text).orElse(null),
        cause,
        decideBy,
        accessUntil,
        null,
        null,
        null,
        rulesVersion(recorded),
        null,
        null,
        null);
  }

  private EventJson withTerms(TermsJson now) {
    return new EventJson(
        sequence,
        version,
        type,
        at,
        actor,
        decisionId,
        reason,
        cause,
        decideBy,
        accessUntil,
        now,
        stages,
        stage,
        rulesVersion,
        command,
        refusal,
        detail);
  }

  private EventJson withStages(List<StageJson> needed) {
    return new EventJson(
        sequence,
        version,
        type,
        at,
        actor,
        decisionId,
        reason,
        cause,
        decideBy,
        accessUntil,
        terms,
        needed,
        stage,
        rulesVersion,
        command,
        refusal,
        detail);
  }

  private EventJson withStage(int passed) {
    return new EventJson(
        sequence,
        version,
        type,
        at,
        actor,
        decisionId,
        reason,
        cause,
        decideBy,
        accessUntil,
        terms,
        stages,
        passed,
        rulesVersion,
        command,
        refusal,
        detail);
  }

  private static @Nullable Long rulesVersion(Recorded recorded) {
    var known = recorded.rulesVersion();
    return known.isPresent() ? known.getAsLong() : null;
  }

  private static EventJson refused(Recorded recorded, CommandRefused refused) {
    Attempt attempt = refused.attempt();
    return new EventJson(
        recorded.sequence(),
        recorded.version(),
        name(refused),
        refused.at(),
        attempt.actor().value(),
        attempt.id().value(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        rulesVersion(recorded),
        refused.command(),
        refused.refusal(),
        refused.detail());
  }

  private static String name(Event event) {
    return event.getClass().getSimpleName();
  }
}
