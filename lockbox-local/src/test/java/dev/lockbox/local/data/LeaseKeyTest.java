package dev.lockbox.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseKeyTest {
  @Test
  void itIsMadeOnceAndForItsOwnerAlone(@TempDir Path directory) throws IOException {
    var data = new DataDirectory(directory);
    var file = LeaseKey.keptIn(data);
    var first = Files.readString(file);
    assertThat(first).startsWith("-----BEGIN PRIVATE KEY-----\n").contains("END PRIVATE KEY");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(LeaseKey.keptIn(data))).isEqualTo(first);
  }
}
