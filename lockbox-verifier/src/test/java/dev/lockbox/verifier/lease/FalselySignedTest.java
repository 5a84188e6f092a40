package dev.lockbox.verifier.lease;

import static dev.lockbox.verifier.lease.Approver.CLIENT_DATA;
import static dev.lockbox.verifier.lease.Approver.PORTAL;
import static dev.lockbox.verifier.lease.Approver.PRESENT_AND_VERIFIED;
import static dev.lockbox.verifier.lease.Rejection.FALSELY_SIGNED;
import static dev.lockbox.verifier.lease.SignedScene.demand;
import static dev.lockbox.verifier.lease.SignedScene.held;
import static dev.lockbox.verifier.lease.SignedScene.rejected;
import static dev.lockbox.verifier.lease.SignedScene.signed;
import static dev.lockbox.verifier.lease.SignedScene.yes;
import static dev.lockbox.verifier.lease.Words.bytes;
import static dev.lockbox.verifier.lease.Words.read;
import static dev.lockbox.verifier.lease.Words.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.verifier.signature.KeyKind;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A yes that nobody signed like that, in a lease of the lockbox's own (F105). */
class FalselySignedTest {
  private final Approver anna = Approver.of("anna", KeyKind.PASSKEY);
  private final Approver ben = Approver.of("ben", KeyKind.ED25519);
  private final Approver stranger = Approver.of("anna", KeyKind.ED25519);
  private final Demand oneOfThem = demand(1, anna.key(), ben.key());

  @Test
  void whatAnotherSignedIsForged() {
    rejected(oneOfThem, signed(read(), yes(stranger).withKey(ben.id())), FALSELY_SIGNED);
    rejected(oneOfThem, signed(read(), yes(ben).withKey(anna.id())), FALSELY_SIGNED);
    rejected(oneOfThem, signed(read(), yes(ben).by("anna")), FALSELY_SIGNED);
  }

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void aByteOfItChangedOrLeftOutIsForged(KeyKind kind) {
    var approver = Approver.of("anna", kind);
    var demand = demand(1, approver.key());
    var yes = yes(approver);
    for (var i = 0; i < yes.payload().length; i++) {
      rejected(demand, signed(read(), yes.of(flipped(yes.payload(), i))), FALSELY_SIGNED);
    }
    for (var i = 0; i < yes.signature().length; i++) {
      rejected(demand, signed(read(), yes.signed(flipped(yes.signature(), i))), FALSELY_SIGNED);
      rejected(
          demand, signed(read(), yes.signed(Arrays.copyOf(yes.signature(), i))), FALSELY_SIGNED);
    }
  }

  private static byte[] flipped(byte[] bytes, int at) {
    var other = bytes.clone();
    other[at] ^= 1;
    return other;
  }

  @Test
  void theAlgorithmIsTheKeysAndNotTheLeases() {
    var payload = bytes(Words.yes(anna, read()));
    rejected(oneOfThem, signed(read(), anna.bare(payload)), FALSELY_SIGNED);
    var soft = Approver.of("anna", KeyKind.ES256);
    var asserted =
        soft.asserted(
            bytes(Words.yes(soft, read())), PORTAL.id(), PRESENT_AND_VERIFIED, CLIENT_DATA);
    rejected(demand(1, soft.key()), signed(read(), asserted), FALSELY_SIGNED);
    held(demand(1, soft.keptAs(KeyKind.PASSKEY)), signed(read(), asserted));
    var raw = yes(soft);
    rejected(
        demand(1, soft.key()), signed(read(), raw.signed(plain(raw.signature()))), FALSELY_SIGNED);
  }

  /** As JOSE writes it: both numbers in 32 bytes each. */
  private static byte[] plain(byte[] der) {
    var r = Arrays.copyOfRange(der, 4, 4 + der[3]);
    var s = Arrays.copyOfRange(der, 6 + der[3], der.length);
    var both = new BigInteger(1, r).shiftLeft(256).or(new BigInteger(1, s)).toByteArray();
    return Arrays.copyOfRange(both, Math.max(0, both.length - 64), both.length);
  }

  @Test
  void anAssertionOfAnotherDecisionIsForged() {
    var other = yes(anna, with(read(), "etcd is slow", "etcd is fast"));
    rejected(oneOfThem, signed(read(), other.of(yes(anna).payload())), FALSELY_SIGNED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "webauthn.get|webauthn.create",
        "CHALLENGE|Q0hBTExFTkdF",
        "https://portal.lockbox.example|https://portal.lockbox.example.evil.example",
        "\"crossOrigin\":false|\"crossOrigin\":true",
        "false}|false",
        "{\"type\"|{\"origin\":\"https://evil.example\",\"type\""
      })
  void whatABrowserSaysOtherwiseIsForged(String part, String otherwise) {
    var said = CLIENT_DATA.replace(part, otherwise);
    assertThat(said).isNotEqualTo(CLIENT_DATA);
    asserted(PORTAL.id(), PRESENT_AND_VERIFIED, said);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x04, 0xfa})
  void whereNobodyWasThereOrKnownItIsForged(int flags) {
    asserted(PORTAL.id(), flags, CLIENT_DATA);
  }

  @Test
  void whatIsSignedForAnotherPageIsForged() {
    asserted("evil.example", PRESENT_AND_VERIFIED, CLIENT_DATA);
  }

  private void asserted(String rpId, int flags, String clientData) {
    var payload = bytes(Words.yes(anna, read()));
    rejected(
        oneOfThem, signed(read(), anna.asserted(payload, rpId, flags, clientData)), FALSELY_SIGNED);
  }

  @Test
  void oneThatIsForgedIsNotMadeGoodByOthers() {
    var forged = yes(anna).signed(ben.signature(new byte[1]));
    rejected(oneOfThem, signed(read(), yes(ben), forged), FALSELY_SIGNED);
  }
}
