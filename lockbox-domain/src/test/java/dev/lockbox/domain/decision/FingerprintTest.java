package dev.lockbox.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
  @Test
  void nothingHasTheFingerprintOfNothing() {
    assertThat(Fingerprint.of(List.of()).hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  /** printf '\0\0\0\3abc' | sha256sum. */
  @Test
  void aPartStandsBehindItsLengthInFourBytes() {
    assertThat(Fingerprint.of(List.of("abc")).hex())
        .isEqualTo("d04b72a650ce0f8ce4963330a53ee2832733d2baeffff3c1d8e256cca096d120");
  }

  @Test
  void whereOnePartEndsMatters() {
    assertThat(Fingerprint.of(List.of("ab", "c"))).isNotEqualTo(Fingerprint.of(List.of("a", "bc")));
    assertThat(Fingerprint.of(List.of("abc", ""))).isNotEqualTo(Fingerprint.of(List.of("abc")));
    assertThat(Fingerprint.of(List.of("", "abc"))).isNotEqualTo(Fingerprint.of(List.of("abc", "")));
    assertThat(Fingerprint.of(List.of("\0\0\0\1a"))).isNotEqualTo(Fingerprint.of(List.of("", "a")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n",
        "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void aFingerprintIsSixtyFourLowerCaseDigits(String hex) {
    assertThatThrownBy(() -> new Fingerprint(hex))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 hexadecimal digits");
  }
}
