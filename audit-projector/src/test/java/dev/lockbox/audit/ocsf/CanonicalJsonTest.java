package dev.lockbox.audit.ocsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {
  static List<String> hostileTexts() {
    return HostileTexts.all();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void anotherImplementationOfTheRfcSpellsItTheSame(String hostile) throws IOException {
    var json = spelled(new Fields().text(hostile, hostile).number("b", 7).flag("a", true));

    assertThat(new JsonCanonicalizer(json).getEncodedString()).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void aTextComesBackAsItWas(String hostile) {
    var json = spelled(new Fields().text("text", hostile));

    assertThat(OcsfRules.parse(json.getBytes(StandardCharsets.UTF_8)).get("text").asText())
        .isEqualTo(hostile);
    assertThat(json).doesNotContain("\n", "\r");
  }

  @Test
  void namesAreSortedAndNothingIsBlank() {
    var inner = new Fields().texts("z", List.of("2", "1")).number("y", -1);
    assertThat(spelled(new Fields().object("b", inner).flag("a", false)))
        .isEqualTo("{\"a\":false,\"b\":{\"y\":-1,\"z\":[\"2\",\"1\"]}}");
  }

  @Test
  void aNumberThatSomeReadersWouldRoundIsRefused() {
    var exact = (1L << 53) - 1;
    assertThat(spelled(new Fields().number("n", exact))).isEqualTo("{\"n\":9007199254740991}");
    assertThatThrownBy(() -> new Fields().number("n", exact + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9007199254740992");
  }

  @Test
  void aTextWithoutUtf8IsRefusedRatherThanMended() {
    assertThatThrownBy(() -> CanonicalJson.of(new Json.Text("half a \ud83d pair")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("surrogate");
  }

  @Test
  void aNameIsGivenOnce() {
    assertThatThrownBy(() -> new Fields().number("n", 1).number("n", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("n");
  }

  private static String spelled(Json value) {
    return new String(CanonicalJson.of(value).toArray(), StandardCharsets.UTF_8);
  }
}
