package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.signature.KeyKind;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.VerifyingKey;
import dev.lockbox.simulator.record.Signed;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the oracle makes of who signed what, of events alone; by hand, and no bytes are a key's. */
class JudgedSignaturesTest extends StoryByHand {
  private static final PersonId CARLA = new PersonId("carla");
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Instant NEXT_NOON = NOON.plus(A_DAY);
  private static final Duration TICK = Duration.ofMillis(1);
  private static final VerifyingKey KEY =
      new VerifyingKey(
          KeyKind.ED25519,
          Octets.of(HexFormat.of().parseHex("302a300506032b6570032100" + "07".repeat(32))));
  private static final Octets SIGNATURE = Octets.of((byte) 1, (byte) 2);
  private static final Payload SAID = Payload.of(List.of("yes"));

  @Test
  void aSignedYesIsOne() {
    begun();
    registered(NOON);
    confirmed(CARLA, NEXT_NOON);
    signed(EIGHT_HOURS);
    approved(NEXT_NOON, EIGHT_HOURS, true);
    assertThat(why()).isEmpty();
  }

  @Test
  void aYesThatNobodySignedIsFound() {
    begun();
    registered(NOON);
    confirmed(CARLA, NEXT_NOON);
    approved(NEXT_NOON, EIGHT_HOURS, false);
    assertThat(why()).contains("contoso/req-1 has a yes that nobody signed");
  }

  @Test
  void aSignatureBeforeItsKeyHoldsIsFound() {
    begun();
    registered(NOON);
    confirmed(CARLA, NEXT_NOON);
    signed(EIGHT_HOURS);
    approved(NEXT_NOON.minus(TICK), EIGHT_HOURS, true);
    assertThat(why()).contains("contoso/req-1 is signed by a key that holds for nobody");
  }

  @Test
  void aKeyThatHoldsTooSoonIsFound() {
    begun();
    registered(NOON);
    confirmed(CARLA, NEXT_NOON.minus(TICK));
    assertThat(why()).hasValueSatisfying(why -> assertThat(why).endsWith("holds too soon"));
  }

  @Test
  void aKeyThatItsHolderAgreedToIsFound() {
    begun();
    registered(NOON);
    confirmed(ANNA, NEXT_NOON);
    assertThat(why()).hasValueSatisfying(why -> assertThat(why).startsWith("nobody else agreed"));
  }

  @Test
  void aSignatureByAWithdrawnKeyIsFound() {
    begun();
    registered(NOON);
    confirmed(CARLA, NEXT_NOON);
    withdrawn();
    signed(EIGHT_HOURS);
    approved(NEXT_NOON, EIGHT_HOURS, true);
    assertThat(why()).contains("contoso/req-1 is signed by a key that holds for nobody");
  }

  @Test
  void aSignatureThatNobodyMadeIsFound() {
    begun();
    registered(NOON);
    confirmed(CARLA, NEXT_NOON);
    approved(NEXT_NOON, EIGHT_HOURS, true);
    assertThat(why())
        .hasValueSatisfying(why -> assertThat(why).endsWith("never signed contoso/req-1"));
  }

  @Test
  void aGrantOfMoreThanWasSignedIsFound() {
    begun();
    registered(NOON);
    confirmed(CARLA, NEXT_NOON);
    signed(AN_HOUR);
    approved(NEXT_NOON, EIGHT_HOURS, true);
    assertThat(why()).hasValueSatisfying(why -> assertThat(why).endsWith("and signed for other"));
  }

  private void begun() {
    registered();
    var rules = new SignatureRules(SignatureRules.Mode.REQUIRED, A_DAY);
    var settings = Settings.DEFAULTS.with(Policy.DEFAULT.with(rules));
    var change = new ChangeSettings(CONTOSO, by(CARLA, "rules"), settings);
    happened(
        change,
        NOON,
        2,
        new SettingsChanged(CONTOSO, NOON, provenance(change), Optional.empty(), settings));
    opened();
  }

  private void registered(Instant at) {
    var register =
        new RegisterApproverKey(CONTOSO, by(ANNA, "key"), KEY, Optional.empty(), proof());
    happened(
        register,
        at,
        3,
        new ApproverKeyRegistered(CONTOSO, at, provenance(register), KEY, Optional.empty()));
  }

  private void confirmed(PersonId who, Instant holdsFrom) {
    var confirm = new ConfirmApproverKey(CONTOSO, by(who, "agree"), KEY.id());
    happened(
        confirm,
        NOON,
        4,
        new ApproverKeyConfirmed(CONTOSO, NOON, provenance(confirm), KEY.id(), holdsFrom));
  }

  private void withdrawn() {
    var withdraw = new WithdrawApproverKey(CONTOSO, by(ANNA, "withdraw"), KEY.id());
    happened(
        withdraw, NOON, 5, new ApproverKeyWithdrawn(CONTOSO, NOON, provenance(withdraw), KEY.id()));
  }

  private void signed(Duration accessFor) {
    var yes =
        new Signed.Yes(
            REQUEST,
            Optional.of(lasting(accessFor)),
            by(ANNA, "yes").id(),
            1,
            ANNA,
            KEY.id(),
            Optional.empty());
    signed.add(new Signed(KEY.id(), SAID, SIGNATURE, yes));
  }

  private void approved(Instant at, Duration accessFor, boolean isSigned) {
    var plain = new Approve(REQUEST, by(ANNA, "yes"), Optional.empty(), 1, Optional.empty());
    var approve = isSigned ? plain.with(proof()) : plain;
    var by = provenance(approve);
    if (isSigned) {
      happened(approve, at, 2, new DecisionSigned(REQUEST, at, by, SAID, proof()));
      commands.removeLast();
    }
    happened(
        approve, at, 3, new RequestApproved(REQUEST, at, by, Optional.empty(), at.plus(accessFor)));
  }

  private static Proof proof() {
    return new Proof(KEY.id(), SIGNATURE, Optional.empty());
  }

  private Optional<String> why() {
    return new SignedByWhoSaidYes().brokenBy(evidence(Evidence.Extent.RUNNING));
  }
}
