package dev.lockbox.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.identity.PersonId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineerMailTest {
  @ParameterizedTest
  @CsvSource({
    "{id}@provider.example, eva, eva@provider.example",
    "{id}@provider.example, eva.n-1_x+y, eva.n-1_x+y@provider.example",
    "{id}@provider.example, auth0|5f7c, auth0|5f7c@provider.example",
    "support+{id}@provider.example, eva, support+eva@provider.example"
  })
  void makesAnAddress(String template, String engineer, String address) {
    assertThat(mail(template, engineer)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eva@elsewhere.example",
        "a:b",
        "eva.",
        "e..va",
        "e2345678901234567890123456789012345678901234567890123456789012345"
      })
  void anIdThatMakesNoAddressIsNotMailed(String engineer) {
    assertThat(mail("{id}@provider.example", engineer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eva@provider.example",
        "eva@{id}.example",
        "{id}",
        "{id}@provider.example, x@y.example",
        "{id}@a@b",
        "{id}\r\nBcc: x@provider.example",
        ""
      })
  void aTemplateThatMakesNoneIsRefused(String template) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EngineerMail(Optional.of(template)));
  }

  private static Optional<String> mail(String template, String engineer) {
    return new EngineerMail(Optional.of(template)).of(new PersonId(engineer));
  }
}
