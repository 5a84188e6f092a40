package dev.lockbox.verifier.lease;

import static dev.lockbox.verifier.lease.Scene.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.verifier.lease.Received.Rejected;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What is handed in as a lease and is none. */
class ForgeryTest {
  private final Scene scene = new Scene();
  private final Asking asking = scene.leases.ask();
  private final String claims = scene.claims(asking.nonce());
  private final String header = scene.signer.header();

  @Test
  void whatAnotherKeySignedIsNone() {
    var other = new Signer();
    rejected(other.sign(claims), Rejection.UNKNOWN_KEY);
    rejected(other.sign(header, claims), Rejection.FORGED);
  }

  @Test
  void anotherAlgorithmOrNoneIsNone() {
    for (var algorithm : new String[] {"none", "None", "HS256", "ES256", "Ed25519", "eddsa", ""}) {
      rejected(scene.signer.sign(header.replace("EdDSA", algorithm), claims), Rejection.OTHER_KIND);
    }
    var bare = scene.signer.sign(header.replace("EdDSA", "none"), claims);
    rejected(bare.substring(0, bare.lastIndexOf('.') + 1), Rejection.OTHER_KIND);
  }

  @Test
  void aTokenOfAnotherTypeIsNone() {
    for (var type : new String[] {"JWT", "at+jwt", "LOCKBOX-LEASE+JWT", ""}) {
      rejected(
          scene.signer.sign(header.replace("lockbox-lease+jwt", type), claims),
          Rejection.OTHER_KIND);
    }
  }

  @Test
  void aHeaderSaysNothingButWhatItMust() {
    for (var more :
        new String[] {
          "{\"crit\":[\"exp\"],", "{\"jwk\":{},", "{\"b64\":false,", "{\"x5u\":\"https://x\","
        }) {
      rejected(scene.signer.sign(header.replace("{", more), claims), Rejection.OTHER_KIND);
    }
    rejected(scene.signer.sign("{}", claims), Rejection.OTHER_KIND);
    rejected(scene.signer.sign(header.replace("\"EdDSA\"", "1"), claims), Rejection.MALFORMED);
    rejected(
        scene.signer.sign(header.replace("{", "{\"alg\":\"none\","), claims), Rejection.MALFORMED);
  }

  @Test
  void aChangedWordIsNone() {
    var lease = scene.issue(asking);
    var at = lease.indexOf('.') + 20;
    var changed = lease.charAt(at) == 'A' ? 'B' : 'A';
    assertThat(
            scene.leases.take(asking, lease.substring(0, at) + changed + lease.substring(at + 1)))
        .isEqualTo(new Rejected(Rejection.FORGED));
  }

  @Test
  void aLeaseForAnotherGatewayOrOfAnotherIssuerIsNone() {
    signed(claims.replace("gateway-1", "gateway-2"), Rejection.FOR_OTHERS);
    signed(claims.replace("\"lockbox\"", "\"other\""), Rejection.FOR_OTHERS);
  }

  @Test
  void aMemberTwiceOrMissingOrOfAnotherKindIsNone() {
    var wrong = new ArrayList<String>();
    for (var name :
        new String[] {
          "iss",
          "aud",
          "sub",
          "jti",
          "iat",
          "nbf",
          "exp",
          "notAfter",
          "tenant",
          "request",
          "nonce",
          "actions",
          "resources",
          "conditions",
          "obligations",
          "excluded",
          "channels",
          "countries",
          "singleUse"
        }) {
      var quoted = "\"%s\":".formatted(name);
      assertThat(claims).contains(quoted);
      wrong.add(claims.replace(quoted, "\"other\":"));
      wrong.add(claims.replace(quoted, quoted + "{\"a\":1},\"o\":"));
      wrong.add(claims.replace(quoted, quoted + "1," + quoted));
    }
    wrong.add(claims + "x");
    wrong.add("[" + claims + "]");
    wrong.add("");
    wrong.add(claims.replace("[\"k8s", "[1,\"k8s"));
    wrong.forEach(one -> signed(one, Rejection.MALFORMED));
  }

  @Test
  void timesThatContradictEachOtherOrLastTooLongAreNone() {
    var noon = NOON.getEpochSecond();
    for (var bad :
        new String[] {
          until(noon + 61), until(noon), until(noon - 1), claims.replace(after(), after(noon + 59))
        }) {
      signed(bad, Rejection.IMPOSSIBLE);
    }
    signed(until(-1), Rejection.MALFORMED);
    signed(until(253_402_300_800L), Rejection.MALFORMED);
    signed(claims.replace("\"exp\":", "\"exp\":1e"), Rejection.MALFORMED);
  }

  @Test
  void anExpiredOneIsNone() {
    scene.pass(Duration.ofSeconds(60));
    assertThat(scene.leases.take(asking, scene.signer.sign(claims)))
        .isEqualTo(new Rejected(Rejection.LAPSED));
  }

  @Test
  void whatIsNoTokenAtAllIsNone() {
    for (var none : new String[] {"", ".", "..", "...", "null", "{}", "a.b.c", "é.é.é"}) {
      rejected(none, Rejection.MALFORMED);
    }
  }

  private String until(long seconds) {
    return claims.replace("\"exp\":" + NOON.plusSeconds(60).getEpochSecond(), "\"exp\":" + seconds);
  }

  private String after() {
    return after(scene.notAfter().getEpochSecond());
  }

  private static String after(long seconds) {
    return "\"notAfter\":" + seconds;
  }

  private void signed(String badClaims, Rejection why) {
    assertThat(badClaims).isNotEqualTo(claims);
    rejected(scene.signer.sign(badClaims), why);
  }

  private void rejected(String compact, Rejection why) {
    assertThat(scene.leases.take(asking, compact)).as(compact).isEqualTo(new Rejected(why));
    assertThat(scene.opens()).isFalse();
  }
}
