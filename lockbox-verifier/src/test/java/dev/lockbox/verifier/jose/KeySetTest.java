package dev.lockbox.verifier.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** With the key and the signature that RFC 8037, appendix A, has as its examples. */
class KeySetTest {
  private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
  private static final String ID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
  private static final String KEY =
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\",\"kid\":\"%s\"}".formatted(X, ID);
  private static final String SIGNED =
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3"
          + "AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

  @Test
  void aSignatureIsCheckedByTheKeyOfItsId() throws Malformed {
    var jws = Jws.parse(SIGNED);
    var key = parse(KEY).find(ID).orElseThrow();
    assertThat(jws.isSignedBy(key)).isTrue();
    assertThat(new String(jws.payload(), StandardCharsets.US_ASCII))
        .isEqualTo("Example of Ed25519 signing");
    assertThat(Jws.parse(SIGNED.replace(".RXh", ".RXg")).isSignedBy(key)).isFalse();
    assertThat(Jws.parse(SIGNED.replace(".hgy", ".hgz")).isSignedBy(key)).isFalse();
    assertThat(Jws.parse(SIGNED.substring(0, SIGNED.lastIndexOf('.') + 1)).isSignedBy(key))
        .isFalse();
    assertThat(parse(KEY).find("another")).isEmpty();
  }

  @Test
  void whatIsNoKeyUnderItsThumbprintIsRefused() {
    for (var bad :
        new String[] {
          "{}",
          "1",
          KEY.replace("OKP", "EC"),
          KEY.replace("Ed25519", "X25519"),
          KEY.replace(ID, "kPrK"),
          KEY.replace(",\"kid\":\"" + ID + "\"", ""),
          KEY.replace(X, X.replace('1', '2')),
          KEY.replace("\"x\"", "\"d\":\"nWGx\",\"x\"")
        }) {
      assertThatThrownBy(() -> parse(bad)).as(bad).isInstanceOf(Malformed.class);
    }
    assertThatThrownBy(() -> KeySet.parse(bytes("{\"keys\":[]}")))
        .hasMessage("1 to 16 keys were expected");
    assertThatThrownBy(() -> parse((KEY + ",").repeat(16) + KEY))
        .hasMessage("1 to 16 keys were expected");
  }

  @Test
  void whatIsNoCompactJwsIsRefused() {
    for (var bad :
        new String[] {
          "",
          "..",
          "a.b",
          SIGNED + ".",
          SIGNED + "=",
          " " + SIGNED,
          SIGNED.replace("eyJhbGciOiJFZERTQSJ9", "e30=."),
          SIGNED.replace('_', '/'),
          SIGNED.substring(0, SIGNED.length() - 1) + "h",
          "a".repeat(Jws.CHARS_MAX + 1)
        }) {
      assertThatThrownBy(() -> Jws.parse(bad)).as(bad).isInstanceOf(Malformed.class);
    }
  }

  private static KeySet parse(String keys) throws Malformed {
    return KeySet.parse(bytes("{\"keys\":[%s]}".formatted(keys)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
