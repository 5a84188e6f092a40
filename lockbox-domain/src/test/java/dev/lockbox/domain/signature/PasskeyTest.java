package dev.lockbox.domain.signature;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.signature.Authenticator.HONEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an authenticator signed, and for whom (FAULTS 5.2, J12). */
class PasskeyTest {
  private static final Payload YES = Payload.of(List.of("lockbox-decision-v1", "yes"));
  private static final SoftKey KEY = SoftKey.passkey(ANNA);

  private static boolean isSigned(SoftKey signer) {
    return registered().signed(YES, signer.sign(YES));
  }

  private static ApproverKey registered() {
    return KEY.registered(MORNING, Optional.of(MORNING));
  }

  @Test
  void whatTheOwnerWasAskedAndKnownForIsSigned() {
    assertThat(isSigned(KEY)).isTrue();
  }

  @Test
  void whatTheBrowserSaysBehindItDoesNotMatter() {
    var more = HONEST.clientData().replace("false}", "false,\"other_keys_can_be_added\":\"x\"}");
    assertThat(isSigned(KEY.behaving(HONEST.saying(more)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "webauthn.get|webauthn.create",
        "CHALLENGE|Q0hBTExFTkdF",
        "https://portal.lockbox.example|https://portal.lockbox.example.evil.example",
        "https://portal.lockbox.example|https://evil.lockbox.example",
        "https://portal.lockbox.example|http://portal.lockbox.example",
        "https://portal.lockbox.example|https://portal.lockbox.example:8443",
        "\"crossOrigin\":false|\"crossOrigin\":true",
        ",\"crossOrigin\":false|``",
        "false}|false",
        "false}|falsehood\":0}",
        "{\"type\"|{ \"type\"",
        "{\"type\"|{\"origin\":\"https://evil.example\",\"type\""
      })
  void whatABrowserSaysOtherwiseIsNotSigned(String part, String otherwise) {
    var said = HONEST.clientData().replace(part, otherwise);
    assertThat(said).isNotEqualTo(HONEST.clientData());
    assertThat(isSigned(KEY.behaving(HONEST.saying(said)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal.lockbox.example", "evil.example", "LOCKBOX.EXAMPLE"})
  void whatIsSignedForSomebodyElseIsNotSigned(String rpId) {
    assertThat(isSigned(KEY.behaving(HONEST.signingFor(rpId)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x04, 0xfa})
  void somebodyMustBeThereAndMustBeTheOwner(int flags) {
    assertThat(isSigned(KEY.behaving(HONEST.flagging(flags)))).isFalse();
  }

  @Test
  void otherFlagsDoNotMatter() {
    assertThat(isSigned(KEY.behaving(HONEST.flagging(0x1d)))).isTrue();
  }

  @Test
  void whatAnotherPasskeySignedIsNotSigned() {
    var other = SoftKey.passkey(ANNA).sign(YES);
    assertThat(registered().signed(YES, other)).isFalse();
    var renamed = new Proof(KEY.id(), other.signature(), other.assertion());
    assertThat(registered().signed(YES, renamed)).isFalse();
  }

  @Test
  void whatIsSignedWithoutAnAuthenticatorIsNotSignedByAPasskey() {
    var bare = new Proof(KEY.id(), Octets.of(KEY.signature(YES.bytes())), Optional.empty());
    assertThat(registered().signed(YES, bare)).isFalse();
  }

  @Test
  void whatIsSaidAndWhatIsSignedAreTheSame() {
    var honest = KEY.sign(YES);
    var other = KEY.behaving(HONEST.flagging(0x1d)).sign(YES);
    var mixed = new Proof(KEY.id(), honest.signature(), other.assertion());
    assertThat(registered().signed(YES, mixed)).isFalse();
  }

  @Test
  void onlyAPasskeyHasARelyingParty() {
    var soft = SoftKey.es256(ANNA);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ApproverKey(ANNA, soft.key(), KEY.passkey(), MORNING, Optional.empty()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ApproverKey(ANNA, KEY.key(), Optional.empty(), MORNING, Optional.empty()));
  }

  @Test
  void whatAnAuthenticatorSaysHasItsBounds() {
    var data = Octets.of(new byte[37]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Assertion(Octets.of(new byte[36]), data));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Assertion(Octets.of(new byte[1025]), data));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Assertion(data, Octets.of(new byte[4097])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Passkey(Authenticator.PORTAL, Octets.of(new byte[1024])));
  }

  @ParameterizedTest
  @CsvSource({
    "lockbox.example,https://lockbox.example",
    "lockbox.example,https://portal.lockbox.example:8443",
    "localhost,http://localhost:24197",
  })
  void aRelyingPartyIsADomainAndAPageOfIt(String id, String origin) {
    assertThat(new RelyingParty(id, origin).origin()).isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "lockbox.example,http://lockbox.example",
    "lockbox.example,https://evillockbox.example",
    "lockbox.example,https://lockbox.example.evil.example",
    "lockbox.example,https://lockbox.example/",
    "lockbox.example,https://lockbox.example@evil.example",
    "Lockbox.example,https://Lockbox.example",
    "lockbox.example,https://lockbox.example:0",
    "lockbox.example,javascript://lockbox.example",
  })
  void whatIsNoPageOfTheDomainIsNone(String id, String origin) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RelyingParty(id, origin));
  }
}
