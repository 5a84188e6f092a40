package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.signature.Assertion;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Passkey;
import dev.lockbox.domain.signature.RelyingParty;
import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.wire.shared.Proof;
import dev.lockbox.wire.shared.SignatureMode;
import dev.lockbox.wire.shared.SigningKey;
import dev.lockbox.wire.state.HeldKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys and signatures, wherever they stand. What belongs to a passkey is there as a whole. */
final class SignatureMapping {
  private SignatureMapping() {}

  static SigningKey wire(VerifyingKey key, Optional<Passkey> passkey) {
    return new SigningKey(
        dev.lockbox.wire.shared.KeyKind.valueOf(key.kind().name()),
        key.spki().base64Url(),
        passkey.map(one -> one.relyingParty().id()).orElse(null),
        passkey.map(one -> one.relyingParty().origin()).orElse(null),
        passkey.map(one -> one.credential().base64Url()).orElse(null));
  }

  static VerifyingKey fromKey(SigningKey wire) {
    return new VerifyingKey(KeyKind.valueOf(wire.getKind().name()), new Octets(wire.getSpki()));
  }

  static Optional<Passkey> fromPasskey(SigningKey wire) {
    var party = wire.getRelyingPartyId();
    var origin = wire.getOrigin();
    var credential = wire.getCredential();
    if (party == null && origin == null && credential == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Passkey(
            new RelyingParty(said("relyingPartyId", party), said("origin", origin)),
            new Octets(said("credential", credential))));
  }

  private static String said(String name, @Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("a passkey needs its %s".formatted(name));
    }
    return value;
  }

  static Proof wire(dev.lockbox.domain.signature.Proof proof) {
    return new Proof(
        proof.key().hex(),
        proof.signature().base64Url(),
        proof.assertion().map(one -> one.authenticatorData().base64Url()).orElse(null),
        proof.assertion().map(one -> one.clientData().base64Url()).orElse(null));
  }

  static dev.lockbox.domain.signature.Proof fromProof(Proof wire) {
    return new dev.lockbox.domain.signature.Proof(
        new KeyId(wire.getKeyId()), new Octets(wire.getSignature()), assertion(wire));
  }

  private static Optional<Assertion> assertion(Proof wire) {
    var authenticator = wire.getAuthenticatorData();
    var client = wire.getClientData();
    if (authenticator == null && client == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Assertion(
            new Octets(said("authenticatorData", authenticator)),
            new Octets(said("clientData", client))));
  }

  static dev.lockbox.wire.shared.SignatureRules wire(SignatureRules rules) {
    return new dev.lockbox.wire.shared.SignatureRules(
        SignatureMode.valueOf(rules.mode().name()), rules.keysWait().toMillis());
  }

  static SignatureRules fromRules(dev.lockbox.wire.shared.SignatureRules wire) {
    return new SignatureRules(
        SignatureRules.Mode.valueOf(wire.getMode().name()),
        Duration.ofMillis(wire.getKeysWaitMillis()));
  }

  static List<HeldKey> wire(ApproverKeys keys) {
    return keys.byId().values().stream()
        .map(
            one ->
                new HeldKey(
                    one.person().value(),
                    wire(one.key(), one.passkey()),
                    one.registeredAt(),
                    one.holdsFrom().orElse(null)))
        .toList();
  }

  static ApproverKeys fromHeld(List<HeldKey> wire) {
    return ApproverKeys.of(
        wire.stream()
            .map(
                one ->
                    new ApproverKey(
                        new PersonId(one.getPerson()),
                        fromKey(one.getKey()),
                        fromPasskey(one.getKey()),
                        one.getRegisteredAt(),
                        Optional.ofNullable(one.getHoldsFrom())))
            .toList());
  }
}
