package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.SharedMapping.fromAsked;
import static dev.lockbox.events.codec.SharedMapping.fromIds;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.wireIds;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RulesEvent;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.wire.event.ConditionsRequired;
import dev.lockbox.wire.event.DeniedByRule;
import dev.lockbox.wire.event.GrantedByRule;
import dev.lockbox.wire.shared.EventHead;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What a tenant's rules made of a request by themselves. */
final class RulesEventMapping {
  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(ConditionsRequired.class, GrantedByRule.class, DeniedByRule.class);

  private RulesEventMapping() {}

  static SpecificRecord toWire(EventHead head, RulesEvent event) {
    var request = event.request().value();
    var by = wire(event.by());
    return switch (event) {
      case RulesEvent.ConditionsRequired required ->
          new ConditionsRequired(
              head,
              request,
              by,
              ConditionsMapping.wire(required.conditions()),
              required.rules().stream().map(Code::value).toList());
      case RulesEvent.GrantedByRule granted ->
          new GrantedByRule(
              head,
              request,
              by,
              wire(granted.asked()),
              wireIds(granted.approvers()),
              granted.rule().value(),
              ConditionsMapping.wireIfAny(granted.conditions()),
              granted.accessUntil());
      case RulesEvent.DeniedByRule denied ->
          new DeniedByRule(
              head,
              request,
              by,
              wire(denied.asked()),
              denied.accessFor().toMillis(),
              wireIds(denied.approvers()),
              denied.rule().value());
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case ConditionsRequired required -> recorded(required.getHead(), fromWire(required));
      case GrantedByRule granted -> recorded(granted.getHead(), fromWire(granted));
      case DeniedByRule denied -> recorded(denied.getHead(), fromWire(denied));
      default -> throw Unmapped.type(wire);
    };
  }

  private static RulesEvent fromWire(ConditionsRequired wire) {
    var head = wire.getHead();
    return new RulesEvent.ConditionsRequired(
        request(head, wire.getRequestId()),
        head.getAt(),
        fromProvenance(wire.getBy()),
        ConditionsMapping.fromConditions(wire.getConditions()),
        wire.getRules().stream().map(Code::new).toList());
  }

  private static RulesEvent fromWire(GrantedByRule wire) {
    var head = wire.getHead();
    return new RulesEvent.GrantedByRule(
        request(head, wire.getRequestId()),
        head.getAt(),
        fromProvenance(wire.getBy()),
        fromAsked(wire.getAsked()),
        fromIds(wire.getApprovers()),
        new Code(wire.getRule()),
        ConditionsMapping.fromAny(wire.getConditions()),
        wire.getAccessUntil());
  }

  private static RulesEvent fromWire(DeniedByRule wire) {
    var head = wire.getHead();
    return new RulesEvent.DeniedByRule(
        request(head, wire.getRequestId()),
        head.getAt(),
        fromProvenance(wire.getBy()),
        fromAsked(wire.getAsked()),
        Duration.ofMillis(wire.getAccessForMillis()),
        fromIds(wire.getApprovers()),
        new Code(wire.getRule()));
  }
}
