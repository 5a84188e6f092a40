package dev.lockbox.api.hop;

import dev.lockbox.service.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who may say of a machine that it is another instance. */
final class Authorities {
  private static final int FILE_BYTES_MAX = 1024 * 1024;

  private Authorities() {}

  /**
   * Takes the word of those in the file, and of nobody else.
   *
   * @param file certificates in PEM
   * @throws IllegalArgumentException when there is none in it
   */
  static SSLContext in(Path file) {
    try {
      var known = KeyStore.getInstance(KeyStore.getDefaultType());
      known.load(null, null);
      for (var one : certificates(file)) {
        known.setCertificateEntry(Integer.toString(known.size()), one);
      }
      Require.that(known.size() > 0, "lockbox.hop.ca-file must hold certificates, %s", file);
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(known);
      var context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (CertificateException garbled) {
      throw new IllegalArgumentException(
          "lockbox.hop.ca-file must hold certificates (PEM), %s".formatted(file), garbled);
    } catch (GeneralSecurityException | IOException missing) {
      throw new IllegalStateException("every Java platform keeps certificates", missing);
    }
  }

  private static Collection<? extends java.security.cert.Certificate> certificates(Path file)
      throws CertificateException {
    try {
      Require.that(
          Files.size(file) <= FILE_BYTES_MAX,
          "lockbox.hop.ca-file must hold certificates, and %s is far larger",
          file);
    } catch (IOException unread) {
      throw new UncheckedIOException("lockbox.hop.ca-file %s cannot be read".formatted(file), unread);
    }
    try (var in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    } catch (IOException unread) {
      throw new UncheckedIOException("lockbox.hop.ca-file %s cannot be read".formatted(file), unread);
    }
  }
}
