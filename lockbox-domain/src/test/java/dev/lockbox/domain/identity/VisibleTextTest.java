package dev.lockbox.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  @Test
  void whatCanBeSeenStaysAsItIs() {
    var written = "Zoë Übel — «так»\nαβγ 漢字 🔑";

    assertThat(VisibleText.of(written)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, '\t', '\r', 0x1b, 0x7f, 0x85, 0xad, 0x200b, 0x202e, 0x2028, 0x2029, 0x2066, 0xfeff,
        0xe000, 0x378, 0xe0041
      })
  void whatCannotBeSeenIsNamed(int point) {
    assertThat(VisibleText.of("a" + Character.toString(point) + "b"))
        .isEqualTo("a‹U+%04X›b".formatted(point));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0})
  void lettersThatShowAsNothingAreNamed(int point) {
    assertThat(VisibleText.of(Character.toString(point))).isEqualTo("‹U+%04X›".formatted(point));
  }

  @Test
  void halfACharacterIsNamed() {
    assertThat(VisibleText.of("\ud83d")).isEqualTo("‹U+D83D›");
  }
}
