package dev.lockbox.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {
  @Test
  void readsAnObject() {
    assertThat(read("{\"a\": \"ü\", \"b\": [1, {\"c\": null}]}").path("a").asText()).isEqualTo("ü");
  }

  static Stream<String> refused() {
    return Stream.of(
        "",
        "null",
        "[]",
        "\"text\"",
        "{",
        "{}{}",
        "{} x",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":1} // comment",
        "{\"a\":" + "9".repeat(1_000_000) + "}",
        "{\"" + "n".repeat(1000) + "\":1}",
        "{\"a\":\"" + "t".repeat(100_000) + "\"}",
        "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhateverElseItMeets(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static com.fasterxml.jackson.databind.JsonNode read(String text) {
    return StrictJson.object(text.getBytes(StandardCharsets.UTF_8));
  }
}
