package dev.lockbox.api.hop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What they are believed in is in {@code HopOverTlsHttpTest}. */
class AuthoritiesTest {
  @TempDir private Path directory;

  @Test
  void aFileWithoutCertificatesStopsTheStartAndIsNamed() throws IOException {
    refused(Files.createFile(directory.resolve("empty.pem")));
    refused(Files.writeString(directory.resolve("half.pem"), "-----BEGIN CERTIFICATE-----"));
    refused(Files.write(directory.resolve("large.pem"), new byte[1 << 21]));
    refused(directory.resolve("nowhere.pem"));
  }

  private static void refused(Path file) {
    assertThatThrownBy(() -> Authorities.in(file))
        .as("%s", file)
        .hasMessageContaining("lockbox.hop.ca-file")
        .hasMessageContaining(file.toString());
  }
}
