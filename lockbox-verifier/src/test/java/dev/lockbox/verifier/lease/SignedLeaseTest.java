package dev.lockbox.verifier.lease;

import static dev.lockbox.verifier.lease.Approver.PORTAL;
import static dev.lockbox.verifier.lease.Rejection.MALFORMED;
import static dev.lockbox.verifier.lease.Rejection.NOT_SIGNED;
import static dev.lockbox.verifier.lease.SignedScene.demand;
import static dev.lockbox.verifier.lease.SignedScene.held;
import static dev.lockbox.verifier.lease.SignedScene.rejected;
import static dev.lockbox.verifier.lease.SignedScene.signed;
import static dev.lockbox.verifier.lease.SignedScene.taken;
import static dev.lockbox.verifier.lease.SignedScene.yes;
import static dev.lockbox.verifier.lease.Words.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.verifier.lease.Approver.Claim;
import dev.lockbox.verifier.lease.Received.Held;
import dev.lockbox.verifier.signature.ApproverKey;
import dev.lockbox.verifier.signature.KeyKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A gateway that believes a grant by the signatures of the customer's own people, whoever has the
 * lockbox's key (F105).
 */
class SignedLeaseTest {
  private static final int YESES_MAX = 64;

  private final Approver anna = Approver.of("anna", KeyKind.PASSKEY);
  private final Approver ben = Approver.of("ben", KeyKind.ED25519);
  private final Approver stranger = Approver.of("anna", KeyKind.ED25519);
  private final Demand oneOfThem = demand(1, anna.key(), ben.key());

  @ParameterizedTest
  @EnumSource(KeyKind.class)
  void whatOneOfThemSignedOpens(KeyKind kind) {
    var approver = Approver.of("anna", kind);
    assertThat(taken(demand(1, approver.key()), signed(read(), yes(approver))))
        .isInstanceOfSatisfying(
            Held.class,
            held ->
                assertThat(held.lease().signed().yeses())
                    .extracting(SignedYes::person, SignedYes::key)
                    .containsExactly(Tuple.tuple("anna", approver.id())));
  }

  @Test
  void whatNobodySignedOpensNothing() {
    rejected(oneOfThem, "", NOT_SIGNED);
    rejected(oneOfThem, signed(read()), NOT_SIGNED);
  }

  @Test
  void aKeyThatIsNotPinnedProvesNothing() {
    rejected(oneOfThem, signed(read(), yes(stranger)), NOT_SIGNED);
    held(oneOfThem, signed(read(), yes(stranger), yes(ben)));
  }

  @Test
  void ofOtherCustomersTheLockboxIsBelieved() {
    var scene = new Scene(trust -> trust.demanding("fabrikam", oneOfThem));
    assertThat(scene.renew()).isInstanceOf(Held.class);
  }

  @Test
  void asManyPeopleSignAsAreDemandedAndNotOneOfThemTwice() {
    var second = Approver.of("ANNA", KeyKind.ES256);
    var two = demand(2, anna.key(), second.key(), ben.key());
    rejected(two, signed(read(), yes(anna)), NOT_SIGNED);
    rejected(two, signed(read(), yes(anna), yes(anna)), NOT_SIGNED);
    rejected(two, signed(read(), yes(anna), yes(second)), NOT_SIGNED);
    held(two, signed(read(), yes(anna), yes(ben)));
  }

  @Test
  void noMoreYesesAreLookedAtThanThereCanBe() {
    var many = new Claim[YESES_MAX];
    Arrays.fill(many, yes(ben));
    held(oneOfThem, signed(read(), many));
    var more = Arrays.copyOf(many, YESES_MAX + 1);
    more[YESES_MAX] = yes(ben);
    rejected(oneOfThem, signed(read(), more), MALFORMED);
  }

  @Test
  void aMemberTwiceOrMissingOrOfAnotherKindIsNone() {
    var good = signed(read(), yes(anna));
    held(oneOfThem, good);
    for (var name :
        List.of(
            "digested",
            "person",
            "key",
            "payload",
            "signature",
            "authenticatorData",
            "clientData")) {
      var quoted = "\"%s\":".formatted(name);
      assertThat(good).contains(quoted);
      for (var wrong :
          List.of(
              "\"other\":", quoted + "1,\"o\":", quoted + "null,\"o\":", quoted + "1," + quoted)) {
        rejected(oneOfThem, good.replace(quoted, wrong), MALFORMED);
      }
    }
    rejected(oneOfThem, good.replace("\"signed\":[", "\"signed\":[1,"), MALFORMED);
    rejected(oneOfThem, good.replace("\"signed\":", "\"signed\":null,\"o\":"), MALFORMED);
    rejected(oneOfThem, good.replace("\"signed\":", "\"other\":"), NOT_SIGNED);
    rejected(oneOfThem, good.replace("\"payload\":\"", "\"payload\":\"="), MALFORMED);
  }

  @Test
  void noMorePeopleAreDemandedThanHaveKeys() {
    var approvers = Approvers.of(List.of(anna.key(), stranger.key(), ben.key()));
    assertThat(new Demand(approvers, 2).people()).isEqualTo(2);
    for (var people : new int[] {0, 3}) {
      assertThatThrownBy(() -> new Demand(approvers, people))
          .hasMessage("people must be from 1 to the 2 whose keys are pinned, were " + people);
    }
  }

  @Test
  void aPasskeyHasItsPageAndNoOtherKeyHas() {
    var spki = ben.key().spki();
    assertThatThrownBy(() -> new ApproverKey("ben", KeyKind.ED25519, spki, Optional.of(PORTAL)))
        .hasMessageContaining("no other key has one");
    assertThatThrownBy(() -> new ApproverKey("ben", KeyKind.ES256, spki, Optional.empty()))
        .hasMessage("the key of ben must be a SubjectPublicKeyInfo of ES256");
  }
}
