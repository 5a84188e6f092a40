package dev.lockbox.processor.setting;

import dev.lockbox.processor.requester.Assertions;
import dev.lockbox.processor.requester.Binding;
import dev.lockbox.processor.requester.IssuerKeys;
import dev.lockbox.service.Require;
import dev.lockbox.service.setting.Given;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Whose word on engineers is asked for, as docs/configuration.md has it written down. */
public final class AssertionsReader {
  private static final Duration WITHIN_DEFAULT = Duration.ofMinutes(5);
  private static final Duration WITHIN_LEAST = Duration.ofSeconds(1);
  private static final Duration WITHIN_MOST = Duration.ofHours(1);
  private static final int FILE_BYTES_MAX = 256 * 1024;

  private AssertionsReader() {}

  /**
   * @param setting its name, for the message
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  public static Assertions read(String setting, Map<?, ?> given) {
    return Given.read(
        setting,
        given,
        parts ->
            new Assertions(
                parts.text("issuer"),
                parts.text("audience"),
                keys(parts.text("jwks-file")),
                parts
                    .maybeFlag("required")
                    .orElseThrow(
                        () -> new IllegalArgumentException("required must be true or false")),
                parts.maybeText("within").map(AssertionsReader::within).orElse(WITHIN_DEFAULT),
                parts.maybeText("binding").map(AssertionsReader::binding).orElse(Binding.NONE)));
  }

  private static Binding binding(String text) {
    try {
      return Binding.valueOf(text);
    } catch (IllegalArgumentException noBinding) {
      throw new IllegalArgumentException(
          "binding must be NONE or NONCE, was %s".formatted(text), noBinding);
    }
  }

  private static IssuerKeys keys(String file) {
    try {
      var path = Path.of(file);
      Require.that(Files.size(path) <= FILE_BYTES_MAX, "%s is larger than any set of keys", file);
      return IssuerKeys.parse(Files.readString(path));
    } catch (IOException | UncheckedIOException unread) {
      throw new IllegalArgumentException("%s cannot be read".formatted(file), unread);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException("%s: %s".formatted(file, wrong.getMessage()), wrong);
    }
  }

  private static Duration within(String text) {
    try {
      var within = Duration.parse(text);
      Require.within("within", within, WITHIN_LEAST, WITHIN_MOST);
      return within;
    } catch (DateTimeParseException noDuration) {
      throw new IllegalArgumentException(
          "within must be an ISO 8601 duration, was %s".formatted(text), noDuration);
    }
  }
}
