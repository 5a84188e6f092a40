package dev.lockbox.verifier.lease;

import static dev.lockbox.verifier.lease.Approver.base64Url;
import static dev.lockbox.verifier.lease.Rejection.SIGNED_FOR_LESS;
import static dev.lockbox.verifier.lease.Rejection.SIGNED_OTHERWISE;
import static dev.lockbox.verifier.lease.Scene.ALLOWED;
import static dev.lockbox.verifier.lease.Scene.CONDITIONS;
import static dev.lockbox.verifier.lease.Scene.NOON;
import static dev.lockbox.verifier.lease.Scene.TARGET;
import static dev.lockbox.verifier.lease.SignedScene.demand;
import static dev.lockbox.verifier.lease.SignedScene.held;
import static dev.lockbox.verifier.lease.SignedScene.rejected;
import static dev.lockbox.verifier.lease.SignedScene.signed;
import static dev.lockbox.verifier.lease.SignedScene.taken;
import static dev.lockbox.verifier.lease.SignedScene.telling;
import static dev.lockbox.verifier.lease.SignedScene.yes;
import static dev.lockbox.verifier.lease.Words.and;
import static dev.lockbox.verifier.lease.Words.bytes;
import static dev.lockbox.verifier.lease.Words.read;
import static dev.lockbox.verifier.lease.Words.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.verifier.lease.Received.Held;
import dev.lockbox.verifier.lease.Received.Rejected;
import dev.lockbox.verifier.signature.KeyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What approvers did sign, in a lease of which it says nothing, or less (F105). */
class SignedOtherwiseTest {
  private final Approver anna = Approver.of("anna", KeyKind.PASSKEY);
  private final Approver ben = Approver.of("ben", KeyKind.ED25519);
  private final Demand oneOfThem = demand(1, anna.key(), ben.key());

  @ParameterizedTest
  @CsvSource({
    "contoso,fabrikam",
    "req-1,req-2",
    "APPROVE,DENY",
    "APPROVE,REVOKE",
    "lockbox-decision-v1,lockbox-decision-v2",
    "lockbox-decision-v1,lockbox-key-v1",
    "ben,anna"
  })
  void whatIsNoYesToThisGrantOpensNothing(String part, String otherwise) {
    var payload = bytes(with(Words.yes(ben, read()), part, otherwise));
    rejected(oneOfThem, signed(read(), ben.yes(payload)), SIGNED_OTHERWISE);
  }

  @Test
  void aYesThatNamesAnotherKeyOpensNothing() {
    var payload = bytes(with(Words.yes(ben, read()), ben.id(), anna.id()));
    rejected(oneOfThem, signed(read(), ben.yes(payload)), SIGNED_OTHERWISE);
  }

  @Test
  void aGoodYesToAnotherRequestOpensNothing() {
    var other = with(read(), "req-1", "req-2");
    var payload = bytes(with(Words.yes(ben, other), "req-1", "req-2"));
    assertThat(taken(oneOfThem, signed(other, ben.yes(payload)), "\"req-1\"", "\"req-2\""))
        .isInstanceOf(Held.class);
    rejected(oneOfThem, signed(other, ben.yes(payload)), SIGNED_OTHERWISE);
    rejected(oneOfThem, telling(List.of(read(), other), ben.yes(payload)), SIGNED_OTHERWISE);
  }

  @Test
  void whatWasReadMustBeTold() {
    rejected(oneOfThem, telling(List.of(), yes(ben)), SIGNED_OTHERWISE);
    var more = with(read(), ALLOWED, "k8s.pod.exec");
    rejected(oneOfThem, signed(more, yes(ben)), SIGNED_OTHERWISE);
    held(oneOfThem, telling(List.of(more, read()), yes(ben)));
  }

  @ParameterizedTest
  @CsvSource({
    "contoso,fabrikam",
    "req-1,req-2",
    "eva,otto",
    "lockbox-request-1,lockbox-practice-1",
    "lockbox-request-1,lockbox-request-2",
    "PT8H,eight hours",
    "false,FALSE",
    "3,03",
    "3,4",
    "3,-1",
    "3,99999999999999999999"
  })
  void whatWasReadIsThisRequestOrOpensNothing(String part, String otherwise) {
    var other = with(read(), part, otherwise);
    rejected(oneOfThem, signed(other, yes(ben, other)), SIGNED_OTHERWISE);
  }

  @Test
  void anEngineerBehindAPseudonymIsTakenWhereThatIsSaid() {
    var veiled = with(read(), "eva", "Engineer 7");
    rejected(oneOfThem, signed(veiled, yes(ben, veiled)), SIGNED_OTHERWISE);
    held(new Demand(oneOfThem.approvers(), 1, true), signed(veiled, yes(ben, veiled)));
  }

  @Test
  void whatWasReadCoversTheLease() {
    for (var less :
        List.of(
            with(read(), ALLOWED, "k8s.pod.list"),
            with(read(), TARGET, "/clusters/contoso-1/ns/default"),
            with(read(), "PT8H", "PT7H59M59S"),
            with(read(), "PT8H", "PT-8H"),
            with(read(), "false", "true"),
            and(read(), "conditions", "1", "RECORD", "0", "any", "any", "false"),
            and(read(), "conditions", "0", "1", "PHI", "any", "any", "false"),
            and(read(), "conditions", "0", "0", "1", "RDP_GATEWAY", "any", "false"),
            and(read(), "conditions", "0", "0", "any", "0", "false"),
            and(read(), "conditions", "0", "0", "any", "any", "true"),
            starting("2026-03-02T12:00:01Z"))) {
      rejected(oneOfThem, signed(less, yes(ben, less)), SIGNED_FOR_LESS);
    }
    for (var more :
        List.of(
            with(read(), "PT8H", "PT24H"),
            with(read(), "PT8H", "PT2562047788015215H"),
            starting("2026-03-02T12:00:00.999Z"))) {
      held(oneOfThem, signed(more, yes(ben, more)));
    }
  }

  private static List<String> starting(String at) {
    var all = new ArrayList<>(read());
    all.set(all.indexOf("PT8H") + 1, at);
    return all;
  }

  @Test
  void aLeaseThatSaysMoreThanWasReadOpensNothing() {
    more("[\"%s\"]".formatted(ALLOWED), "[\"%s\",\"k8s.pod.exec\"]".formatted(ALLOWED));
    more("[\"%s\"]".formatted(TARGET), "[\"%s\",\"%s/x\"]".formatted(TARGET, TARGET));
    var notAfter = NOON.plusSeconds(8 * 3600).getEpochSecond();
    more("\"notAfter\":" + notAfter, "\"notAfter\":" + (notAfter + 1));
  }

  private void more(String part, String otherwise) {
    assertThat(taken(oneOfThem, signed(read(), yes(ben)), part, otherwise))
        .isEqualTo(new Rejected(SIGNED_FOR_LESS));
  }

  @Test
  void whatIsSignedForLessOpensNoMore() {
    var yes = Words.yes(ben, read());
    var start = yes.subList(0, yes.size() - 3);
    for (var less :
        List.of(
            and(start, "1", "k8s.pod.list", "0", ""),
            and(start, "0", "1", "/clusters/contoso-1/ns/default", ""),
            and(start, "0", "0", "28799000"),
            and(yes, "conditions", "1", "RECORD", "0", "any", "any", "false"),
            and(yes, "conditions", "0", "0", "any", "any", "true"))) {
      rejected(oneOfThem, signed(read(), ben.yes(bytes(less))), SIGNED_FOR_LESS);
    }
    held(
        oneOfThem,
        signed(read(), ben.yes(bytes(and(start, "1", ALLOWED, "1", TARGET, "28800000")))));
  }

  @Test
  void aLeaseUnderMoreThanWasReadIsCovered() {
    var read = and(read(), "conditions", "0", "0", "2", "API", "REMOTE_SHELL", "any", "false");
    var scene = new Scene(trust -> trust.demanding("contoso", oneOfThem));
    var asking = scene.leases.ask();
    var under =
        """
        {"obligations":["RECORD"],"excluded":[],"channels":["API"],"countries":["DE"],\
        "singleUse":true}\
        """;
    var claims = scene.claims(asking.nonce()).replace(CONDITIONS, under);
    var lease = claims.substring(0, claims.lastIndexOf('}')) + signed(read, yes(ben, read)) + "}";
    assertThat(scene.leases.take(asking, scene.signer.sign(lease))).isInstanceOf(Held.class);
  }

  /** Of a later lockbox, say: what it means is not known here. */
  @Test
  void whatFollowsOnWhatIsKnownOpensNothing() {
    for (var behind : List.of("more", "conditions")) {
      var more = and(read(), "conditions", "0", "0", "any", "any", "false", behind);
      rejected(oneOfThem, signed(more, yes(ben, more)), SIGNED_OTHERWISE);
      var yes = and(Words.yes(ben, read()), "conditions", "0", "0", "any", "any", "false", behind);
      rejected(oneOfThem, signed(read(), ben.yes(bytes(yes))), SIGNED_OTHERWISE);
    }
    var unknown = and(read(), "purposes", "0");
    rejected(oneOfThem, signed(unknown, yes(ben, unknown)), SIGNED_OTHERWISE);
  }

  @Test
  void whateverAnApproverSignsInsteadOpensNothing() {
    var random = new Random(105);
    var yes = bytes(Words.yes(ben, read()));
    for (var i = 0; i < yes.length; i++) {
      rejected(oneOfThem, signed(read(), ben.yes(Arrays.copyOf(yes, i))), SIGNED_OTHERWISE);
      var longer = Arrays.copyOf(yes, yes.length + 1 + random.nextInt(8));
      rejected(oneOfThem, signed(read(), ben.yes(longer)), SIGNED_OTHERWISE);
      var garbage = new byte[random.nextInt(200)];
      random.nextBytes(garbage);
      rejected(oneOfThem, signed(read(), ben.yes(garbage)), SIGNED_OTHERWISE);
      var huge = yes.clone();
      huge[i] = (byte) 0xff;
      assertThat(taken(oneOfThem, signed(read(), ben.yes(huge)))).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void whateverIsToldInPlaceOfWhatWasReadOpensNothing() {
    var bytes = bytes(read());
    for (var i = 0; i < bytes.length; i++) {
      var cut = Arrays.copyOf(bytes, i);
      var yes = new ArrayList<>(Words.yes(ben, read()));
      yes.set(3, HexFormat.of().formatHex(Approver.sha256(cut)));
      var told =
          telling(List.of(), ben.yes(bytes(yes)))
              .replace("\"digested\":[]", "\"digested\":[\"%s\"]".formatted(base64Url(cut)));
      rejected(oneOfThem, told, SIGNED_OTHERWISE);
    }
  }
}
