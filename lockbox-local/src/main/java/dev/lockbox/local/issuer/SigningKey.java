package dev.lockbox.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.lockbox.local.data.OwnersFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The issuer's key: made once for a data directory, so that tokens outlive a restart. */
final class SigningKey {
  private static final int BITS = 2048;

  private SigningKey() {}

  /** The key in {@code file}, made when missing, readable by its owner alone. */
  static RSAKey keptIn(Path file) {
    try {
      return Files.exists(file) ? RSAKey.parse(Files.readString(file, UTF_8)) : create(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the issuer's key in " + file, e);
    } catch (ParseException | JOSEException e) {
      throw new IllegalStateException(
          "%s does not hold a signing key; delete it to get a new one".formatted(file), e);
    }
  }

  private static RSAKey create(Path file) throws IOException, JOSEException {
    var key = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).generate();
    OwnersFile.create(file, key.toJSONString());
    return key;
  }
}
