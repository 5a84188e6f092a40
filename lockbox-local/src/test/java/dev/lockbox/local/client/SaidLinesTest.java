package dev.lockbox.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SaidLinesTest {
  private final SaidLines lines = new SaidLines();

  @Test
  void whatBelongsTogetherIsPutTogether() {
    var said = said(": a comment", "id: 7", "event:event", "data: {\"a\":", "data: 1}", "");
    assertThat(said.name()).isEqualTo("event");
    assertThat(said.id()).contains("7");
    assertThat(said.data().path("a").asInt()).isEqualTo(1);
  }

  @Test
  void nothingOfItIsCarriedOverToTheNext() {
    said("id: 7", "event: event", "data: {}", "");
    var next = said("retry: 10", "data: {}", "");
    assertThat(next.name()).isEqualTo("message");
    assertThat(next.id()).isEmpty();
  }

  @Test
  void whatSaysNothingIsNothing() {
    for (var line : List.of("", "id: 7", "", "nonsense", "")) {
      assertThat(lines.line(line)).isEmpty();
    }
  }

  @Test
  void whatIsNoJsonIsNoEvent() {
    lines.line("data: {");
    assertThatThrownBy(() -> lines.line("")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void moreThanIsTakenAtOnceIsRefused() {
    var long1 = "data: " + "x".repeat(1024 * 1024);
    lines.line(long1);
    assertThatThrownBy(() -> lines.line(long1)).isInstanceOf(IllegalStateException.class);
  }

  private Said said(String... all) {
    Optional<Said> last = Optional.empty();
    for (var line : all) {
      assertThat(last).isEmpty();
      last = lines.line(line);
    }
    return last.orElseThrow();
  }
}
