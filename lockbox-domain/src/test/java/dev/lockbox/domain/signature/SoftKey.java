package dev.lockbox.domain.signature;

import dev.lockbox.domain.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Optional;

/** A key of somebody's, with the half that signs. A new one each time. */
public final class SoftKey {
  private final PersonId person;
  private final VerifyingKey key;
  private final KeyPair pair;
  private final String algorithm;
  private final Optional<Authenticator> authenticator;

  private SoftKey(
      PersonId person,
      KeyKind kind,
      KeyPair pair,
      String algorithm,
      Optional<Authenticator> authenticator) {
    this.person = person;
    this.key = new VerifyingKey(kind, Octets.of(pair.getPublic().getEncoded()));
    this.pair = pair;
    this.algorithm = algorithm;
    this.authenticator = authenticator;
  }

  public static SoftKey ed25519(PersonId person) {
    var pair = pair("Ed25519", NamedParameterSpec.ED25519);
    return new SoftKey(person, KeyKind.ED25519, pair, "Ed25519", Optional.empty());
  }

  public static SoftKey es256(PersonId person) {
    return new SoftKey(person, KeyKind.ES256, ec(), "SHA256withECDSA", Optional.empty());
  }

  public static SoftKey passkey(PersonId person) {
    return passkey(person, Authenticator.HONEST);
  }

  static SoftKey passkey(PersonId person, Authenticator authenticator) {
    return new SoftKey(
        person, KeyKind.PASSKEY, ec(), "SHA256withECDSA", Optional.of(authenticator));
  }

  /** The same key, where the authenticator or the browser does as told. */
  SoftKey behaving(Authenticator other) {
    return new SoftKey(person, key.kind(), pair, algorithm, Optional.of(other));
  }

  private static KeyPair ec() {
    return pair("EC", new ECGenParameterSpec("secp256r1"));
  }

  private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  public VerifyingKey key() {
    return key;
  }

  public KeyId id() {
    return key.id();
  }

  public Optional<Passkey> passkey() {
    return authenticator.map(
        one ->
            new Passkey(
                Authenticator.PORTAL, Octets.of("credential".getBytes(StandardCharsets.UTF_8))));
  }

  /** As it stands in the tenant's registry. */
  public ApproverKey registered(Instant at, Optional<Instant> holdsFrom) {
    return new ApproverKey(person, key, passkey(), at, holdsFrom);
  }

  public Proof sign(Payload payload) {
    return authenticator
        .map(one -> asserted(one.asserting(payload)))
        .orElseGet(() -> new Proof(id(), Octets.of(signature(payload.bytes())), Optional.empty()));
  }

  private Proof asserted(Assertion assertion) {
    return new Proof(id(), Octets.of(signature(assertion.signed())), Optional.of(assertion));
  }

  byte[] signature(byte[] bytes) {
    try {
      var signer = Signature.getInstance(algorithm);
      signer.initSign(pair.getPrivate());
      signer.update(bytes);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
