package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.api.History;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.Evaluations;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.Deny;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.signature.SoftKey;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose signatures a grant stands on, as its timeline tells. */
class SignedYesesTest {
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");

  /** Opened, signed, approved. */
  private static final int TO_THE_SIGNATURE = 2;

  private final ViewRig rig = new ViewRig();
  private final History history = new History();
  private final View view = rig.view(() -> MORNING);
  private final SoftKey key = SoftKey.ed25519(ANNA);

  @AfterEach
  void close() {
    rig.close();
  }

  private static Attempt by(PersonId person, String id) {
    return new Attempt(person, new DecisionId(id));
  }

  private void waiting() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
    var optional = new SignatureRules(Mode.OPTIONAL, Duration.ZERO);
    rig.pipe(
        history.decide(
            new ChangeSettings(CONTOSO, by(CARLA, "rules"), Policies.settingsHaving(optional)),
            MORNING));
    rig.pipe(history.open(REQUEST, MORNING));
  }

  private void hasAKey() {
    var by = by(ANNA, "key");
    var proof = key.sign(RegisterApproverKey.payload(CONTOSO, by, key.key(), key.passkey()));
    rig.pipe(
        history.decide(
            new RegisterApproverKey(CONTOSO, by, key.key(), key.passkey(), proof), MORNING));
    rig.pipe(
        history.decide(new ConfirmApproverKey(CONTOSO, by(CARLA, "agreed"), key.id()), MORNING));
  }

  private void signs() {
    var pending = (Pending) view.find(REQUEST).orElseThrow();
    var digest = RequestDigest.of(REQUEST, pending.opening(), pending.terms());
    var yes = new Approve(REQUEST, by(ANNA, "yes"), Optional.empty(), 1, Optional.empty());
    var proof = key.sign(DecisionPayload.of(yes, digest, key.id()));
    rig.pipe(
        history.decide(
            new Approve(
                yes.request(),
                yes.by(),
                yes.reason(),
                yes.ifVersion(),
                yes.narrowing(),
                Optional.of(proof)),
            MORNING));
  }

  private SignedYeses yeses(int lookedMax) {
    return new SignedYeses(view, rig, lookedMax);
  }

  @Test
  void aYesThatWasSignedIsFoundWithWhatWasRead() {
    waiting();
    hasAKey();
    signs();
    var found = yeses(SignedYeses.LOOKED_MAX).under(REQUEST);
    assertThat(found).hasSize(1);
    var signed = found.getFirst().signed();
    assertThat(signed.by().actor()).isEqualTo(ANNA);
    assertThat(signed.proof().key()).isEqualTo(key.id());
    var digested = found.getFirst().digested();
    assertThat(digested.texts()).startsWith("lockbox-request-1", "contoso", "req-1", "eva");
    assertThat(signed.payload().texts().get(3))
        .isEqualTo(HexFormat.of().formatHex(digested.challenge().bytes()));
  }

  @Test
  void whereNobodySignedThereIsNone() {
    waiting();
    assertThat(yeses(SignedYeses.LOOKED_MAX).under(REQUEST)).isEmpty();
    rig.pipe(
        history.decide(
            new Approve(REQUEST, by(ANNA, "yes"), Optional.empty(), 1, Optional.empty()), MORNING));
    assertThat(yeses(SignedYeses.LOOKED_MAX).under(REQUEST)).isEmpty();
    assertThat(yeses(SignedYeses.LOOKED_MAX).under(new RequestId(CONTOSO, "req-2"))).isEmpty();
  }

  @Test
  void noMoreEntriesAreLookedAtThanMayBe() {
    waiting();
    hasAKey();
    signs();
    assertThat(yeses(TO_THE_SIGNATURE).under(REQUEST)).hasSize(1);
    assertThat(yeses(TO_THE_SIGNATURE - 1).under(REQUEST)).isEmpty();
  }

  @Test
  void refusalsBeforeItHideNothing() {
    waiting();
    hasAKey();
    for (var n = 0; n < 20; n++) {
      rig.pipe(
          history.decide(
              new Deny(REQUEST, by(Evaluations.MIRA, "no-" + n), Optional.empty()), MORNING));
    }
    signs();
    assertThat(yeses(SignedYeses.LOOKED_MAX).under(REQUEST)).hasSize(1);
  }
}
