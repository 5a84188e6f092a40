package dev.lockbox.domain.tenant;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.CARLA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.DORA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Samples.ANNA_MEMBER;
import static dev.lockbox.domain.Samples.BEN_MEMBER;
import static dev.lockbox.domain.Samples.CARLA_MEMBER;
import static dev.lockbox.domain.Samples.DORA_MEMBER;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.KEY_EXISTS;
import static dev.lockbox.domain.decision.Refusal.KEY_UNKNOWN;
import static dev.lockbox.domain.decision.Refusal.NOTHING_TO_CHANGE;
import static dev.lockbox.domain.decision.Refusal.NOT_AN_ADMIN;
import static dev.lockbox.domain.decision.Refusal.NOT_OF_THE_CUSTOMER;
import static dev.lockbox.domain.decision.Refusal.SECOND_PERSON_NEEDED;
import static dev.lockbox.domain.decision.Refusal.SIGNATURE_INVALID;
import static dev.lockbox.domain.decision.Refusal.TOO_MANY_KEYS;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.ApproverKeyCommand.ConfirmApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.RegisterApproverKey;
import dev.lockbox.domain.ApproverKeyCommand.WithdrawApproverKey;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyConfirmed;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyRegistered;
import dev.lockbox.domain.ApproverKeyEvent.ApproverKeyWithdrawn;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.Policies;
import dev.lockbox.domain.TenantCommand;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.SettingsChanged;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.SignatureRules;
import dev.lockbox.domain.rules.SignatureRules.Mode;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import dev.lockbox.domain.signature.SoftKey;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose keys a customer takes: two people and a day, and one person to take one back. */
class ApproverKeysTest {
  private static final Membership MEMBERS =
      new Membership(
          "Premier",
          Set.of(ANNA_MEMBER, BEN_MEMBER),
          Set.of(CARLA_MEMBER, ANNA_MEMBER),
          Set.of(DORA_MEMBER));

  private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

  private int attempts;

  private static Stream<SoftKey> keysOfAnna() {
    return Stream.of(SoftKey.passkey(ANNA), SoftKey.ed25519(ANNA), SoftKey.es256(ANNA));
  }

  private Tenant registered() {
    return after(
        Tenant.UNREGISTERED, new RegisterTenant(CONTOSO, attempt(OPERATOR), MEMBERS), NOON);
  }

  @ParameterizedTest
  @MethodSource("keysOfAnna")
  void whoShowsThatTheyHoldAKeyRegistersIt(SoftKey key) {
    var register = register(key, ANNA);
    assertThat(decide(registered(), register, NOON))
        .isEqualTo(
            new Accepted<>(
                List.of(
                    new ApproverKeyRegistered(
                        CONTOSO, NOON, by(register), key.key(), key.passkey()))));
    var tenant = after(registered(), register, NOON);
    assertThat(tenant.version()).isEqualTo(2);
    assertThat(keys(tenant).holding(key.id(), ANNA, NOON.plus(Duration.ofDays(1000)))).isEmpty();
  }

  @Test
  void itHoldsOnceAnAdministratorAgreedAndADayHasPassed() {
    var key = SoftKey.ed25519(ANNA);
    var confirm = new ConfirmApproverKey(CONTOSO, attempt(CARLA), key.id());
    var tenant = having(key);
    assertThat(decide(tenant, confirm, NOON.plusSeconds(60)))
        .isEqualTo(
            new Accepted<>(
                List.of(
                    new ApproverKeyConfirmed(
                        CONTOSO, NOON.plusSeconds(60), by(confirm), key.id(), TOMORROW))));
    var agreed = keys(after(tenant, confirm, NOON.plusSeconds(60)));
    assertThat(agreed.holding(key.id(), ANNA, TOMORROW.minusMillis(1))).isEmpty();
    assertThat(agreed.holding(key.id(), ANNA, TOMORROW)).isPresent();
    assertThat(agreed.holding(key.id(), BEN, TOMORROW)).isEmpty();
    assertThat(agreed.hasOneOf(new PersonId("Anna"), TOMORROW)).isTrue();
  }

  @Test
  void whoAgreesLateMakesItHoldFromThenOn() {
    var key = SoftKey.ed25519(ANNA);
    var late = TOMORROW.plusSeconds(5);
    var keys =
        keys(after(having(key), new ConfirmApproverKey(CONTOSO, attempt(CARLA), key.id()), late));
    assertThat(keys.holding(key.id(), ANNA, late.minusMillis(1))).isEmpty();
    assertThat(keys.holding(key.id(), ANNA, late)).isPresent();
  }

  @Test
  void nobodyAgreesToAKeyOfTheirOwn() {
    var key = SoftKey.ed25519(ANNA);
    refused(
        having(key),
        new ConfirmApproverKey(CONTOSO, attempt(ANNA), key.id()),
        SECOND_PERSON_NEEDED);
  }

  @ParameterizedTest
  @CsvSource({"ben", "dora", "femi", "operator"})
  void nobodyButAnAdministratorAgrees(String person) {
    var key = SoftKey.ed25519(ANNA);
    var confirm = new ConfirmApproverKey(CONTOSO, attempt(new PersonId(person)), key.id());
    refused(having(key), confirm, NOT_AN_ADMIN);
  }

  @Test
  void agreeingTwiceChangesNothing() {
    var key = SoftKey.ed25519(ANNA);
    var agreed = agreed(key);
    var again = new ConfirmApproverKey(CONTOSO, attempt(CARLA), key.id());
    refused(agreed, again, NOTHING_TO_CHANGE);
  }

  @ParameterizedTest
  @CsvSource({"femi", "dora", "operator", "eva"})
  void onlyWhoApprovesOrAdministersHasAKey(String person) {
    var other = new PersonId(person);
    refused(registered(), register(SoftKey.ed25519(other), other), NOT_OF_THE_CUSTOMER);
  }

  @Test
  void nobodyRegistersAKeyThatTheyDoNotHold() {
    var bens = SoftKey.ed25519(BEN);
    var by = attempt(ANNA);
    var bare = new RegisterApproverKey(CONTOSO, by, bens.key(), Optional.empty(), proofOf(bens));
    refused(registered(), bare, SIGNATURE_INVALID);
    refused(registered(), signed(bens, attempt(BEN), CONTOSO, by), SIGNATURE_INVALID);
  }

  @Test
  void aProofIsOfOneAttemptAtOneCustomer() {
    var key = SoftKey.passkey(ANNA);
    refused(registered(), signed(key, attempt(ANNA), FABRIKAM, attempt(ANNA)), SIGNATURE_INVALID);
    refused(registered(), signed(key, attempt(ANNA), CONTOSO, attempt(ANNA)), SIGNATURE_INVALID);
  }

  @Test
  void aKeyIsOnePersonsAndRegisteredOnce() {
    var key = SoftKey.ed25519(ANNA);
    refused(having(key), register(key, ANNA), KEY_EXISTS);
    refused(having(key), register(key, BEN), KEY_EXISTS);
  }

  @Test
  void aPersonHasAtMostEightKeys() {
    var tenant = registered();
    for (var i = 0; i < ApproverKeys.KEYS_PER_PERSON_MAX; i++) {
      tenant = after(tenant, register(SoftKey.ed25519(ANNA), ANNA), NOON);
    }
    refused(tenant, register(SoftKey.ed25519(ANNA), ANNA), TOO_MANY_KEYS);
    after(tenant, register(SoftKey.ed25519(BEN), BEN), NOON);
  }

  @Test
  void itsHolderOrAnAdministratorTakesAKeyBackAtOnce() {
    var key = SoftKey.ed25519(BEN);
    for (var person : List.of(BEN, CARLA, ANNA)) {
      var withdraw = new WithdrawApproverKey(CONTOSO, attempt(person), key.id());
      assertThat(decide(agreed(key), withdraw, TOMORROW))
          .isEqualTo(
              new Accepted<>(
                  List.of(new ApproverKeyWithdrawn(CONTOSO, TOMORROW, by(withdraw), key.id()))));
      assertThat(keys(after(agreed(key), withdraw, TOMORROW)).byId()).isEmpty();
    }
    for (var person : List.of(DORA, FEMI, OPERATOR)) {
      refused(
          agreed(key), new WithdrawApproverKey(CONTOSO, attempt(person), key.id()), NOT_AN_ADMIN);
    }
  }

  @Test
  void aKeyThatNobodyRegisteredIsUnknown() {
    var key = SoftKey.ed25519(ANNA).id();
    refused(registered(), new ConfirmApproverKey(CONTOSO, attempt(CARLA), key), KEY_UNKNOWN);
    refused(registered(), new WithdrawApproverKey(CONTOSO, attempt(ANNA), key), KEY_UNKNOWN);
    refused(
        Tenant.UNREGISTERED, new WithdrawApproverKey(CONTOSO, attempt(ANNA), key), UNKNOWN_TENANT);
  }

  @Test
  void whatCannotFollowIsAnImpossibleHistory() {
    var key = SoftKey.ed25519(ANNA);
    var by = by(register(key, ANNA));
    var events =
        List.<TenantEvent>of(
            new ApproverKeyConfirmed(CONTOSO, NOON, by, key.id(), NOON),
            new ApproverKeyWithdrawn(CONTOSO, NOON, by, key.id()));
    for (var event : events) {
      assertThatThrownBy(() -> Tenant.evolve(registered(), event))
          .isInstanceOf(ImpossibleHistory.class);
      assertThatThrownBy(() -> Tenant.evolve(Tenant.UNREGISTERED, event))
          .isInstanceOf(ImpossibleHistory.class);
    }
  }

  /** Else whoever steals one administrator's session needs nobody's key. */
  @ParameterizedTest
  @CsvSource({
    "REQUIRED,PT24H,OPTIONAL,PT24H,true",
    "REQUIRED,PT24H,OFF,PT24H,true",
    "OPTIONAL,PT24H,OFF,PT24H,true",
    "REQUIRED,PT24H,REQUIRED,PT23H,true",
    "OPTIONAL,PT24H,REQUIRED,PT23H,true",
    "OFF,PT24H,REQUIRED,PT24H,false",
    "OPTIONAL,PT24H,REQUIRED,PT24H,false",
    "OFF,PT24H,OFF,PT0S,false"
  })
  void askingForLessTakesASecondAdministrator(
      Mode mode, Duration wait, Mode other, Duration otherWait, boolean isTwo) {
    var set = change(new SignatureRules(mode, wait));
    var tenant =
        set.settings().equals(Settings.DEFAULTS) ? registered() : after(registered(), set, NOON);
    var decision = decide(tenant, change(new SignatureRules(other, otherWait)), NOON);
    assertThat(((Accepted<TenantEvent>) decision).events())
        .first()
        .isInstanceOf(isTwo ? SettingsProposed.class : SettingsChanged.class);
  }

  @Test
  void noKeyComesNearerWhileTheClockIsSuspectOrGrantsAreFrozenAndEveryKeyIsTakenBack() {
    var key = SoftKey.ed25519(ANNA);
    var moments =
        Map.of(
            CLOCK_SUSPECT, new Moment(NOON, NOON, true, false),
            GRANTS_FROZEN, new Moment(NOON, NOON, false, true));
    moments.forEach(
        (refusal, at) -> {
          refused(TenantDecider.decide(registered(), register(key, ANNA), at), refusal);
          var confirm = new ConfirmApproverKey(CONTOSO, attempt(CARLA), key.id());
          refused(TenantDecider.decide(having(key), confirm, at), refusal);
          var withdraw = new WithdrawApproverKey(CONTOSO, attempt(ANNA), key.id());
          assertThat(TenantDecider.decide(agreed(key), withdraw, at)).isInstanceOf(Accepted.class);
        });
  }

  @Test
  void aClockThatRunsBackMakesNoKeyHoldTheSooner() {
    var key = SoftKey.ed25519(ANNA);
    var behind = new Moment(TOMORROW.minusSeconds(5), TOMORROW.plusSeconds(5), false, false);
    var confirm = new ConfirmApproverKey(CONTOSO, attempt(CARLA), key.id());
    var agreed = (Accepted<TenantEvent>) TenantDecider.decide(having(key), confirm, behind);
    assertThat(agreed.events())
        .containsExactly(
            new ApproverKeyConfirmed(
                CONTOSO, behind.appended(), by(confirm), key.id(), behind.effective()));
  }

  @Test
  void theSameAskedAgainGetsItsFirstAnswerHoweverItIsSigned() {
    var key = SoftKey.es256(ANNA);
    var by = attempt(ANNA);
    var tenant = after(registered(), signed(key, by, CONTOSO, by), NOON);
    assertThat(decide(tenant, signed(key, by, CONTOSO, by), TOMORROW)).isEqualTo(new Repeated<>(2));
  }

  private ChangeSettings change(SignatureRules rules) {
    return new ChangeSettings(CONTOSO, attempt(CARLA), Policies.settingsHaving(rules));
  }

  private Tenant having(SoftKey key) {
    return after(registered(), register(key, owner(key)), NOON);
  }

  private static PersonId owner(SoftKey key) {
    return key.registered(NOON, Optional.empty()).person();
  }

  private Tenant agreed(SoftKey key) {
    return after(having(key), new ConfirmApproverKey(CONTOSO, attempt(CARLA), key.id()), NOON);
  }

  private static ApproverKeys keys(Tenant tenant) {
    return ((Tenant.Registered) tenant).keys();
  }

  private RegisterApproverKey register(SoftKey key, PersonId person) {
    var by = attempt(person);
    return signed(key, by, CONTOSO, by);
  }

  /** Registered by one attempt with Contoso, and signed as if by another with another. */
  private static RegisterApproverKey signed(
      SoftKey key, Attempt by, TenantId tenant, Attempt signedBy) {
    var meant = register(key, tenant, signedBy, proofOf(key));
    return register(key, CONTOSO, by, key.sign(meant.payload()));
  }

  private static RegisterApproverKey register(
      SoftKey key, TenantId tenant, Attempt by, Proof proof) {
    return new RegisterApproverKey(tenant, by, key.key(), key.passkey(), proof);
  }

  private static Proof proofOf(SoftKey key) {
    return key.sign(Payload.of(List.of("something else")));
  }

  private Attempt attempt(PersonId person) {
    return new Attempt(person, new DecisionId("attempt-" + ++attempts));
  }

  private static Provenance by(TenantCommand command) {
    return new Provenance(command.by(), command.content());
  }

  private static Decision<TenantEvent> decide(Tenant state, TenantCommand command, Instant at) {
    return TenantDecider.decide(state, command, Moment.at(at));
  }

  private static Tenant after(Tenant before, TenantCommand command, Instant at) {
    var accepted = (Accepted<TenantEvent>) decide(before, command, at);
    return accepted.events().stream().reduce(before, Tenant::evolve, (first, second) -> second);
  }

  private static void refused(Tenant state, TenantCommand command, Refusal expected) {
    refused(decide(state, command, NOON), expected);
  }

  private static void refused(Decision<TenantEvent> decision, Refusal expected) {
    assertThat(decision).isInstanceOf(Refused.class);
    var no = (Refused<TenantEvent>) decision;
    assertThat(no.refusal()).as(no.detail()).isEqualTo(expected);
    assertThat(no.detail()).isNotBlank();
  }
}
