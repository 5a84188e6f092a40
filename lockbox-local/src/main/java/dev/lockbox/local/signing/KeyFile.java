package dev.lockbox.local.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.local.data.OwnersFile;
import dev.lockbox.local.intake.BadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key in a file: the private half (PKCS#8) and the public one (SubjectPublicKeyInfo), both PEM,
 * of Ed25519 or of P-256. So {@code openssl genpkey -algorithm ed25519} writes the first, and
 * {@code openssl pkey -pubout} the second behind it.
 */
public final class KeyFile {
  private static final int LINE_CHARS = 64;
  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";

  private final VerifyingKey key;
  private final PrivateKey half;

  private KeyFile(VerifyingKey key, PrivateKey half) {
    this.key = key;
    this.half = half;
  }

  /**
   * A new one, of Ed25519; there must be no such file yet, and nobody but its owner may read it.
   */
  public static KeyFile create(Path file) {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      OwnersFile.create(
          file,
          pem(PRIVATE, pair.getPrivate().getEncoded())
              + pem(PUBLIC, pair.getPublic().getEncoded()));
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a key in " + file, e);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform since 15 has Ed25519", missing);
    }
  }

  /**
   * @throws BadDocument when there is no such key in it
   */
  public static KeyFile read(Path file) {
    try {
      var text = Files.readString(file, UTF_8);
      var spki = Octets.of(block(PUBLIC, text));
      var kind = spki.bytes().length < 64 ? KeyKind.ED25519 : KeyKind.ES256;
      return new KeyFile(new VerifyingKey(kind, spki), half(kind, block(PRIVATE, text)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key in " + file, e);
    } catch (IllegalArgumentException | GeneralSecurityException noKey) {
      throw new BadDocument(
          file.toString(), "must hold a PRIVATE KEY and a PUBLIC KEY of Ed25519 or P-256", noKey);
    }
  }

  private static PrivateKey half(KeyKind kind, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(kind == KeyKind.ED25519 ? "Ed25519" : "EC")
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  public VerifyingKey key() {
    return key;
  }

  public Proof sign(Payload payload) {
    try {
      var signer =
          Signature.getInstance(key.kind() == KeyKind.ED25519 ? "Ed25519" : "SHA256withECDSA");
      signer.initSign(half);
      signer.update(payload.octets().bytes());
      return new Proof(key.id(), Octets.of(signer.sign()), Optional.empty());
    } catch (GeneralSecurityException unfit) {
      throw new IllegalStateException("the key signs nothing", unfit);
    }
  }

  private static byte[] block(String name, String text) {
    var found =
        Pattern.compile(
                "-----BEGIN %s-----([A-Za-z0-9+/=\\s]+)-----END %s-----".formatted(name, name))
            .matcher(text);
    if (!found.find()) {
      throw new IllegalArgumentException("no " + name);
    }
    return Base64.getMimeDecoder().decode(found.group(1));
  }

  private static String pem(String name, byte[] der) {
    var lines = Base64.getMimeEncoder(LINE_CHARS, new byte[] {'\n'});
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(name, lines.encodeToString(der), name);
  }
}
