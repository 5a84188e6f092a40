package dev.lockbox.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberTest {
  @ParameterizedTest
  @ValueSource(strings = {"anna@contoso.example", "o'brien+lockbox@mail.contoso.example", "a@b"})
  void anAddressReachesAPerson(String mail) {
    assertThat(Member.of("anna", mail).mail().text()).isEqualTo(mail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "@contoso.example",
        "anna@",
        "anna@contoso@example",
        "anna@contoso.example\r\nBcc: mallory@evil.example",
        "anna\r\nBcc: x@contoso.example",
        "anna@contoso.example\n",
        "\nanna@contoso.example",
        "an na@contoso.example",
        "anna@contoso.example, ben@contoso.example",
        "anna;ben@contoso.example",
        "Anna <anna@contoso.example>",
        "\"anna\"@contoso.example",
        "anna(c)@contoso.example",
        "anna@[127.0.0.1]",
        "anna\u0085@contoso.example",
        "anna\u2028@contoso.example",
        "anna\u00a0@contoso.example",
        "ann\u202ea@contoso.example",
        "\u0430nna@contoso.example",
        "anna@c\u043entoso.example",
        "anna\u0000@contoso.example"
      })
  void nothingElseIsAnAddress(String mail) {
    assertThatThrownBy(() -> Member.of("anna", mail))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("mail of anna is not an address");
  }

  @Test
  void anAddressHasALimit() {
    var longest = "a".repeat(64) + "@" + "b".repeat(189);
    assertThat(Member.of("anna", longest).mail().text()).hasSize(254);
    assertThatThrownBy(() -> Member.of("anna", longest + "b"))
        .hasMessage("mail of anna is not an address");
    assertThatThrownBy(() -> Member.of("anna", "a" + longest))
        .hasMessage("mail of anna is not an address");
  }

  @Test
  void anAddressIsThePersonsOwn() {
    var bens = new PersonalText(new PersonId("ben"), "ben@contoso.example");
    assertThatThrownBy(() -> new Member(new PersonId("anna"), bens))
        .hasMessage("mail of anna must be about them, was about ben");
  }
}
