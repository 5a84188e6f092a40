package dev.lockbox.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {
  @Test
  void whatTurnsTheReadingDirectionIsSeen() {
    assertThat(Shown.text("pay\u202Efdp.exe")).isEqualTo("pay‹U+202E›fdp[.]exe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0007",
        "\u001B",
        "\u007F",
        "\u0085",
        "\u00AD",
        "\u200B",
        "\u200D",
        "\u2028",
        "\u2029",
        "\u2066",
        "\uFEFF",
        "\uE000",
        "\u3164",
        "\u115F",
        "\t",
        "\uDB40\uDC41"
      })
  void whatCannotBeSeenIsNamed(String hidden) {
    var named = "a‹U+%04X›b".formatted(hidden.codePointAt(0));
    assertThat(Shown.text("a" + hidden + "b")).isEqualTo(named);
  }

  @Test
  void whatCanBeSeenStays() {
    var plain = "Größe, 数据, לוג, 🔒 & <b>\"quoted\"</b>. The end.\nNext line.";
    assertThat(Shown.text(plain)).isEqualTo(plain);
  }

  @Test
  void everyWayToEndALineBecomesOne() {
    assertThat(Shown.text("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void nothingInFreeTextBecomesALinkByItself() {
    assertThat(Shown.text("see https://evil.example/approve?x=1 or www.evil.example or evil.com"))
        .isEqualTo(
            "see https[:]//evil[.]example/approve?x=1 or www[.]evil[.]example or evil[.]com");
  }

  @Test
  void anIdKeepsItsDotsAndLosesItsScheme() {
    assertThat(Shown.id("k8s.pod.logs")).isEqualTo("k8s.pod.logs");
    assertThat(Shown.id("https://www.evil/x")).isEqualTo("https[:]//www[.]evil/x");
  }

  @Test
  void aDeadlineNeverLooksLaterThanItIs() {
    assertThat(Times.shown(Instant.parse("2026-03-06T07:59:59.999Z")))
        .isEqualTo("2026-03-06 07:59:59 UTC");
  }

  @Test
  void durationsAreForPeople() {
    assertThat(Times.shown(Duration.ofHours(8))).isEqualTo("8 h");
    assertThat(Times.shown(Duration.ofMinutes(90))).isEqualTo("1 h 30 min");
    assertThat(Times.shown(Duration.ofDays(1).plusSeconds(5))).isEqualTo("24 h 5 s");
    assertThat(Times.shown(Duration.ofMillis(400))).isEqualTo("0 s");
  }
}
