package dev.lockbox.events.signing;

import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** Both halves of a key of Ed25519 or of P-256. Safe for several threads. */
public final class SigningKey {
  private static final String ED25519 = "Ed25519";
  private static final byte[] PROBE = {1};

  private final VerifyingKey key;
  private final PrivateKey half;

  private SigningKey(VerifyingKey key, PrivateKey half) {
    this.key = key;
    this.half = half;
  }

  /**
   * Of PEM that has the private half (PKCS#8) and the public one (SubjectPublicKeyInfo).
   *
   * @throws IllegalArgumentException when it has not, or they are of different keys
   */
  public static SigningKey of(String pem) {
    var key = Pem.publicKey(pem);
    var signing = new SigningKey(key, half(key.kind(), Pem.block(Pem.PRIVATE, pem)));
    if (!key.verifies(PROBE, signing.sign(PROBE))) {
      throw new IllegalArgumentException("its private half is of another key than the public one");
    }
    return signing;
  }

  private static PrivateKey half(KeyKind kind, byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(kind == KeyKind.ED25519 ? ED25519 : "EC")
          .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException noKey) {
      throw new IllegalArgumentException("its private half is no key of " + kind, noKey);
    }
  }

  /** The half that others may have. */
  public VerifyingKey key() {
    return key;
  }

  public Octets sign(byte[] content) {
    try {
      var signer =
          Signature.getInstance(key.kind() == KeyKind.ED25519 ? ED25519 : "SHA256withECDSA");
      signer.initSign(half);
      signer.update(content);
      return Octets.of(signer.sign());
    } catch (GeneralSecurityException unfit) {
      throw new IllegalArgumentException("the key signs nothing", unfit);
    }
  }

  /** Says of a record that it is of whoever holds this key. */
  public PublicationSignature sign(Publication publication) {
    return new PublicationSignature(key.id(), sign(publication.signed()));
  }
}
