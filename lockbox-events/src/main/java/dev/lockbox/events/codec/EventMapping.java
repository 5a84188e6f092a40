package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.Event;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.event.CommandRefused;
import dev.lockbox.wire.shared.EventHead;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * What happened. Each family of events has a mapping of its own; here are what they share, and what
 * becomes of a refusal.
 */
final class EventMapping implements Mapping<Recorded> {
  private static final List<Family> FAMILIES =
      List.of(
          new Family(RequestEventMapping.EVENTS, RequestEventMapping::toDomain),
          new Family(EvaluationMapping.EVENTS, EvaluationMapping::toDomain),
          new Family(RulesEventMapping.EVENTS, RulesEventMapping::toDomain),
          new Family(DialogueMapping.EVENTS, DialogueMapping::toDomain),
          new Family(ReviewMapping.EVENTS, ReviewMapping::toDomain),
          new Family(ReadingMapping.EVENTS, ReadingMapping::toDomain),
          new Family(AccessMapping.EVENTS, AccessMapping::toDomain),
          new Family(List.of(CommandRefused.class), EventMapping::refusal),
          new Family(TenantEventMapping.EVENTS, TenantEventMapping::toDomain),
          new Family(GrantsEventMapping.EVENTS, GrantsEventMapping::toDomain),
          new Family(RolesEventMapping.EVENTS, RolesEventMapping::toDomain),
          new Family(ExclusionMapping.EVENTS, ExclusionMapping::toDomain),
          new Family(SessionEventMapping.EVENTS, SessionEventMapping::toDomain),
          new Family(TargetEventMapping.EVENTS, TargetEventMapping::toDomain),
          new Family(KeyMapping.EVENTS, KeyMapping::toDomain));

  /**
   * @param toDomain knows each of the types
   */
  private record Family(
      List<Class<? extends SpecificRecord>> types, Function<SpecificRecord, Recorded> toDomain) {}

  @Override
  public List<Class<? extends SpecificRecord>> types() {
    return FAMILIES.stream().flatMap(family -> family.types().stream()).toList();
  }

  @Override
  public SpecificRecord toWire(Recorded recorded) {
    var head = head(recorded);
    return switch (recorded.event()) {
      case RequestEvent event -> RequestEventMapping.toWire(head, event);
      case TenantEvent event -> TenantEventMapping.toWire(head, event);
      case GrantsEvent event -> GrantsEventMapping.toWire(head, event);
      case RolesEvent event -> RolesEventMapping.toWire(head, event);
      case ExclusionEvent event -> ExclusionMapping.toWire(head, event);
      case SessionEvent event -> SessionEventMapping.toWire(head, event);
      case dev.lockbox.domain.CommandRefused refused ->
          new CommandRefused(
              head,
              refused.about().map(RequestId::value).orElse(null),
              wire(refused.attempt()),
              refused.command(),
              dev.lockbox.wire.shared.Refusal.valueOf(refused.refusal().name()),
              refused.detail(),
              refused.unadmitted().map(EvaluationMapping::wireUnadmitted).orElse(null));
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
        recorded.rulesVersion().isPresent() ? recorded.rulesVersion().getAsLong() : null,
        recorded.isPractice());
  }

  @Override
  public Recorded toDomain(SpecificRecord wire) {
    return FAMILIES.stream()
        .filter(family -> family.types().contains(wire.getClass()))
        .findFirst()
        .orElseThrow(() -> Unmapped.type(wire))
        .toDomain()
        .apply(wire);
  }

  private static Recorded refusal(SpecificRecord record) {
    var wire = (CommandRefused) record;
    var head = wire.getHead();
    return recorded(
        head,
        new dev.lockbox.domain.CommandRefused(
            tenant(head),
            Optional.ofNullable(wire.getRequestId()).map(id -> request(head, id)),
            head.getAt(),
            fromAttempt(wire.getAttempt()),
            wire.getCommand(),
            Refusal.valueOf(wire.getRefusal().name()),
            wire.getDetail(),
            Optional.ofNullable(wire.getUnadmitted())
                .map(one -> EvaluationMapping.fromUnadmitted(tenant(head), one))));
  }

  static Recorded recorded(EventHead head, Event event) {
    return new Recorded(
        head.getSequence(),
        head.getVersion(),
        head.getRulesVersion() == null
            ? OptionalLong.empty()
            : OptionalLong.of(head.getRulesVersion()),
        new CommandId(head.getCause()),
        event,
        head.getIsPractice());
  }

  static RequestId request(EventHead head, String id) {
    return new RequestId(tenant(head), id);
  }

  static TenantId tenant(EventHead head) {
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
