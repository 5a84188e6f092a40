package dev.lockbox.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardTest {
  @ParameterizedTest
  @CsvSource({
    "abc, abc",
    "*, ''",
    "*, anything",
    "a*, a",
    "a*, abc",
    "*c, c",
    "*c, abc",
    "a*c, ac",
    "a*c, abbc",
    "a*c, acc",
    "a*b*c, abc",
    "a*b*c, aXbYbZc",
    "*b*, abc",
    "**, x"
  })
  void aStarStandsForAnyCharactersOrForNone(String pattern, String value) {
    assertThat(new Wildcard(pattern).matches(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abcd",
    "abc, xabc",
    "abc, ABC",
    "a*, ba",
    "*c, cb",
    "a*c, a",
    "ab*bc, abc",
    "a*b*c, ac",
    "a*b*c, acb",
    "a*b*b, ab",
    "*b*, ac",
    ".*, abc",
    "a?c, abc"
  })
  void nothingElseStandsForAnything(String pattern, String value) {
    assertThat(new Wildcard(pattern).matches(value)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "ä"})
  void aPatternIsOfPrintableCharacters(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Wildcard(pattern));
  }

  @Test
  void patternsHaveAnOrderAndAreTheirOwnText() {
    assertThat(new Wildcard("a*")).isLessThan(new Wildcard("b")).hasToString("a*");
  }
}
