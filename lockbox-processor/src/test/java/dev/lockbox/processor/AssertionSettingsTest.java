package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.processor.requester.Assertions;
import dev.lockbox.processor.requester.Binding;
import dev.lockbox.service.ServiceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionSettingsTest {
  private static final Issuer ISSUER = Issuer.fresh();

  @TempDir private Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("issuer.jwks"), ISSUER.publicKeys());
    Files.writeString(directory.resolve("own.jwks"), ISSUER.allKeys());
    Files.writeString(directory.resolve("none.jwks"), "{\"keys\": []}");
    Files.writeString(directory.resolve("garbled.jwks"), "keys");
    Files.writeString(
        directory.resolve("secret.jwks"),
        "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"a\", \"k\": \"AAAA\"}]}");
  }

  @Test
  void unsaidNobodyIsAsked() throws IOException {
    assertThat(read("lockbox:\n  data-dir: x\n")).isEmpty();
  }

  /** The example of docs/configuration.md, but for where its file is. */
  @Test
  void theExampleOfThePageIsUnderstood() throws IOException {
    var assertions = read(example()).orElseThrow();
    assertThat(assertions.issuer()).isEqualTo("https://issuer.provider.example");
    assertThat(assertions.audience()).isEqualTo("lockbox-intake");
    assertThat(assertions.isRequired()).isTrue();
    assertThat(assertions.within()).isEqualTo(Duration.ofMinutes(5));
    assertThat(assertions.binding()).isEqualTo(Binding.NONCE);
  }

  @Test
  void unsaidATokenIsBoundToNothingElse() throws IOException {
    var unsaid = example().replace("binding: NONCE", "");
    assertThat(read(unsaid).orElseThrow().binding()).isEqualTo(Binding.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "required: true|requires: true|required must be true or false",
        "required: true|required: maybe|must be true or false, was maybe",
        "issuer: https|isuer: https|lockbox.requesters issuer is missing",
        "audience: |audiences: |lockbox.requesters audience is missing",
        "within: PT5M|within: 5|within must be text, was 5",
        "within: PT5M|within: soon|within must be an ISO 8601 duration, was soon",
        "within: PT5M|within: P1D|within must be from PT1S to PT1H",
        "binding: NONCE|binding: JTI|binding must be NONE or NONCE, was JTI",
        "within: PT5M|team: x|has what is not understood: [team]",
        "issuer.jwks|nowhere.jwks|nowhere.jwks cannot be read",
        "issuer.jwks|own.jwks|it holds a private key",
        "issuer.jwks|none.jwks|there must be 1 to 32 keys, were 0",
        "issuer.jwks|garbled.jwks|it is no JWK Set",
        "issuer.jwks|secret.jwks|secret.jwks: "
      })
  void whatIsNotUnderstoodStopsTheStartAndIsNamed(String right, String wrong, String message)
      throws IOException {
    var example = example();
    assertThat(example).contains(right);
    assertThatThrownBy(() -> read(example.replace(right, wrong))).hasStackTraceContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "[x]", "{}", "~", "true"})
  void whatIsNoneStopsTheStart(String value) {
    assertThatThrownBy(() -> read("lockbox:\n  requesters: %s\n".formatted(value)))
        .hasStackTraceContaining("lockbox.requesters");
  }

  private String example() throws IOException {
    var page = Files.readString(Path.of("..", "docs", "configuration.md"));
    var section = page.substring(page.indexOf("### Requesters"));
    var begin = section.indexOf("```yaml\n") + "```yaml\n".length();
    return section
        .substring(begin, section.indexOf("```", begin))
        .replace("/etc/lockbox", directory.toString());
  }

  private Optional<Assertions> read(String yaml) throws IOException {
    var file = Files.writeString(directory.resolve("settings.yml"), yaml);
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      return context.bean(AssertionSettings.class).assertions();
    }
  }
}
