package dev.lockbox.audit.ocsf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What was released, byte for byte; of a record the envelope, one header a line, and behind an
 * empty line the JSON. A record's file is added, never edited: a rebuilt record must equal the one
 * sent.
 */
public final class Golden {
  private static final Path ASIDE = Path.of("target", "golden");

  private Golden() {}

  /** What was told instead of the golden file is left in {@code target/golden}. */
  static void check(String name, AuditRecord record) {
    check(name + ".record", told(record));
  }

  public static void check(String file, String told) {
    try (var in = Golden.class.getResourceAsStream("/golden/" + file)) {
      Files.createDirectories(ASIDE);
      Files.writeString(ASIDE.resolve(file), told);
      assertThat(in).as("golden file %s", file).isNotNull();
      assertThat(told).isEqualTo(new String(in.readAllBytes(), UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private static String told(AuditRecord record) {
    var envelope =
        record.headers().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\n")
            .collect(Collectors.joining());
    return envelope + "\n" + new String(record.json().toArray(), UTF_8) + "\n";
  }
}
