package dev.lockbox.api.lease;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.view.SignedYes;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.signature.Assertion;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much of who signed there is room for in a lease. */
class SignedClaimsTest {
  /** The most that rules ask for: three stages of four people. */
  private static final int YESES_MAX = 12;

  private static final KeyId KEY = new KeyId("ab".repeat(32));
  private static final Payload READ = Payload.of(List.of("x".repeat(6000)));

  private static SignedYes yes(Payload read, Optional<Assertion> assertion) {
    var proof = new Proof(KEY, Octets.of(new byte[Proof.SIGNATURE_BYTES_MAX]), assertion);
    var by =
        new Provenance(new Attempt(ANNA, new DecisionId("yes")), new Fingerprint("cd".repeat(32)));
    var payload = Payload.of(List.of("x".repeat(500)));
    return new SignedYes(new DecisionSigned(REQUEST, MORNING, by, payload, proof), read);
  }

  private static Optional<Assertion> asserted(int clientBytes) {
    return Optional.of(new Assertion(Octets.of(new byte[37]), Octets.of(new byte[clientBytes])));
  }

  @Test
  void ofNobodyNothingIsTold() {
    assertThat(SignedClaims.of(List.of()).signed()).isEmpty();
    assertThat(SignedClaims.of(List.of()).digested()).isEmpty();
  }

  @Test
  void whatAllOfThemReadIsThereOnce() {
    var two = SignedClaims.of(Collections.nCopies(2, yes(READ, Optional.empty())));
    assertThat(two.signed()).hasSize(2);
    assertThat(two.digested()).containsExactly(READ.octets().base64Url());
    assertThat(two.signed().getFirst())
        .containsEntry("person", "anna")
        .containsEntry("key", KEY.hex())
        .containsEntry("clientData", null);
  }

  @Test
  void theLargestQuorumOfPasskeysHasRoom() {
    var most = Collections.nCopies(YESES_MAX, yes(READ, asserted(Assertion.CLIENT_BYTES_MAX)));
    assertThat(SignedClaims.of(most).signed()).hasSize(YESES_MAX);
  }

  @Test
  void whatThereIsNoRoomForIsLeftOutAndNothingByHalves() {
    var first = yes(READ, Optional.empty());
    var large = yes(Payload.of(List.of("y".repeat(90_000))), Optional.empty());
    var some = SignedClaims.of(List.of(first, large, first));
    assertThat(some.signed()).hasSize(1);
    assertThat(some.digested()).containsExactly(READ.octets().base64Url());
  }
}
