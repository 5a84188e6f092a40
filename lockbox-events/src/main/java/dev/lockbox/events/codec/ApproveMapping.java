package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.RulesMapping.fromNarrowing;
import static dev.lockbox.events.codec.RulesMapping.wire;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromReason;
import static dev.lockbox.events.codec.SharedMapping.request;
import static dev.lockbox.events.codec.SharedMapping.wire;

import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.wire.command.Approve;
import dev.lockbox.wire.command.ApproveNarrowed;
import dev.lockbox.wire.command.ApproveUnderConditions;
import dev.lockbox.wire.shared.Addressed;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A yes: to all, to less, or under conditions. A record type for each, so that who does not know of
 * less or of conditions does not take it for a yes to all.
 */
final class ApproveMapping {
  private ApproveMapping() {}

  static SpecificRecord toWire(Addressed address, String id, RequestCommand.Approve yes) {
    var request = yes.request().value();
    var by = wire(yes.by());
    var reason = wire(yes.reason());
    var version = yes.ifVersion();
    if (yes.narrowing().isEmpty()) {
      return new Approve(address, id, request, by, reason, version);
    }
    var less = yes.narrowing().get();
    return less.conditions().equals(Conditions.NONE)
        ? new ApproveNarrowed(address, id, request, by, reason, version, wire(less))
        : new ApproveUnderConditions(
            address,
            id,
            request,
            by,
            reason,
            version,
            ConditionsMapping.wireLess(less),
            ConditionsMapping.wire(less.conditions()));
  }

  static RequestCommand.Approve fromWire(Approve yes) {
    return new RequestCommand.Approve(
        request(yes.getAddress(), yes.getRequestId()),
        fromAttempt(yes.getBy()),
        fromReason(yes.getReason()),
        yes.getIfVersion(),
        Optional.empty());
  }

  static RequestCommand.Approve fromWire(ApproveNarrowed yes) {
    return new RequestCommand.Approve(
        request(yes.getAddress(), yes.getRequestId()),
        fromAttempt(yes.getBy()),
        fromReason(yes.getReason()),
        yes.getIfVersion(),
        Optional.of(fromNarrowing(yes.getNarrowing())));
  }

  static RequestCommand.Approve fromWire(ApproveUnderConditions yes) {
    return new RequestCommand.Approve(
        request(yes.getAddress(), yes.getRequestId()),
        fromAttempt(yes.getBy()),
        fromReason(yes.getReason()),
        yes.getIfVersion(),
        Optional.of(under(yes)));
  }

  private static Narrowing under(ApproveUnderConditions yes) {
    return ConditionsMapping.fromLess(yes.getNarrowing(), yes.getConditions());
  }
}
