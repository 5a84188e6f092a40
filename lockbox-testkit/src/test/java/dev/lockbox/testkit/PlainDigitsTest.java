package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * T8: where an Arabic JVM writes a number by {@code %d} or {@code %f}, it writes other digits, so
 * that a record differs, a pattern is none and an address leads nowhere. What is recorded, sent or
 * shown by a service says {@code %s}.
 */
class PlainDigitsTest {
  private static final Pattern BY_LOCALE =
      Pattern.compile("%(?:\\d+\\$)?[-,+ (\\d.]*[dfeg](?!\\w)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lockbox-domain",
        "lockbox-events",
        "lockbox-service",
        "lockbox-processor",
        "lockbox-api",
        "lockbox-verifier",
        "audit-projector",
        "grant-adapter",
        "notifier"
      })
  void noNumberIsWrittenByTheLocale(String module) throws IOException {
    assertThat(numbersByLocale(Path.of("..", module, "src", "main", "java"))).isEmpty();
  }

  private static List<String> numbersByLocale(Path sources) throws IOException {
    try (var files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(PlainDigitsTest::numbersByLocaleIn)
          .toList();
    }
  }

  private static Stream<String> numbersByLocaleIn(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.contains("\"") && BY_LOCALE.matcher(line).find())
          .map(line -> file.getFileName() + ": " + line.strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
