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
import dev.lockbox.wire.command.ApproveSigned;
import dev.lockbox.wire.command.ApproveUnderConditions;
import dev.lockbox.wire.shared.Addressed;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A yes: to all, to less, or under conditions; and one that is signed, to any of them. A record
 * type for each, so that who does not know of less, of conditions or of signatures does not take it
 * for a yes to all, or for one that was looked at.
 */
final class ApproveMapping {
  private ApproveMapping() {}

  static SpecificRecord toWire(Addressed address, String id, RequestCommand.Approve yes) {
    var request = yes.request().value();
    var by = wire(yes.by());
    var reason = wire(yes.reason());
    var version = yes.ifVersion();
    if (yes.proof().isPresent()) {
      return new ApproveSigned(
          address,
          id,
          request,
          by,
          reason,
          version,
          yes.narrowing().map(ConditionsMapping::wireLess).orElse(null),
          yes.narrowing().map(less -> ConditionsMapping.wireIfAny(less.conditions())).orElse(null),
          SignatureMapping.wire(yes.proof().get()));
    }
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

  static RequestCommand.Approve fromWire(ApproveSigned yes) {
    return new RequestCommand.Approve(
        request(yes.getAddress(), yes.getRequestId()),
        fromAttempt(yes.getBy()),
        fromReason(yes.getReason()),
        yes.getIfVersion(),
        less(yes),
        Optional.of(SignatureMapping.fromProof(yes.getProof())));
  }

  private static Optional<Narrowing> less(ApproveSigned yes) {
    if (yes.getConditions() != null) {
      return Optional.of(ConditionsMapping.fromLess(yes.getNarrowing(), yes.getConditions()));
    }
    return Optional.ofNullable(yes.getNarrowing()).map(RulesMapping::fromNarrowing);
  }

  private static Narrowing under(ApproveUnderConditions yes) {
    return ConditionsMapping.fromLess(yes.getNarrowing(), yes.getConditions());
  }
}
