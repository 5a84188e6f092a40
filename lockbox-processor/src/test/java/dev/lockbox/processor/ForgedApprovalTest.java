package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.SoftKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever can write to the command log says no yes in an approver's name (C4, J12). */
class ForgedApprovalTest {
  private static final SoftKey ANNAS = SoftKey.passkey(ANNA);

  private Rig rig;

  /** Anna has a key that holds, and must sign. */
  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.replaceAll(CONTOSO, "all", "anna", "carla"));
    var required = new SignatureRules(Mode.REQUIRED, Duration.ZERO);
    rig.append(
        new ChangeSettings(CONTOSO, by(CARLA, "required"), Policies.settingsHaving(required)));
    rig.append(register());
    rig.append(new ConfirmApproverKey(CONTOSO, by(CARLA, "it-is-hers"), ANNAS.id()));
    rig.append(Say.open("r1"));
    rig.append(Say.open("r2"));
    assertThat(state("r1")).isInstanceOf(Pending.class);
    rig.recorded();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aForgedYesIsRefusedAndRecorded() {
    refused(Say.approve("r1", ANNA, "forged", 1), Refusal.SIGNATURE_REQUIRED);
    var forger = SoftKey.ed25519(ANNA);
    refused(signed("r1", "forged-with-another", forger), Refusal.KEY_UNKNOWN);
    var empty = new Proof(ANNAS.id(), Octets.of(new byte[64]), Optional.empty());
    refused(Say.approve("r1", ANNA, "forged-badly", 1).with(empty), Refusal.SIGNATURE_INVALID);
    assertThat(state("r1")).isInstanceOf(Pending.class);
  }

  @Test
  void aSignedYesGrantsAndIsNoYesToAnythingElse() {
    var yes = signed("r1", "yes", ANNAS);
    rig.append(yes);
    assertThat(rig.events())
        .hasSize(2)
        .hasAtLeastOneElementOfType(DecisionSigned.class)
        .last()
        .isInstanceOf(RequestApproved.class);
    assertThat(state("r1")).isInstanceOf(Granted.class);
    var elsewhere = Say.approve("r2", ANNA, "yes", 1).with(yes.proof().orElseThrow());
    refused(elsewhere, Refusal.SIGNATURE_INVALID);
  }

  @Test
  void keysAreRememberedOverARestart() {
    rig = rig.restarted();
    refused(Say.approve("r1", ANNA, "forged", 1), Refusal.SIGNATURE_REQUIRED);
    rig.append(signed("r1", "yes", ANNAS));
    assertThat(state("r1")).isInstanceOf(Granted.class);
  }

  @Test
  void aKeyThatWasWithdrawnSignsNothingMoreAndWhatItSignedStands() {
    rig.append(signed("r1", "yes", ANNAS));
    rig.append(new WithdrawApproverKey(CONTOSO, by(ANNA, "lost"), ANNAS.id()));
    refused(signed("r2", "yes", ANNAS), Refusal.KEY_UNKNOWN);
    assertThat(state("r1")).isInstanceOf(Granted.class);
  }

  @Test
  void aNoIsNeverSigned() {
    rig.append(Say.deny("r1", ANNA, "no"));
    assertThat(state("r1")).isInstanceOf(Closed.class);
  }

  private static RegisterApproverKey register() {
    var by = by(ANNA, "a-key");
    var payload = RegisterApproverKey.payload(CONTOSO, by, ANNAS.key(), ANNAS.passkey());
    return new RegisterApproverKey(CONTOSO, by, ANNAS.key(), ANNAS.passkey(), ANNAS.sign(payload));
  }

  private Approve signed(String request, String decision, SoftKey key) {
    var yes = Say.approve(request, ANNA, decision, 1);
    var pending = (Pending) state(request);
    var digest = RequestDigest.of(yes.request(), pending.opening(), pending.terms());
    return yes.with(key.sign(DecisionPayload.of(yes, digest, key.id())));
  }

  private static Attempt by(PersonId person, String id) {
    return new Attempt(person, new DecisionId(id));
  }

  private void refused(Approve command, Refusal why) {
    rig.recorded();
    rig.append(command);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).as(no.detail()).isEqualTo(why));
  }

  private AccessRequest state(String id) {
    return rig.stored(Say.request(id));
  }
}
