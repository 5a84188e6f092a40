package dev.lockbox.api.hop;

import dev.lockbox.service.Require;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who may say of a machine that it is another instance. */
final class Authorities {
  private static final String SETTING = "lockbox.hop.ca-file";
  private static final int FILE_BYTES_MAX = 1024 * 1024;

  private Authorities() {}

  /**
   * Takes the word of those in the file, and of nobody else.
   *
   * @param file their certificates in PEM
   * @throws IllegalArgumentException when it holds none
   */
  static SSLContext in(Path file) {
    try {
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(known(file));
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (CertificateException garbled) {
      throw new IllegalArgumentException(
          "%s must hold certificates (PEM), was %s".formatted(SETTING, file), garbled);
    } catch (GeneralSecurityException | IOException missing) {
      throw new IllegalStateException("every Java platform keeps certificates", missing);
    }
  }

  private static KeyStore known(Path file) throws GeneralSecurityException, IOException {
    var known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    var all =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(read(file)));
    Require.that(!all.isEmpty(), "%s must hold certificates (PEM), was %s", SETTING, file);
    for (var one : all) {
      known.setCertificateEntry("authority-" + known.size(), one);
    }
    return known;
  }

  private static byte[] read(Path file) {
    try {
      Require.that(
          Files.size(file) <= FILE_BYTES_MAX,
          "%s must hold certificates, and %s is far larger",
          SETTING,
          file);
      return Files.readAllBytes(file);
    } catch (IOException unread) {
      throw new UncheckedIOException("%s: %s cannot be read".formatted(SETTING, file), unread);
    }
  }
}
