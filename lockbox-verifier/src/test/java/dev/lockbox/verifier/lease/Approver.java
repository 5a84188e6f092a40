package dev.lockbox.verifier.lease;

import dev.lockbox.verifier.signature.ApproverKey;
import dev.lockbox.verifier.signature.KeyKind;
import dev.lockbox.verifier.signature.RelyingParty;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.Optional;

/** One of the customer's people, with a key of their own, who signs whatever they are handed. */
final class Approver {
  static final RelyingParty PORTAL =
      new RelyingParty("lockbox.example", "https://portal.lockbox.example");

  /** As browsers write it. */
  static final String CLIENT_DATA =
      "{\"type\":\"webauthn.get\",\"challenge\":\"CHALLENGE\",\"origin\":"
          + "\"https://portal.lockbox.example\",\"crossOrigin\":false}";

  static final int PRESENT_AND_VERIFIED = 0x05;

  private static final int COUNTER_BYTES = 4;

  final String person;
  private final KeyKind kind;
  private final KeyPair pair;

  private Approver(String person, KeyKind kind, KeyPair pair) {
    this.person = person;
    this.kind = kind;
    this.pair = pair;
  }

  static Approver of(String person, KeyKind kind) {
    return switch (kind) {
      case ED25519 -> new Approver(person, kind, pair("Ed25519", NamedParameterSpec.ED25519));
      case PASSKEY, ES256 ->
          new Approver(person, kind, pair("EC", new ECGenParameterSpec("secp256r1")));
    };
  }

  private static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  ApproverKey key() {
    return keptAs(kind);
  }

  /** The same key, said to be of another kind. */
  ApproverKey keptAs(KeyKind other) {
    var party = other == KeyKind.PASSKEY ? Optional.of(PORTAL) : Optional.<RelyingParty>empty();
    return new ApproverKey(person, other, pair.getPublic().getEncoded(), party);
  }

  String id() {
    return key().id();
  }

  byte[] signature(byte[] bytes) {
    try {
      var signer = Signature.getInstance(kind == KeyKind.ED25519 ? "Ed25519" : "SHA256withECDSA");
      signer.initSign(pair.getPrivate());
      signer.update(bytes);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What a lease tells of a yes of theirs. */
  Claim yes(byte[] payload) {
    return kind == KeyKind.PASSKEY
        ? asserted(payload, PORTAL.id(), PRESENT_AND_VERIFIED, CLIENT_DATA)
        : bare(payload);
  }

  Claim bare(byte[] payload) {
    return new Claim(person, id(), payload, signature(payload), Optional.empty(), Optional.empty());
  }

  /** The same, where authenticator and browser do as told. */
  Claim asserted(byte[] payload, String rpId, int flags, String clientData) {
    var said =
        clientData
            .replace("CHALLENGE", base64Url(sha256(payload)))
            .getBytes(StandardCharsets.UTF_8);
    var hash = sha256(rpId.getBytes(StandardCharsets.UTF_8));
    var data =
        ByteBuffer.allocate(hash.length + 1 + COUNTER_BYTES).put(hash).put((byte) flags).array();
    var signed = ByteBuffer.allocate(data.length + hash.length).put(data).put(sha256(said)).array();
    return new Claim(
        person, id(), payload, signature(signed), Optional.of(data), Optional.of(said));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A yes as it stands in a lease. */
  record Claim(
      String person,
      String key,
      byte[] payload,
      byte[] signature,
      Optional<byte[]> authenticatorData,
      Optional<byte[]> clientData) {
    Claim by(String other) {
      return new Claim(other, key, payload, signature, authenticatorData, clientData);
    }

    Claim withKey(String other) {
      return new Claim(person, other, payload, signature, authenticatorData, clientData);
    }

    Claim of(byte[] other) {
      return new Claim(person, key, other, signature, authenticatorData, clientData);
    }

    Claim signed(byte[] other) {
      return new Claim(person, key, payload, other, authenticatorData, clientData);
    }

    String json() {
      return "{\"person\":\"%s\",\"key\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\",\"authenticatorData\":%s,\"clientData\":%s}"
          .formatted(
              person,
              key,
              base64Url(payload),
              base64Url(signature),
              quoted(authenticatorData),
              quoted(clientData));
    }

    private static String quoted(Optional<byte[]> bytes) {
      return bytes.map(some -> "\"" + base64Url(some) + "\"").orElse("null");
    }
  }
}
