package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Commands.revoke;
import static dev.lockbox.domain.Events.approvalGiven;
import static dev.lockbox.domain.Events.approvalsRequired;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.revoked;
import static dev.lockbox.domain.RevocationCause.REVOKED_BY_APPROVER;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.KEY_UNKNOWN;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_APPROVER;
import static dev.lockbox.domain.decision.Refusal.SIGNATURE_INVALID;
import static dev.lockbox.domain.decision.Refusal.SIGNATURE_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.STALE_VERSION;
import static dev.lockbox.domain.rules.SignatureRules.Mode.OFF;
import static dev.lockbox.domain.rules.SignatureRules.Mode.OPTIONAL;
import static dev.lockbox.domain.rules.SignatureRules.Mode.REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RulesEvent.GrantedByRule;
import dev.lockbox.domain.SigningEvent.DecisionSigned;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.KeyId;
import dev.lockbox.domain.signature.Octets;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.SoftKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A yes signed by a key of the approver's (FEATURES 7.1, FAULTS 5.2; A7, C4, J12, L10). */
class SignedApprovalTest {
  private static final SoftKey ANNAS = SoftKey.passkey(ANNA);
  private static final SoftKey BENS = SoftKey.ed25519(BEN);

  /** Two hours are enough. */
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  private static Stream<SoftKey> keysOfAnna() {
    return Stream.of(SoftKey.passkey(ANNA), SoftKey.ed25519(ANNA), SoftKey.es256(ANNA));
  }

  private static Settings asking(SignatureRules.Mode mode) {
    return Policies.settingsHaving(new SignatureRules(mode, Duration.ofDays(1)));
  }

  private static ApproverKey holding(SoftKey key) {
    return key.registered(MORNING.minusSeconds(60), Optional.of(MORNING));
  }

  /** Waits for Anna or Ben, who have a key each. */
  private static Scenario waiting(SignatureRules.Mode mode) {
    return given(opened()).settingsNow(asking(mode)).keysNow(holding(ANNAS), holding(BENS));
  }

  private static Fingerprint digest(Scenario scenario) {
    var pending = (Pending) scenario.state();
    return RequestDigest.of(Cast.REQUEST, pending.opening(), pending.terms());
  }

  private static Function<Approve, Proof> by(SoftKey key, Scenario scenario) {
    return yes -> key.sign(DecisionPayload.of(yes, digest(scenario), key.id()));
  }

  /** Of what the approver would have said otherwise than it is said here. */
  private static Function<Approve, Proof> ofAnother(UnaryOperator<Approve> otherwise) {
    return yes ->
        ANNAS.sign(DecisionPayload.of(otherwise.apply(yes), digest(waiting(REQUIRED)), ANNAS.id()));
  }

  @ParameterizedTest
  @MethodSource("keysOfAnna")
  void aYesThatItsApproverSignedGrantsWhereSignaturesAreRequired(SoftKey key) {
    var waiting = given(opened()).settingsNow(asking(REQUIRED)).keysNow(holding(key));
    var yes = approve().as("signed").signed(by(key, waiting));
    var asked = yes.build(1);
    var payload = DecisionPayload.of((Approve) asked, digest(waiting), key.id());
    waiting.when(yes).accepted().history().stream()
        .filter(DecisionSigned.class::isInstance)
        .map(DecisionSigned.class::cast)
        .forEach(signed -> assertThat(signed.payload()).isEqualTo(payload));
    assertThat(waiting.when(yes).accepted().history())
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("RequestOpened", "DecisionSigned", "RequestApproved");
  }

  @Test
  void whatWasSignedAndHowStandsBeforeTheYes() {
    var waiting = given(opened()).settingsNow(asking(REQUIRED)).keysNow(holding(BENS));
    var yes = approve().by(BEN).as("signed").signed(by(BENS, waiting));
    var payload = DecisionPayload.of((Approve) yes.build(1), digest(waiting), BENS.id());
    waiting.when(yes).happened(Events.signed(yes, payload), approved().through(yes));
  }

  @Test
  void aYesThatNobodySignedIsRefusedWhereSignaturesAreRequired() {
    waiting(REQUIRED).when(approve()).refused(SIGNATURE_REQUIRED);
    waiting(REQUIRED).when(approve().onlyFor(TWO_HOURS)).refused(SIGNATURE_REQUIRED);
    given(opened()).settingsNow(asking(REQUIRED)).when(approve()).refused(SIGNATURE_REQUIRED);
  }

  @Test
  void whereTheyAreOptionalWhoeverHasAKeyThatHoldsSigns() {
    waiting(OPTIONAL).when(approve()).refused(SIGNATURE_REQUIRED);
    given(opened())
        .settingsNow(asking(OPTIONAL))
        .keysNow(holding(BENS), ANNAS.registered(MORNING, Optional.empty()))
        .when(approve())
        .accepted();
    given(opened())
        .settingsNow(asking(OPTIONAL))
        .keysNow(ANNAS.registered(MORNING, Optional.of(NOON.plusMillis(1))))
        .when(approve(), NOON)
        .accepted();
  }

  @Test
  void whereTheyAreOffNobodyNeedSign() {
    waiting(OFF).when(approve()).accepted();
    waiting(OFF).when(approve().signed(by(ANNAS, waiting(OFF)))).accepted();
  }

  @ParameterizedTest
  @EnumSource(SignatureRules.Mode.class)
  void aSignatureThatIsThereMustBeGood(SignatureRules.Mode mode) {
    waiting(mode)
        .when(approve().signed(ofAnother(yes -> as(yes, "another"))))
        .refused(SIGNATURE_INVALID);
    waiting(mode).when(approve().signed(by(BENS, waiting(mode)))).refused(KEY_UNKNOWN);
  }

  @Test
  void nobodyIsEverAskedToSignANo() {
    waiting(REQUIRED).when(deny()).happened(denied());
    given(opened(), approved())
        .settingsNow(asking(REQUIRED))
        .when(revoke())
        .happened(revoked(REVOKED_BY_APPROVER));
    waiting(REQUIRED).when(revoke()).accepted();
  }

  private static Approve as(Approve yes, String id) {
    return new Approve(
        yes.request(),
        new Attempt(yes.by().actor(), new DecisionId(id)),
        yes.reason(),
        yes.ifVersion(),
        yes.narrowing());
  }

  private static Stream<UnaryOperator<Approve>> otherwise() {
    return Stream.of(
        yes -> as(yes, "another-decision"),
        yes -> ((Approve) approve().of(new RequestId(CONTOSO, "another")).build(1)),
        yes -> ((Approve) approve().of(new RequestId(FABRIKAM, "req-1001")).build(1)),
        yes -> ((Approve) approve().as("signed").by(BEN).build(1)),
        yes -> ((Approve) approve().as("signed").ifVersion(2).build(1)),
        yes -> ((Approve) approve().as("signed").onlyFor(Duration.ofHours(1)).build(1)),
        yes -> ((Approve) approve().as("signed").under(Samples.CONDITIONS).build(1)));
  }

  @ParameterizedTest
  @MethodSource("otherwise")
  void aSignatureIsOfOneDecisionOnOneRequestOfOnePerson(UnaryOperator<Approve> otherwise) {
    waiting(REQUIRED)
        .when(approve().as("signed").signed(ofAnother(otherwise)))
        .refused(SIGNATURE_INVALID);
  }

  @Test
  void aSignatureOfLessIsNoneOfMore() {
    var less = approve().as("signed").onlyFor(TWO_HOURS).signed(by(ANNAS, waiting(REQUIRED)));
    waiting(REQUIRED).when(less).accepted();
    var signed = ((Approve) less.build(1)).proof().orElseThrow();
    waiting(REQUIRED).when(approve().as("signed").signed(yes -> signed)).refused(SIGNATURE_INVALID);
  }

  @Test
  void aSignatureOfTheTermsOfBeforeIsNoneOfOthers() {
    var twice = new Stage(Optional.empty(), Set.of(ANNA, BEN), 2);
    var before = given(opened(), approvalsRequired(ApproverMode.SNAPSHOT, twice));
    var less = Samples.TERMS;
    var after =
        given(
                opened(),
                approvalsRequired(ApproverMode.SNAPSHOT, twice),
                narrowed(less),
                approvalGiven(0))
            .settingsNow(asking(REQUIRED))
            .keysNow(holding(BENS));
    after.when(approve().by(BEN).ifVersion(3).signed(by(BENS, before))).refused(SIGNATURE_INVALID);
    after.when(approve().by(BEN).ifVersion(2).signed(by(BENS, before))).refused(STALE_VERSION);
    after.when(approve().by(BEN).ifVersion(3).signed(by(BENS, after))).accepted();
  }

  @Test
  void everyOneOfAQuorumSigns() {
    var twice = new Stage(Optional.empty(), Set.of(ANNA, BEN), 2);
    var waiting =
        given(opened(), approvalsRequired(ApproverMode.SNAPSHOT, twice))
            .settingsNow(asking(REQUIRED))
            .keysNow(holding(ANNAS), holding(BENS));
    var one = waiting.when(approve().ifVersion(2).signed(by(ANNAS, waiting))).accepted();
    assertThat(one.state()).isInstanceOf(Pending.class);
    one.when(approve().by(BEN).ifVersion(2)).refused(SIGNATURE_REQUIRED);
    one.when(approve().by(BEN).ifVersion(2).signed(by(BENS, waiting))).accepted();
  }

  @Test
  void aKeyHoldsFromItsInstantOnAndNotBefore() {
    var waiting =
        given(opened())
            .settingsNow(asking(REQUIRED))
            .keysNow(ANNAS.registered(MORNING, Optional.of(NOON)));
    var yes = approve().signed(by(ANNAS, waiting));
    waiting.when(yes, NOON.minus(Cast.TICK)).refused(KEY_UNKNOWN);
    waiting.when(yes, NOON).accepted();
  }

  @Test
  void aKeyThatNobodyAgreedToOrThatIsGoneSignsNothing() {
    var waiting = given(opened()).settingsNow(asking(REQUIRED));
    var yes = approve().signed(by(ANNAS, waiting));
    waiting.when(yes).refused(KEY_UNKNOWN);
    waiting
        .keysNow(ANNAS.registered(Instant.EPOCH, Optional.empty()))
        .when(yes)
        .refused(KEY_UNKNOWN);
  }

  @Test
  void aKeyMakesNobodyAnApprover() {
    var carlas = SoftKey.ed25519(Cast.CARLA);
    var waiting = waiting(REQUIRED).keysNow(holding(carlas));
    waiting.when(approve().by(Cast.CARLA).signed(by(carlas, waiting))).refused(NOT_AN_APPROVER);
  }

  @Test
  void theSameYesAskedAgainGetsItsFirstAnswerHoweverItIsSigned() {
    var yes = approve().as("signed").ifVersion(1).signed(by(ANNAS, waiting(REQUIRED)));
    var granted = waiting(REQUIRED).when(yes).accepted();
    granted.when(yes).repeated(3);
    granted
        .when(approve().as("signed").ifVersion(1).signed(by(ANNAS, waiting(REQUIRED))))
        .repeated(3);
    granted.when(approve().as("signed").ifVersion(1)).repeated(3);
  }

  @Test
  void aSignatureOfGarbageIsRefusedLikeAnyOther() {
    var garbage = new Proof(ANNAS.id(), Octets.of(new byte[64]), Optional.empty());
    waiting(REQUIRED).when(approve().signed(yes -> garbage)).refused(SIGNATURE_INVALID);
  }

  @Test
  void noRuleSaysYesWhereEverybodyMustSign() {
    var approving = Policies.settingsHaving(AccessRuleSamples.APPROVING);
    assertThat(events(approving)).hasAtLeastOneElementOfType(GrantedByRule.class);
    var signing =
        Policies.settingsHaving(
            AccessRuleSamples.APPROVING, new SignatureRules(REQUIRED, Duration.ZERO));
    assertThat(events(signing)).doesNotHaveAnyElementsOfTypes(GrantedByRule.class);
  }

  private static List<RequestEvent> events(Settings settings) {
    return given().settingsNow(settings).when(open()).accepted().history();
  }

  /** Another order or choice of parts is another layout, with another name. */
  @Test
  void whatIsSignedNeverChanges() {
    var yes = (Approve) approve().as("d-1").under(Samples.CONDITIONS).build(1);
    var key = new KeyId("ab".repeat(32));
    var digest = new Fingerprint("cd".repeat(32));
    assertThat(DecisionPayload.of(yes, digest, key).challenge().base64Url())
        .isEqualTo("Rq5viZylCDi9lJHCfS-V521VfJjHfED-EhorkwJTXpk");
  }
}
