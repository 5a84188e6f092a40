package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.PolicyMapping.fromPolicy;
import static dev.lockbox.events.codec.PolicyMapping.isNeeded;
import static dev.lockbox.events.codec.PolicyMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.fromMode;
import static dev.lockbox.events.codec.RulesMapping.fromSettings;
import static dev.lockbox.events.codec.RulesMapping.fromStages;
import static dev.lockbox.events.codec.RulesMapping.fromTerms;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.RulesMapping.wireStages;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromIds;
import static dev.lockbox.events.codec.SharedMapping.fromMembers;
import static dev.lockbox.events.codec.SharedMapping.fromPersonal;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.membership;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireIds;
import static dev.lockbox.events.codec.SharedMapping.wireMembers;

import dev.lockbox.domain.AccessEvent;
import dev.lockbox.domain.DialogueEvent;
import dev.lockbox.domain.EvaluationEvent;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RevocationCause;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.WithoutCustomer;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.event.AccessEnded;
import dev.lockbox.wire.event.AccessFinished;
import dev.lockbox.wire.event.ApprovalGiven;
import dev.lockbox.wire.event.ApprovalsRequired;
import dev.lockbox.wire.event.ApproversReplaced;
import dev.lockbox.wire.event.CommandRefused;
import dev.lockbox.wire.event.GrantedWithoutCustomer;
import dev.lockbox.wire.event.GrantsFrozen;
import dev.lockbox.wire.event.GrantsReleased;
import dev.lockbox.wire.event.RequestApproved;
import dev.lockbox.wire.event.RequestCancelled;
import dev.lockbox.wire.event.RequestDenied;
import dev.lockbox.wire.event.RequestEvaluated;
import dev.lockbox.wire.event.RequestExpired;
import dev.lockbox.wire.event.RequestFaulted;
import dev.lockbox.wire.event.RequestNarrowed;
import dev.lockbox.wire.event.RequestOpened;
import dev.lockbox.wire.event.RequestRevoked;
import dev.lockbox.wire.event.RequestWithdrawn;
import dev.lockbox.wire.event.RulesChanged;
import dev.lockbox.wire.event.RulesProposed;
import dev.lockbox.wire.event.SettingsChanged;
import dev.lockbox.wire.event.SettingsProposed;
import dev.lockbox.wire.event.TenantRegistered;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** What happened. */
final class EventMapping implements Mapping<Recorded> {
  private static final List<Class<? extends SpecificRecord>> OWN =
      List.of(
          RequestOpened.class,
          ApprovalsRequired.class,
          RequestNarrowed.class,
          ApprovalGiven.class,
          GrantedWithoutCustomer.class,
          RequestApproved.class,
          RequestDenied.class,
          RequestExpired.class,
          RequestWithdrawn.class,
          RequestCancelled.class,
          RequestRevoked.class,
          AccessEnded.class,
          RequestFaulted.class,
          CommandRefused.class,
          TenantRegistered.class,
          ApproversReplaced.class,
          SettingsProposed.class,
          SettingsChanged.class,
          RulesProposed.class,
          RulesChanged.class,
          GrantsFrozen.class,
          GrantsReleased.class,
          AccessFinished.class,
          RequestEvaluated.class);

  /** An event of a family of its own, and what its record says of its place. */
  record Told(EventHead head, Event event) {}

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return Stream.of(OWN, DialogueMapping.EVENTS, RolesEventMapping.TYPES, ExclusionMapping.EVENTS)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public SpecificRecord toWire(Recorded recorded) {
    var head = head(recorded);
    return switch (recorded.event()) {
      case RequestEvent event -> toWire(head, event);
      case TenantEvent event -> toWire(head, event);
      case GrantsEvent event -> toWire(head, event);
      case RolesEvent event -> RolesEventMapping.toWire(head, event);
      case ExclusionEvent event -> ExclusionMapping.toWire(head, event);
      case dev.lockbox.domain.CommandRefused refused ->
          new CommandRefused(
              head,
              refused.about().map(RequestId::value).orElse(null),
              wire(refused.attempt()),
              refused.command(),
              dev.lockbox.wire.shared.Refusal.valueOf(refused.refusal().name()),
              refused.detail());
    };
  }

  private static EventHead head(Recorded recorded) {
    var event = recorded.event();
    return new EventHead(
        Topics.EVENTS.name(),
        event.tenant().value(),
        recorded.sequence(),
        recorded.version(),
        recorded.cause().value(),
        event.at(),
        recorded.rulesVersion().isPresent() ? recorded.rulesVersion().getAsLong() : null);
  }

  private static SpecificRecord toWire(EventHead head, RequestEvent event) {
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
          new RequestNarrowed(head, request, wire(narrowed.by()), wire(narrowed.terms()));
      case RequestEvent.ApprovalGiven given ->
          new ApprovalGiven(head, request, wire(given.by()), wire(given.reason()), given.stage());
      case RequestEvent.GrantedWithoutCustomer granted ->
          new GrantedWithoutCustomer(
              head,
              request,
              wire(granted.by()),
              wire(granted.asked()),
              wireIds(granted.approvers()),
              dev.lockbox.wire.shared.WithoutCustomer.valueOf(granted.cause().name()),
              granted.accessUntil());
      case RequestEvent.RequestApproved approved ->
          new RequestApproved(
              head, request, wire(approved.by()), wire(approved.reason()), approved.accessUntil());
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
      case RequestEvent.RequestFaulted faulted ->
          new RequestFaulted(head, request, faulted.found());
      case AccessEvent access -> AccessMapping.toWire(head, access);
    };
  }

  private static SpecificRecord toWire(EventHead head, TenantEvent event) {
    return switch (event) {
      case TenantEvent.TenantRegistered registered -> {
        var members = registered.membership();
        yield new TenantRegistered(
            head,
            wire(registered.by()),
            members.plan(),
            wireMembers(members.approvers()),
            wireMembers(members.admins()),
            wireMembers(members.auditors()));
      }
      case TenantEvent.ApproversReplaced replaced ->
          new ApproversReplaced(head, wire(replaced.by()), wireMembers(replaced.approvers()));
      case TenantEvent.SettingsProposed proposed when isNeeded(proposed.settings()) ->
          new RulesProposed(
              head,
              wire(proposed.by()),
              wire(proposed.settings()),
              wire(proposed.settings().policy()));
      case TenantEvent.SettingsProposed proposed ->
          new SettingsProposed(head, wire(proposed.by()), wire(proposed.settings()));
      case TenantEvent.SettingsChanged changed when isNeeded(changed.settings()) ->
          new RulesChanged(
              head,
              wire(changed.by()),
              changed.proposedBy().map(PersonId::value).orElse(null),
              wire(changed.settings()),
              wire(changed.settings().policy()));
      case TenantEvent.SettingsChanged changed ->
          new SettingsChanged(
              head,
              wire(changed.by()),
              changed.proposedBy().map(PersonId::value).orElse(null),
              wire(changed.settings()));
    };
  }

  private static SpecificRecord toWire(EventHead head, GrantsEvent event) {
    var quarantine = event.quarantine().value();
    return switch (event) {
      case GrantsEvent.GrantsFrozen frozen ->
          new GrantsFrozen(
              head,
              frozen.attempted().map(SharedMapping::wire).orElse(null),
              quarantine,
              frozen.cause());
      case GrantsEvent.GrantsReleased released ->
          new GrantsReleased(head, wire(released.by()), quarantine, wire(released.reason()));
    };
  }

  @Override
  public Recorded toDomain(SpecificRecord wire) {
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
                opened.getDecideBy()));
      }
      case RequestEvaluated evaluated ->
          recorded(evaluated.getHead(), EvaluationMapping.fromEvaluated(evaluated));
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
      case AccessFinished finished ->
          recorded(finished.getHead(), AccessMapping.fromWire(finished));
      case CommandRefused refused -> recorded(refused.getHead(), refusal(refused));
      case TenantRegistered registered -> {
        var head = registered.getHead();
        var members =
            membership(
                registered.getPlan(),
                registered.getApprovers(),
                registered.getAdmins(),
                registered.getAuditors());
        yield recorded(
            head,
            new TenantEvent.TenantRegistered(
                tenant(head), head.getAt(), fromProvenance(registered.getBy()), members));
      }
      case ApproversReplaced replaced -> {
        var head = replaced.getHead();
        yield recorded(
            head,
            new TenantEvent.ApproversReplaced(
                tenant(head),
                head.getAt(),
                fromProvenance(replaced.getBy()),
                fromMembers(replaced.getApprovers())));
      }
      case SettingsProposed proposed -> {
        var head = proposed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsProposed(
                tenant(head),
                head.getAt(),
                fromProvenance(proposed.getBy()),
                fromSettings(proposed.getSettings())));
      }
      case SettingsChanged changed -> {
        var head = changed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsChanged(
                tenant(head),
                head.getAt(),
                fromProvenance(changed.getBy()),
                Optional.ofNullable(changed.getProposedBy()).map(PersonId::new),
                fromSettings(changed.getSettings())));
      }
      case RulesProposed proposed -> {
        var head = proposed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsProposed(
                tenant(head),
                head.getAt(),
                fromProvenance(proposed.getBy()),
                fromSettings(proposed.getSettings()).with(fromPolicy(proposed.getPolicy()))));
      }
      case RulesChanged changed -> {
        var head = changed.getHead();
        yield recorded(
            head,
            new TenantEvent.SettingsChanged(
                tenant(head),
                head.getAt(),
                fromProvenance(changed.getBy()),
                Optional.ofNullable(changed.getProposedBy()).map(PersonId::new),
                fromSettings(changed.getSettings()).with(fromPolicy(changed.getPolicy()))));
      }
      case GrantsFrozen frozen -> {
        var head = frozen.getHead();
        yield recorded(
            head,
            new GrantsEvent.GrantsFrozen(
                tenant(head),
                head.getAt(),
                Optional.ofNullable(frozen.getBy()).map(SharedMapping::fromProvenance),
                new QuarantineId(frozen.getQuarantineId()),
                frozen.getCause()));
      }
      case GrantsReleased released -> {
        var head = released.getHead();
        yield recorded(
            head,
            new GrantsEvent.GrantsReleased(
                tenant(head),
                head.getAt(),
                fromProvenance(released.getBy()),
                new QuarantineId(released.getQuarantineId()),
                fromPersonal(released.getReason())));
      }
      case SpecificRecord event when ExclusionMapping.EVENTS.contains(event.getClass()) ->
          ExclusionMapping.toDomain(event);
      case SpecificRecord said when DialogueMapping.EVENTS.contains(said.getClass()) ->
          DialogueMapping.toDomain(said);
      default ->
          RolesEventMapping.toDomain(wire)
              .map(told -> recorded(told.head(), told.event()))
              .orElseThrow(() -> Unmapped.type(wire));
    };
  }

  private static Event refusal(CommandRefused wire) {
    var head = wire.getHead();
    return new dev.lockbox.domain.CommandRefused(
        tenant(head),
        Optional.ofNullable(wire.getRequestId()).map(id -> request(head, id)),
        head.getAt(),
        fromAttempt(wire.getAttempt()),
        wire.getCommand(),
        Refusal.valueOf(wire.getRefusal().name()),
        wire.getDetail());
  }

  static Recorded recorded(EventHead head, Event event) {
    return new Recorded(
        head.getSequence(),
        head.getVersion(),
        head.getRulesVersion() == null
            ? OptionalLong.empty()
            : OptionalLong.of(head.getRulesVersion()),
        new CommandId(head.getCause()),
        event);
  }

  static RequestId request(EventHead head, String id) {
    return new RequestId(tenant(head), id);
  }

  private static TenantId tenant(EventHead head) {
    return new TenantId(head.getTenant());
  }

  @Override
  public Optional<TenantId> partitionedBy(Recorded recorded) {
    return Optional.of(recorded.event().tenant());
  }

  @Override
  public String key(Recorded recorded) {
    return recorded.event().tenant().value();
  }
}
