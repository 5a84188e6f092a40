package dev.lockbox.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTest {
  @Test
  void aTicketIsReadOverHttps() {
    var longest = "https://" + "a".repeat(1016);
    assertThat(ticket(longest).url()).contains(longest);
    assertThatThrownBy(() -> ticket(longest + "a")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://",
        "http://desk.example/1",
        "javascript:alert(1)",
        "HTTPS://desk.example",
        "https://desk.example/\"onclick=",
        "https://desk.example/<script>",
        "https://desk.example/ 1",
        "https://desk.example/\r\nSet-Cookie:a",
        "https://dеsk.example",
        " https://desk.example"
      })
  void nothingElseIsALink(String url) {
    assertThatThrownBy(() -> ticket(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ticket url must match");
  }

  private static Ticket ticket(String url) {
    return new Ticket("servicedesk", "INC-4711", Optional.of(url));
  }
}
