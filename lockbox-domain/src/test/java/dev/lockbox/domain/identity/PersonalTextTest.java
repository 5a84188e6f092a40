package dev.lockbox.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTextTest {
  private static final PersonId EVA = new PersonId("eva");

  /** Characters of one, two, three and four bytes of UTF-8. */
  static Stream<String> charactersOfEveryWidth() {
    return Stream.of("a", "é", "語", "\ud83d\udd12");
  }

  @ParameterizedTest
  @MethodSource("charactersOfEveryWidth")
  void theLimitIsInBytesAndTheLimitItselfIsAllowed(String character) {
    var width = character.getBytes(StandardCharsets.UTF_8).length;
    var padding = "a".repeat(4096 % width);
    var longest = character.repeat(4096 / width) + padding;
    assertThat(new PersonalText(EVA, longest).text()).isEqualTo(longest);
    assertThatThrownBy(() -> new PersonalText(EVA, longest + "a"))
        .hasMessage("text of eva must be at most 4096 bytes of UTF-8, was 4097");
  }

  @Test
  void aMegabyteIsRefusedInAFewWords() {
    assertThatThrownBy(() -> new PersonalText(EVA, "x".repeat(1 << 20)))
        .hasMessage("text of eva must be at most 4096 bytes of UTF-8, was 1048576");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t \r", "\u2003"})
  void aTextSaysSomething(String blank) {
    assertThatThrownBy(() -> new PersonalText(EVA, blank))
        .hasMessage("text of eva must not be blank");
  }

  @Test
  void halfACharacterIsNoText() {
    Stream.of("a\ud83d", "\udd12a", "\udd12\ud83d")
        .forEach(
            half ->
                assertThatThrownBy(() -> new PersonalText(EVA, half))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("text of eva holds an unpaired surrogate"));
  }

  @Test
  void aTextIsKeptAsWritten() {
    var hostile = "<script>\u202e'; DROP TABLE requests; --\r\nBcc: all\0";
    assertThat(new PersonalText(EVA, hostile).text()).isEqualTo(hostile);
  }

  @Test
  void aTextIsNeverPrinted() {
    assertThat(new PersonalText(EVA, "my phone is 555"))
        .hasToString("PersonalText[of eva, 15 characters]");
    assertThat(Member.of("eva", "eva@contoso.example").toString()).doesNotContain("@");
  }
}
