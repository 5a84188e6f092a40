package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.denied;
import static dev.lockbox.domain.Events.ended;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.scheduled;
import static dev.lockbox.domain.SessionSamples.BARE;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static dev.lockbox.domain.SessionSamples.ELSEWHERE;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.PREVENTED;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.decision.Refusal.CHANNEL_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.COUNTRY_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.CREDENTIAL_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.CRYPTO_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.DEVICE_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.GATEWAY_NEEDED;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.MFA_REQUIRED;
import static dev.lockbox.domain.decision.Refusal.NOT_GRANTED;
import static dev.lockbox.domain.decision.Refusal.OBLIGATION_NOT_KEPT;
import static dev.lockbox.domain.decision.Refusal.OTHERS_GRANT;
import static dev.lockbox.domain.decision.Refusal.SESSION_EXISTS;
import static dev.lockbox.domain.decision.Refusal.SESSION_LIMIT;
import static dev.lockbox.domain.decision.Refusal.SOURCE_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.TARGET_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.UNKNOWN_TENANT;
import static dev.lockbox.domain.session.Desk.EIGHT_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Scenario;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.TargetRule;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.domain.rules.Wildcard;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who comes in, by which way, and who does not. */
class ComingInTest {
  private static final Claim ABSENT = new Claim("something-else");
  private static final Code PHI = new Code("PHI");
  private static final Code PCI = new Code("PCI");

  private final Desk desk = new Desk();

  @Test
  void anEngineerWithAGrantComesInUntilItEnds() {
    var started = (SessionStarted) desk.happens(desk.start("s"), NOON.plusSeconds(1)).getFirst();
    assertThat(started.endBy()).isEqualTo(NOON.plus(EIGHT_HOURS));
    assertThat(started.accessUntil()).isEqualTo(NOON.plus(EIGHT_HOURS));
    assertThat(started.idleAfter()).isEqualTo(Duration.ofMinutes(15));
    assertThat(started.actions()).isEqualTo(Cast.ACTIONS);
    assertThat(desk.state().open()).hasSize(1);
  }

  @Test
  void aSessionIsNeverLongerThanTheLongest() {
    var short_ = new SessionLimits(Duration.ofMinutes(15), Duration.ofHours(2));
    desk.rules(new SessionRules(short_, EntryRules.NONE, List.of(), List.of(), false, false));
    var started = (SessionStarted) desk.happens(desk.start("s"), NOON).getFirst();
    assertThat(started.endBy()).isEqualTo(NOON.plus(Duration.ofHours(2)));
    assertThat(SessionLimits.DEFAULT.longest()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void nobodyComesInWithoutAGrant() {
    for (var other :
        List.of(
            AccessRequest.UNOPENED,
            Scenario.given(opened()).state(),
            Scenario.given(opened(), denied()).state(),
            Scenario.given(opened(), approved(), ended()).state())) {
      new Desk().request(other).refuses(desk.start("s"), NOT_GRANTED);
    }
  }

  @Test
  void nobodyComesInAtTheEndOfAGrantHoweverLateItsAlarmIs() {
    var end = NOON.plus(EIGHT_HOURS);
    desk.refuses(desk.start("s"), Moment.at(end), NOT_GRANTED);
    assertThat(desk.happens(desk.start("s"), end.minusMillis(1))).hasSize(1);
  }

  /** The sessions that go through the first one are part of the one use. */
  @Test
  void whatWasGrantedForOneUseLetsNobodyInTwice() {
    desk.request(forOneUse());
    desk.happens(desk.startOnGateway("gateway"), NOON);
    desk.happens(desk.startThrough("gateway", "target"), NOON);
    desk.refuses(desk.start("beside"), NOT_GRANTED);
    desk.happens(desk.leaves("gateway"), NOON);
    desk.refuses(desk.startOnGateway("again"), NOT_GRANTED);
  }

  /** Also before the end of access is decided that comes of it. */
  @Test
  void whatWasGrantedForOneUseLetsNobodyInAfterAnActionOutsideOfASession() {
    desk.request(forOneUse());
    desk.happens(desk.logged(PREVENTED), NOON);
    assertThat(desk.state().isUsed(REQUEST)).isFalse();
    desk.happens(desk.logged(DEED), NOON);
    assertThat(desk.state().isUsed(REQUEST)).isTrue();
    desk.refuses(desk.start("s"), NOT_GRANTED);
    desk.refuses(desk.startOnGateway("gateway"), NOT_GRANTED);
  }

  @Test
  void whatWasGrantedForOneUseLetsNobodyInAfterAnActionThatWasOutsideOfItEither() {
    desk.request(forOneUse());
    desk.happens(desk.did("never-started", deed("secret.view", ELSEWHERE)), NOON);
    desk.refuses(desk.start("s"), NOT_GRANTED);
  }

  @Test
  void nobodyUsesUpWhatIsAnothers() {
    desk.request(forOneUse());
    var annas =
        new ReportAction(
            new EngineerId(CONTOSO, ANNA),
            new Attempt(GATEWAY, new DecisionId("annas")),
            Optional.of(REQUEST),
            Optional.empty(),
            DEED);
    desk.happens(annas, NOON);
    assertThat(desk.happens(desk.start("s"), NOON)).hasSize(1);
  }

  private static AccessRequest forOneUse() {
    var once = open().saying(Said.nothing().singleUse().details());
    return Scenario.given(
            evaluated(EvaluationRules.NONE).through(once).at(MORNING),
            opened().at(MORNING),
            approved().at(NOON).accessUntil(NOON.plus(EIGHT_HOURS)))
        .state();
  }

  private static Deed deed(String action, ResourceName resource) {
    return new Deed(
        Witness.GATEWAY,
        new ActionName(action),
        resource,
        false,
        Optional.empty(),
        0,
        Optional.empty(),
        Map.of());
  }

  @Test
  void whatAnApproverGrantedForOneUseLetsNobodyInTwiceEither() {
    var once = new Conditions(Set.of(), Set.of(), Optional.empty(), Optional.empty(), true);
    desk.request(
        Scenario.given(
                opened().at(MORNING),
                narrowed(new Terms(Cast.ACTIONS, Cast.RESOURCES, EIGHT_HOURS, once)),
                approved().at(NOON).accessUntil(NOON.plus(EIGHT_HOURS)))
            .state());
    desk.happens(desk.startOnGateway("gateway"), NOON);
    desk.happens(desk.leaves("gateway"), NOON);
    desk.refuses(desk.startOnGateway("again"), NOT_GRANTED);
  }

  @Test
  void nobodyComesInByAnotherWayThanTheApproverGranted() {
    desk.request(granted(Optional.of(Set.of(new Code("RDP_GATEWAY"))), Optional.empty()));
    desk.refuses(desk.start("s"), CHANNEL_NOT_ALLOWED);
    desk.refuses(desk.startOnGateway("gateway"), CHANNEL_NOT_ALLOWED);
    var way = new Code(CONNECTION.channel().name());
    desk.request(granted(Optional.of(Set.of(way)), Optional.empty()));
    assertThat(desk.happens(desk.start("s"), NOON)).hasSize(1);
  }

  @Test
  void nobodyComesInFromAnotherCountryThanTheApproverGrantedOrFromNobodyKnowsWhere() {
    var here = new Country(CONNECTION.country().orElseThrow());
    desk.request(granted(Optional.empty(), Optional.of(Set.of(new Country("NZ")))));
    desk.refuses(desk.start("s"), COUNTRY_NOT_ALLOWED);
    desk.request(granted(Optional.empty(), Optional.of(Set.of(here))));
    desk.refuses(desk.start("s", Optional.of(TARGET), Optional.empty(), BARE), COUNTRY_NOT_ALLOWED);
    assertThat(desk.happens(desk.start("s"), NOON)).hasSize(1);
  }

  @Test
  void nobodyComesInByAGatewayThatDoesNotSayThatItKeepsTheObligationsOfTheGrant() {
    desk.request(obliged(Set.of(Obligation.RECORD, Obligation.REDACT), Set.of()));
    desk.refuses(desk.start("s"), OBLIGATION_NOT_KEPT);
    desk.refuses(desk.startOnGateway("gateway"), OBLIGATION_NOT_KEPT);
    desk.refuses(keeping(Set.of(Obligation.RECORD), Set.of()), OBLIGATION_NOT_KEPT);
    var told = keeping(Set.of(Obligation.values()), Set.of());
    var started = (SessionStarted) desk.happens(told, NOON).getFirst();
    assertThat(started.connection().keeps()).isEqualTo(told.connection().keeps());
  }

  @Test
  void nobodyComesInByAGatewayThatDoesNotSayThatItLeavesOutWhatTheGrantExcludes() {
    desk.request(obliged(Set.of(), Set.of(PHI, PCI)));
    desk.refuses(desk.start("s"), OBLIGATION_NOT_KEPT);
    desk.refuses(keeping(Set.of(Obligation.values()), Set.of(PCI)), OBLIGATION_NOT_KEPT);
    desk.refuses(keeping(Set.of(), Set.of(PCI, new Code("phi"))), OBLIGATION_NOT_KEPT);
    assertThat(desk.happens(keeping(Set.of(), Set.of(PCI, PHI, new Code("X"))), NOON)).hasSize(1);
  }

  /** The gateway in front is one gateway, the one on the target another. */
  @Test
  void everyGatewayOnTheWayKeepsWhatTheGrantAsksFor() {
    desk.request(obliged(Set.of(Obligation.RECORD), Set.of(PHI)));
    var keeps = new Keeps(Set.of(Obligation.RECORD), Set.of(PHI));
    var gateway = desk.start("g", Optional.empty(), Optional.empty(), keeping(keeps));
    desk.happens(gateway, NOON);
    desk.refuses(desk.startThrough("g", "s"), OBLIGATION_NOT_KEPT);
    var behind =
        desk.start("s", Optional.of(TARGET), Optional.of(gateway.session()), keeping(keeps));
    assertThat(desk.happens(behind, NOON)).hasSize(1);
  }

  private StartSession keeping(Set<Obligation> obligations, Set<Code> excluded) {
    return desk.start(
        "s", Optional.of(TARGET), Optional.empty(), keeping(new Keeps(obligations, excluded)));
  }

  private static Connection keeping(Keeps keeps) {
    return new Connection(
        CONNECTION.channel(),
        CONNECTION.source(),
        CONNECTION.device(),
        CONNECTION.methods(),
        CONNECTION.credential(),
        CONNECTION.crypto(),
        CONNECTION.country(),
        keeps);
  }

  private static AccessRequest obliged(Set<Obligation> obligations, Set<Code> excluded) {
    return granted(
        new Conditions(obligations, excluded, Optional.empty(), Optional.empty(), false));
  }

  private static AccessRequest granted(
      Optional<Set<Code>> channels, Optional<Set<Country>> countries) {
    return granted(new Conditions(Set.of(), Set.of(), channels, countries, false));
  }

  private static AccessRequest granted(Conditions conditions) {
    return Scenario.given(
            opened().at(MORNING),
            narrowed(new Terms(Cast.ACTIONS, Cast.RESOURCES, EIGHT_HOURS, conditions)),
            approved().at(NOON).accessUntil(NOON.plus(EIGHT_HOURS)))
        .state();
  }

  @Test
  void nobodyComesInBeforeAccessHasBegun() {
    var later = open().saying(Said.nothing().startAt(NOON).details());
    desk.request(
        Scenario.given(
                evaluated(EvaluationRules.NONE).through(later).at(MORNING),
                opened().at(MORNING),
                scheduled(NOON, NOON.plus(EIGHT_HOURS)))
            .state());
    desk.refuses(desk.start("s"), Moment.at(NOON.plusSeconds(1)), NOT_GRANTED);
  }

  @Test
  void aGrantLetsInNobodyElse() {
    desk.refuses(desk.startBy(new EngineerId(CONTOSO, ANNA)), OTHERS_GRANT);
  }

  @Test
  void nobodyComesInWhileGrantsAreFrozenOrTheClockIsSuspect() {
    var at = Moment.at(NOON);
    desk.refuses(desk.start("s"), at.frozen(true), GRANTS_FROZEN);
    desk.refuses(desk.start("s"), new Moment(NOON, NOON, true, false), CLOCK_SUSPECT);
  }

  @Test
  void aTenantThatIsNotRegisteredHasNoSessions() {
    assertThat(
            SessionDecider.decide(
                Sessions.NONE,
                Others.NOBODY,
                desk.start("s"),
                desk.grant(),
                Optional.empty(),
                Moment.at(NOON)))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal()).isEqualTo(UNKNOWN_TENANT));
  }

  @Test
  void oneGatewaySessionPerEngineer() {
    desk.happens(desk.startOnGateway("g1"), NOON);
    desk.refuses(desk.startOnGateway("g2"), SESSION_LIMIT);
    desk.happens(desk.leaves("g1"), NOON);
    desk.happens(desk.startOnGateway("g2"), NOON);
  }

  @Test
  void whoseSeatIsTakenAtAnotherCustomerIsRefusedAndLearnsNothingOfThatCustomer() {
    var start = desk.startOnGateway("g1").withSeatTaken();
    desk.refuses(start, SESSION_LIMIT);
    assertThat(((Refused<SessionEvent>) desk.decide(start, Moment.at(NOON))).detail())
        .isEqualTo("%s may have one session at once on a gateway, and has one", EVA);
    desk.happens(desk.startOnGateway("g1"), NOON);
  }

  @Test
  void whatIsRefusedForAnotherReasonIsRefusedForThatAlsoWhereTheSeatIsTaken() {
    var start = desk.startOnGateway("g1");
    desk.happens(start, NOON);
    assertThat(desk.decide(start.withSeatTaken(), Moment.at(NOON))).isEqualTo(new Repeated<>(1));
    desk.refuses(desk.startOnGateway("g1").withSeatTaken(), SESSION_EXISTS);
  }

  @Test
  void noSeatIsTakenByASessionOnATarget() {
    assertThatIllegalArgumentException().isThrownBy(() -> desk.start("s1").withSeatTaken());
  }

  @Test
  void oneSessionPerEngineerAndTarget() {
    desk.happens(desk.start("s1"), NOON);
    desk.refuses(desk.start("s2"), SESSION_LIMIT);
    var pod = Optional.of(new ResourceName(TARGET + "/pods/etcd-0"));
    desk.happens(desk.start("s3", pod, Optional.empty(), CONNECTION), NOON);
  }

  @Test
  void aSessionWhoseTimeIsUpCountsNoMoreAndIsEndedFirst() {
    desk.happens(desk.start("s1"), NOON);
    var events = desk.happens(desk.start("s2"), NOON.plus(Duration.ofMinutes(15)));
    assertThat(events).hasSize(2);
    assertThat(((SessionEnded) events.get(0)).cause()).isEqualTo(SessionEnd.IDLE);
    assertThat(events.get(1)).isInstanceOf(SessionStarted.class);
  }

  @Test
  void aSessionIsStartedOnce() {
    var start = desk.start("s");
    desk.happens(start, NOON);
    assertThat(desk.decide(start, Moment.at(NOON))).isEqualTo(new Repeated<>(1));
    desk.happens(desk.leaves("s"), NOON);
    desk.refuses(desk.start("s"), SESSION_EXISTS);
  }

  @Test
  void howManySessionsATargetHasAndWhoHasThemIsSetPerTarget() {
    var two = new TargetRule(TARGET.value(), Optional.of(Duration.ofMinutes(2)), 2, Set.of());
    desk.rules(onTargets(two));
    var started = (SessionStarted) desk.happens(desk.start("s1"), NOON).getFirst();
    assertThat(started.idleAfter()).isEqualTo(Duration.ofMinutes(2));
    desk.happens(desk.start("s2"), NOON);
    desk.refuses(desk.start("s3"), SESSION_LIMIT);
    var others =
        new TargetRule("/clusters/aro1", Optional.empty(), 1, Set.of(new PersonId("frida")));
    new Desk().rules(onTargets(others)).refuses(desk.start("s"), TARGET_NOT_ALLOWED);
  }

  @Test
  void noSessionOnWhatIsNotGranted() {
    desk.refuses(
        desk.start("s", Optional.of(ELSEWHERE), Optional.empty(), CONNECTION), TARGET_NOT_ALLOWED);
    var longer = new ResourceName(TARGET + "-2");
    desk.refuses(
        desk.start("s", Optional.of(longer), Optional.empty(), CONNECTION), TARGET_NOT_ALLOWED);
  }

  @Test
  void throughTheGatewayWhereThatIsAskedFor() {
    desk.rules(entering(entry().throughGateway(true)));
    desk.refuses(desk.start("s"), GATEWAY_NEEDED);
    desk.refuses(desk.startThrough("g", "s"), GATEWAY_NEEDED);
    desk.happens(desk.startOnGateway("g"), NOON);
    desk.happens(desk.startThrough("g", "s"), NOON);
  }

  @Test
  void onlyByAnAllowedChannelAndFromAnAllowedGateway() {
    desk.rules(entering(entry().channels(Channel.API)))
        .refuses(desk.start("s"), CHANNEL_NOT_ALLOWED);
    desk.rules(entering(entry().sources("10.0.0.8"))).refuses(desk.start("s"), SOURCE_NOT_ALLOWED);
    desk.rules(entering(entry().channels(Channel.REMOTE_SHELL).sources(CONNECTION.source())));
    desk.happens(desk.start("s"), NOON);
  }

  @Test
  void onlyWithASecondFactorAgain() {
    desk.rules(entering(entry().methods(ABSENT))).refuses(desk.start("s"), MFA_REQUIRED);
    desk.rules(entering(entry().methods(ABSENT, new Claim("hwk"))));
    desk.happens(desk.start("s"), NOON);
  }

  @Test
  void aCredentialIsGoodForItsOwnPlatformOnly() {
    desk.rules(
        entering(
            entry()
                .credentials(
                    card("card-aro-*", "/Clusters/ARO1/"), card("card-kv-*", "/keyvaults"))));
    desk.refuses(using("card-kv-7"), CREDENTIAL_NOT_ALLOWED);
    desk.refuses(using("card-0815"), CREDENTIAL_NOT_ALLOWED);
    desk.refuses(using("card-ARO-1"), CREDENTIAL_NOT_ALLOWED);
    desk.refuses(bare(), CREDENTIAL_NOT_ALLOWED);
    desk.happens(using("card-aro-1"), NOON);
    desk.refuses(onGateway("card-aro-1"), CREDENTIAL_NOT_ALLOWED);
    desk.refuses(onGateway("card-kv-7"), CREDENTIAL_NOT_ALLOWED);
    desk.happens(onGateway("card-0815"), NOON);
  }

  @Test
  void whatIsListedForSomeChannelsIsGoodForNoOther() {
    var byApi = new CredentialRule(new Wildcard("card-0815"), Set.of(Channel.API), "");
    desk.rules(entering(entry().credentials(byApi)));
    desk.refuses(using("card-0815"), CREDENTIAL_NOT_ALLOWED);
    desk.refuses(onGateway("card-0815"), CREDENTIAL_NOT_ALLOWED);
    desk.refuses(bare(), CREDENTIAL_NOT_ALLOWED);
    desk.happens(using("card-4711"), NOON);
    var here = new CredentialRule(new Wildcard("card-0815"), Set.of(CONNECTION.channel()), "");
    desk.rules(entering(entry().credentials(byApi, here)));
    desk.refuses(onGateway("card-4711"), CREDENTIAL_NOT_ALLOWED);
    desk.happens(onGateway("card-0815"), NOON);
  }

  @Test
  void severalCredentialsMayBeForOnePlatformAndOneForSeveral() {
    var inside = TARGET + "/pods";
    desk.rules(
        entering(
            entry()
                .credentials(
                    card("card-1", "/clusters"),
                    card("card-2", TARGET.value()),
                    card("card-2", "/keyvaults"))));
    desk.happens(on(inside + "/a", "card-1"), NOON);
    desk.happens(on(inside + "/b", "card-2"), NOON);
  }

  /** Who is let in there reaches more than the credential is for. */
  @Test
  void whatHoldsAPlatformAndMoreNeedsACredentialOfItsOwn() {
    var within = card("card-etcd", TARGET + "/pods/etcd-0");
    desk.rules(entering(entry().credentials(within)));
    desk.refuses(using("card-etcd"), CREDENTIAL_NOT_ALLOWED);
    desk.refuses(using("card-0815"), CREDENTIAL_NOT_ALLOWED);
    desk.happens(on(TARGET + "/pods/etcd-0", "card-etcd"), NOON);
    desk.rules(entering(entry().credentials(within, card("card-all", TARGET.value()))));
    desk.happens(using("card-all"), NOON);
  }

  private static CredentialRule card(String pattern, String under) {
    return new CredentialRule(new Wildcard(pattern), Set.of(), under);
  }

  private StartSession using(String credential) {
    return on(TARGET.value(), credential);
  }

  private StartSession on(String target, String credential) {
    return desk.start(
        credential, Optional.of(new ResourceName(target)), Optional.empty(), with(credential));
  }

  private StartSession onGateway(String credential) {
    return desk.start("gateway", Optional.empty(), Optional.empty(), with(credential));
  }

  private static Connection with(String credential) {
    return new Connection(
        CONNECTION.channel(),
        CONNECTION.source(),
        CONNECTION.device(),
        CONNECTION.methods(),
        Optional.of(new Claim(credential)),
        CONNECTION.crypto(),
        CONNECTION.country(),
        CONNECTION.keeps());
  }

  @Test
  void onlyOnADeviceThatIsAsItMustBe() {
    var saw = new Claim("SAW");
    desk.rules(entering(entry().kinds(saw))).refuses(bare(), DEVICE_NOT_ALLOWED);
    desk.rules(entering(entry().posture(new Claim("usb-off"), ABSENT)))
        .refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    desk.rules(entering(entry().systems(ABSENT))).refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    desk.rules(
        entering(
            entry()
                .kinds(saw)
                .systems(new Claim("hardened-7"))
                .posture(new Claim("usb-off"), new Claim("screen-lock"))));
    desk.happens(desk.start("s"), NOON);
  }

  @Test
  void onlyEncryptedByAModuleThatIsAskedFor() {
    desk.rules(entering(entry().crypto(ABSENT))).refuses(desk.start("s"), CRYPTO_NOT_ALLOWED);
    desk.rules(entering(entry().crypto(new Claim("fips-140-2/4282"))));
    desk.happens(desk.start("s"), NOON);
  }

  @Test
  void onlyFromAnAllowedCountry() {
    desk.rules(entering(entry().countries("CH"))).refuses(desk.start("s"), COUNTRY_NOT_ALLOWED);
    desk.refuses(bare(), COUNTRY_NOT_ALLOWED);
    desk.rules(entering(entry().countries("CH", "DE")));
    desk.happens(desk.start("s"), NOON);
  }

  @Test
  void onADeviceThatWasFoundWantingNobodyComesInUntilItIsMended() {
    desk.happens(desk.examined(DEVICE, false), NOON);
    desk.refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    desk.happens(desk.examined(DEVICE, true), NOON);
    desk.happens(desk.start("s"), NOON);
  }

  private StartSession bare() {
    return desk.start("s", Optional.of(TARGET), Optional.empty(), BARE);
  }

  private static SessionRules onTargets(TargetRule... targets) {
    return new SessionRules(
        SessionLimits.DEFAULT, EntryRules.NONE, List.of(targets), List.of(), false, false);
  }

  private static SessionRules entering(EntryBuilder entry) {
    return new SessionRules(
        SessionLimits.DEFAULT, entry.build(), List.of(), List.of(), false, false);
  }

  private static EntryBuilder entry() {
    return new EntryBuilder();
  }
}
