package dev.lockbox.local.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.events.signing.Pem;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.local.data.OwnersFile;
import dev.lockbox.local.intake.BadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A key in a file: the private half (PKCS#8) and the public one (SubjectPublicKeyInfo), both PEM,
 * of Ed25519 or of P-256. So {@code openssl genpkey -algorithm ed25519} writes the first, and
 * {@code openssl pkey -pubout} the second behind it.
 */
public final class KeyFile {
  private final SigningKey both;

  private KeyFile(SigningKey both) {
    this.both = both;
  }

  /**
   * A new one, of Ed25519; there must be no such file yet, and nobody but its owner may read it.
   */
  public static KeyFile create(Path file) {
    try {
      OwnersFile.create(file, Pem.fresh());
      return read(file);
    } catch (FileAlreadyExistsException there) {
      throw new UncheckedIOException(
          "%s is there already, and no key is written over another".formatted(file), there);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a key in " + file, e);
    }
  }

  /**
   * @throws BadDocument when there is no such key in it
   */
  public static KeyFile read(Path file) {
    try {
      return new KeyFile(SigningKey.of(Files.readString(file, UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the key in " + file, e);
    } catch (IllegalArgumentException noKey) {
      throw new BadDocument(
          file.toString(), "must hold a PRIVATE KEY and a PUBLIC KEY of Ed25519 or P-256", noKey);
    }
  }

  public VerifyingKey key() {
    return both.key();
  }

  public Proof sign(Payload payload) {
    return new Proof(key().id(), both.sign(payload.octets().bytes()), Optional.empty());
  }

  /** The half that others may have, as PEM. */
  public String publicHalf() {
    return Pem.of(key());
  }

  /** For a service, which signs what it publishes. */
  public SigningKey both() {
    return both;
  }
}
