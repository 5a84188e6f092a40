package dev.lockbox.processor;

import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.events.signing.Pem;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.processor.publisher.OwnKeys;
import dev.lockbox.service.Require;
import dev.lockbox.service.SecretFile;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By which keys the processors know what they told themselves; the same for all of them.
 *
 * @param keyFile a file with both halves of the key that signs it, readable by its owner alone;
 *     empty where it is not signed
 * @param otherKeys files of public keys (PEM) that are believed beside it; null for none
 */
@ConfigurationProperties("lockbox.processor")
record OwnKeySettings(Optional<String> keyFile, @Nullable List<String> otherKeys) {
  /**
   * @throws IllegalArgumentException naming the setting, when a file holds no such key, or not only
   *     its owner may read the private one
   */
  OwnKeys keys() {
    var others = otherKeys == null ? List.<String>of() : otherKeys;
    return new OwnKeys(
        keyFile.filter(name -> !name.isBlank()).map(Path::of).map(OwnKeySettings::own),
        others.stream().map(Path::of).map(OwnKeySettings::other).toList());
  }

  private static SigningKey own(Path file) {
    SecretFile.requireOwnerOnly(file);
    try {
      return SigningKey.of(SecretFile.read(file));
    } catch (IllegalArgumentException noKey) {
      throw new IllegalArgumentException(
          "lockbox.processor.key-file must hold both halves of a key, %s: %s"
              .formatted(file, noKey.getMessage()),
          noKey);
    }
  }

  private static VerifyingKey other(Path file) {
    var text = SecretFile.read(file);
    Require.that(
        !Pem.holdsPrivateHalf(text),
        "lockbox.processor.other-keys must be public keys, %s holds a private one",
        file);
    try {
      return Pem.publicKey(text);
    } catch (IllegalArgumentException noKey) {
      throw new IllegalArgumentException(
          "lockbox.processor.other-keys must hold public keys, %s: %s"
              .formatted(file, noKey.getMessage()),
          noKey);
    }
  }
}
