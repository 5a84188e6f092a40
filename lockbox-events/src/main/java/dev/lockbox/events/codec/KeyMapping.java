package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.CommandMapping.logged;
import static dev.lockbox.events.codec.EventMapping.recorded;
import static dev.lockbox.events.codec.EventMapping.request;
import static dev.lockbox.events.codec.EventMapping.tenant;
import static dev.lockbox.events.codec.SharedMapping.address;
import static dev.lockbox.events.codec.SharedMapping.fromAttempt;
import static dev.lockbox.events.codec.SharedMapping.fromProvenance;
import static dev.lockbox.events.codec.SharedMapping.wire;
import static dev.lockbox.events.codec.SignatureMapping.fromKey;
import static dev.lockbox.events.codec.SignatureMapping.fromPasskey;
import static dev.lockbox.events.codec.SignatureMapping.fromProof;
import static dev.lockbox.events.codec.SignatureMapping.wire;

import dev.lockbox.domain.ApproverKeyCommand;
import dev.lockbox.domain.ApproverKeyEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SigningEvent;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.events.message.LoggedCommand;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.wire.command.ConfirmApproverKey;
import dev.lockbox.wire.command.RegisterApproverKey;
import dev.lockbox.wire.command.WithdrawApproverKey;
import dev.lockbox.wire.event.ApproverKeyConfirmed;
import dev.lockbox.wire.event.ApproverKeyRegistered;
import dev.lockbox.wire.event.ApproverKeyWithdrawn;
import dev.lockbox.wire.event.DecisionSigned;
import dev.lockbox.wire.shared.EventHead;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Keys of a tenant's people, and what they signed, among the commands and the events. */
final class KeyMapping {
  static final List<Class<? extends SpecificRecord>> COMMANDS =
      List.of(RegisterApproverKey.class, ConfirmApproverKey.class, WithdrawApproverKey.class);

  static final List<Class<? extends SpecificRecord>> EVENTS =
      List.of(
          ApproverKeyRegistered.class,
          ApproverKeyConfirmed.class,
          ApproverKeyWithdrawn.class,
          DecisionSigned.class);

  private KeyMapping() {}

  static SpecificRecord toWire(String id, ApproverKeyCommand command) {
    var address = address(Topics.COMMANDS, command.tenant());
    var by = wire(command.by());
    return switch (command) {
      case ApproverKeyCommand.RegisterApproverKey register ->
          new RegisterApproverKey(
              address, id, by, wire(register.key(), register.passkey()), wire(register.proof()));
      case ApproverKeyCommand.ConfirmApproverKey confirm ->
          new ConfirmApproverKey(address, id, by, confirm.key().hex());
      case ApproverKeyCommand.WithdrawApproverKey withdraw ->
          new WithdrawApproverKey(address, id, by, withdraw.key().hex());
    };
  }

  /** One of {@link #COMMANDS}. */
  static LoggedCommand toCommand(SpecificRecord wire) {
    return switch (wire) {
      case RegisterApproverKey register ->
          logged(
              register.getCommandId(),
              new ApproverKeyCommand.RegisterApproverKey(
                  new TenantId(register.getAddress().getTenant()),
                  fromAttempt(register.getBy()),
                  fromKey(register.getKey()),
                  fromPasskey(register.getKey()),
                  fromProof(register.getProof())));
      case ConfirmApproverKey confirm ->
          logged(
              confirm.getCommandId(),
              new ApproverKeyCommand.ConfirmApproverKey(
                  new TenantId(confirm.getAddress().getTenant()),
                  fromAttempt(confirm.getBy()),
                  new KeyId(confirm.getKeyId())));
      case WithdrawApproverKey withdraw ->
          logged(
              withdraw.getCommandId(),
              new ApproverKeyCommand.WithdrawApproverKey(
                  new TenantId(withdraw.getAddress().getTenant()),
                  fromAttempt(withdraw.getBy()),
                  new KeyId(withdraw.getKeyId())));
      default -> throw Unmapped.type(wire);
    };
  }

  static SpecificRecord toWire(EventHead head, ApproverKeyEvent event) {
    var by = wire(event.by());
    return switch (event) {
      case ApproverKeyEvent.ApproverKeyRegistered registered ->
          new ApproverKeyRegistered(head, by, wire(registered.key(), registered.passkey()));
      case ApproverKeyEvent.ApproverKeyConfirmed confirmed ->
          new ApproverKeyConfirmed(head, by, confirmed.key().hex(), confirmed.holdsFrom());
      case ApproverKeyEvent.ApproverKeyWithdrawn withdrawn ->
          new ApproverKeyWithdrawn(head, by, withdrawn.key().hex());
    };
  }

  static SpecificRecord toWire(EventHead head, SigningEvent event) {
    return switch (event) {
      case SigningEvent.DecisionSigned signed ->
          new DecisionSigned(
              head,
              signed.request().value(),
              wire(signed.by()),
              signed.payload().octets().base64Url(),
              wire(signed.proof()));
    };
  }

  /** One of {@link #EVENTS}. */
  static Recorded toDomain(SpecificRecord wire) {
    return switch (wire) {
      case ApproverKeyRegistered registered -> {
        var head = registered.getHead();
        yield recorded(
            head,
            new ApproverKeyEvent.ApproverKeyRegistered(
                tenant(head),
                head.getAt(),
                fromProvenance(registered.getBy()),
                fromKey(registered.getKey()),
                fromPasskey(registered.getKey())));
      }
      case ApproverKeyConfirmed confirmed -> {
        var head = confirmed.getHead();
        yield recorded(
            head,
            new ApproverKeyEvent.ApproverKeyConfirmed(
                tenant(head),
                head.getAt(),
                fromProvenance(confirmed.getBy()),
                new KeyId(confirmed.getKeyId()),
                confirmed.getHoldsFrom()));
      }
      case ApproverKeyWithdrawn withdrawn -> {
        var head = withdrawn.getHead();
        yield recorded(
            head,
            new ApproverKeyEvent.ApproverKeyWithdrawn(
                tenant(head),
                head.getAt(),
                fromProvenance(withdrawn.getBy()),
                new KeyId(withdrawn.getKeyId())));
      }
      case DecisionSigned signed -> {
        var head = signed.getHead();
        yield recorded(
            head,
            new SigningEvent.DecisionSigned(
                request(head, signed.getRequestId()),
                head.getAt(),
                fromProvenance(signed.getBy()),
                new Payload(new Octets(signed.getPayload())),
                fromProof(signed.getProof())));
      }
      default -> throw Unmapped.type(wire);
    };
  }
}
