package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.PolicyMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.fromMode;
import static dev.lockbox.events.codec.RulesMapping.fromStages;
import static dev.lockbox.events.codec.RulesMapping.fromTerms;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.wireStages;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.fromIds;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireIds;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.ReadingEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.ReviewEvent;
import dev.lockbox.domain.RevocationCause;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.WithoutCustomer;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.wire.event.AccessEnded;
import dev.lockbox.wire.event.ApprovalGiven;
import dev.lockbox.wire.event.ApprovalsRequired;
import dev.lockbox.wire.event.GrantedUnderConditions;
import dev.lockbox.wire.event.GrantedWithoutCustomer;
import dev.lockbox.wire.event.NarrowedUnderConditions;
import dev.lockbox.wire.event.PracticeCompleted;
import dev.lockbox.wire.event.RequestApproved;
import dev.lockbox.wire.event.RequestCancelled;
import dev.lockbox.wire.event.RequestDenied;
import dev.lockbox.wire.event.RequestExpired;
import dev.lockbox.wire.event.RequestFaulted;
import dev.lockbox.wire.event.RequestNarrowed;
import dev.lockbox.wire.event.RequestOpened;
import dev.lockbox.wire.event.RequestRevoked;
import dev.lockbox.wire.event.RequestWithdrawn;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What happened to a request, but for families of their own; see {@link EventMapping}. */
final class RequestEventMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          RequestOpened.class,
          ApprovalsRequired.class,
          RequestNarrowed.class,
          NarrowedUnderConditions.class,
          ApprovalGiven.class,
          GrantedWithoutCustomer.class,
          GrantedUnderConditions.class,
          RequestApproved.class,
          PracticeCompleted.class,
          RequestDenied.class,
          RequestExpired.class,
          RequestWithdrawn.class,
          RequestCancelled.class,
          RequestRevoked.class,
          AccessEnded.class,
          RequestFaulted.class);

  private RequestEventMapping() {}

  static SpecificRecord toWire(EventHead head, RequestEvent event) {
    var request = event.request().value();
    return switch (event) {
      case EvaluationEvent evaluated -> EvaluationMapping.toWire(head, evaluated);
      case RequestEvent.RequestOpened opened ->
          new RequestOpened(
              head,
              request,
              wire(opened.by()),
              wire(opened.asked()),
              opened.accessFor().toMillis(),
              wireIds(opened.approvers()),
              opened.decideBy());
      case RequestEvent.ApprovalsRequired required ->
          new ApprovalsRequired(
              head,
              request,
              wire(required.by()),
              wireStages(required.stages()),
              wire(required.mode()));
      case RequestEvent.RequestNarrowed narrowed ->
          narrowed.terms().conditions().equals(Conditions.NONE)
              ? new RequestNarrowed(head, request, wire(narrowed.by()), wire(narrowed.terms()))
              : new NarrowedUnderConditions(
                  head,
                  request,
                  wire(narrowed.by()),
                  wire(narrowed.terms()),
                  ConditionsMapping.wire(narrowed.terms().conditions()));
      case RequestEvent.ApprovalGiven given ->
          new ApprovalGiven(head, request, wire(given.by()), wire(given.reason()), given.stage());
      case RulesEvent ofRules -> RulesEventMapping.toWire(head, ofRules);
      case RequestEvent.GrantedWithoutCustomer granted -> toWire(head, granted);
      case RequestEvent.RequestApproved approved ->
          new RequestApproved(
              head, request, wire(approved.by()), wire(approved.reason()), approved.accessUntil());
      case RequestEvent.PracticeCompleted done ->
          new PracticeCompleted(head, request, wire(done.by()), wire(done.reason()));
      case RequestEvent.RequestDenied denied ->
          new RequestDenied(head, request, wire(denied.by()), wire(denied.reason()));
      case RequestEvent.RequestExpired expired -> new RequestExpired(head, request);
      case RequestEvent.RequestWithdrawn withdrawn ->
          new RequestWithdrawn(head, request, wire(withdrawn.by()));
      case RequestEvent.RequestCancelled cancelled ->
          new RequestCancelled(head, request, wire(cancelled.by()));
      case RequestEvent.RequestRevoked revoked ->
          new RequestRevoked(
              head,
              request,
              wire(revoked.by()),
              dev.lockbox.wire.shared.RevocationCause.valueOf(revoked.cause().name()),
              wire(revoked.reason()));
      case RequestEvent.AccessEnded ended -> new AccessEnded(head, request);
      case DialogueEvent said -> DialogueMapping.toWire(head, said);
      case ReadingEvent read -> ReadingMapping.toWire(head, read);
      case ReviewEvent reviewed -> ReviewMapping.toWire(head, reviewed);
      case SigningEvent signed -> KeyMapping.toWire(head, signed);
      case RequestEvent.RequestFaulted faulted ->
          new RequestFaulted(head, request, faulted.found());
      case AccessEvent access -> AccessMapping.toWire(head, access);
    };
  }

  private static SpecificRecord toWire(EventHead head, RequestEvent.GrantedWithoutCustomer event) {
    var request = event.request().value();
    var by = wire(event.by());
    var asked = wire(event.asked());
    var approvers = wireIds(event.approvers());
    var cause = dev.lockbox.wire.shared.WithoutCustomer.valueOf(event.cause().name());
    return event.conditions().equals(Conditions.NONE)
        ? new GrantedWithoutCustomer(
            head, request, by, asked, approvers, cause, event.accessUntil())
        : new GrantedUnderConditions(
            head,
            request,
            by,
            asked,
            approvers,
            cause,
            event.accessUntil(),
            ConditionsMapping.wire(event.conditions()));
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case RequestOpened opened -> {
        var head = opened.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestOpened(
                request(head, opened.getRequestId()),
                head.getAt(),
                fromProvenance(opened.getBy()),
                fromAsked(opened.getAsked()),
                Duration.ofMillis(opened.getAccessForMillis()),
                fromIds(opened.getApprovers()),
                opened.getDecideBy(),
                head.getIsPractice()));
      }
      case ApprovalsRequired required -> {
        var head = required.getHead();
        yield recorded(
            head,
            new RequestEvent.ApprovalsRequired(
                request(head, required.getRequestId()),
                head.getAt(),
                fromProvenance(required.getBy()),
                fromStages(required.getStages()),
                fromMode(required.getMode())));
      }
      case RequestNarrowed narrowed -> {
        var head = narrowed.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestNarrowed(
                request(head, narrowed.getRequestId()),
                head.getAt(),
                fromProvenance(narrowed.getBy()),
                fromTerms(narrowed.getTerms())));
      }
      case NarrowedUnderConditions narrowed -> {
        var head = narrowed.getHead();
        var conditions = ConditionsMapping.fromConditions(narrowed.getConditions());
        yield recorded(
            head,
            new RequestEvent.RequestNarrowed(
                request(head, narrowed.getRequestId()),
                head.getAt(),
                fromProvenance(narrowed.getBy()),
                fromTerms(narrowed.getTerms()).under(conditions)));
      }
      case ApprovalGiven given -> {
        var head = given.getHead();
        yield recorded(
            head,
            new RequestEvent.ApprovalGiven(
                request(head, given.getRequestId()),
                head.getAt(),
                fromProvenance(given.getBy()),
                fromReason(given.getReason()),
                given.getStage()));
      }
      case GrantedWithoutCustomer granted -> {
        var head = granted.getHead();
        yield recorded(
            head,
            new RequestEvent.GrantedWithoutCustomer(
                request(head, granted.getRequestId()),
                head.getAt(),
                fromProvenance(granted.getBy()),
                fromAsked(granted.getAsked()),
                fromIds(granted.getApprovers()),
                WithoutCustomer.valueOf(granted.getCause().name()),
                granted.getAccessUntil()));
      }
      case GrantedUnderConditions granted -> {
        var head = granted.getHead();
        yield recorded(
            head,
            new RequestEvent.GrantedWithoutCustomer(
                request(head, granted.getRequestId()),
                head.getAt(),
                fromProvenance(granted.getBy()),
                fromAsked(granted.getAsked()),
                fromIds(granted.getApprovers()),
                WithoutCustomer.valueOf(granted.getCause().name()),
                ConditionsMapping.fromConditions(granted.getConditions()),
                granted.getAccessUntil()));
      }
      case RequestApproved approved -> {
        var head = approved.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestApproved(
                request(head, approved.getRequestId()),
                head.getAt(),
                fromProvenance(approved.getBy()),
                fromReason(approved.getReason()),
                approved.getAccessUntil()));
      }
      case PracticeCompleted done -> {
        var head = done.getHead();
        yield recorded(
            head,
            new RequestEvent.PracticeCompleted(
                request(head, done.getRequestId()),
                head.getAt(),
                fromProvenance(done.getBy()),
                fromReason(done.getReason())));
      }
      case RequestDenied denied -> {
        var head = denied.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestDenied(
                request(head, denied.getRequestId()),
                head.getAt(),
                fromProvenance(denied.getBy()),
                fromReason(denied.getReason())));
      }
      case RequestExpired expired -> {
        var head = expired.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestExpired(request(head, expired.getRequestId()), head.getAt()));
      }
      case RequestWithdrawn withdrawn -> {
        var head = withdrawn.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestWithdrawn(
                request(head, withdrawn.getRequestId()),
                head.getAt(),
                fromProvenance(withdrawn.getBy())));
      }
      case RequestCancelled cancelled -> {
        var head = cancelled.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestCancelled(
                request(head, cancelled.getRequestId()),
                head.getAt(),
                fromProvenance(cancelled.getBy())));
      }
      case RequestRevoked revoked -> {
        var head = revoked.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestRevoked(
                request(head, revoked.getRequestId()),
                head.getAt(),
                fromProvenance(revoked.getBy()),
                RevocationCause.valueOf(revoked.getRevocation().name()),
                fromReason(revoked.getReason())));
      }
      case AccessEnded ended -> {
        var head = ended.getHead();
        yield recorded(
            head, new RequestEvent.AccessEnded(request(head, ended.getRequestId()), head.getAt()));
      }
      case RequestFaulted faulted -> {
        var head = faulted.getHead();
        yield recorded(
            head,
            new RequestEvent.RequestFaulted(
                request(head, faulted.getRequestId()), head.getAt(), faulted.getFound()));
      }
      default -> throw Unmapped.type(wire);
    };
  }
}
