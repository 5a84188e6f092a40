package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.Membership;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.RequestCommand.Revoke;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.TenantCommand.ChangeSettings;
import dev.lockbox.domain.TenantCommand.RegisterTenant;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.Claim;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Device;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Keeps;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.CredentialRule;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Wildcard;
import dev.lockbox.simulator.record.Provided;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the oracle makes of who is in, by hand. */
class AttendingTest {
  private static final TenantId CONTOSO = new TenantId("contoso");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration TICK = Duration.ofMillis(1);
  private static final PersonId ANNA = new PersonId("anna");
  private static final EngineerId EVA = new EngineerId(CONTOSO, new PersonId("eva"));
  private static final EngineerId EMIL = new EngineerId(CONTOSO, new PersonId("emil"));
  private static final RequestId REQUEST = new RequestId(CONTOSO, "req-1");
  private static final ActionName LOGS = new ActionName("k8s.pod.logs");
  private static final ResourceName ETCD = new ResourceName("/clusters/aro1/ns/openshift-etcd");
  private static final DeviceId DEVICE = new DeviceId("workstation-1");

  private final Story story = new Story(Provided.by(Deployment.DEFAULTS));
  private int attempts;

  @BeforeEach
  void evaHasAGrantOfAnna() {
    var anna = Set.of(Member.of("anna", "anna@customer.example"));
    happened(
        new RegisterTenant(CONTOSO, by(ANNA), new Membership("Premier", anna, anna, Set.of())),
        NOON);
    happened(open(), NOON);
    happened(new Approve(REQUEST, by(ANNA), Optional.empty(), 1, Optional.empty()), NOON);
  }

  @Test
  void whoHasAGrantComesInAndNobodyElse() {
    assertThat(against(start(EVA, "one"), NOON)).isEmpty();
    assertThat(against(start(EMIL, "one"), NOON)).containsExactly(Refusal.OTHERS_GRANT);
    happened(new Revoke(REQUEST, by(ANNA), Optional.empty()), NOON);
    assertThat(against(start(EVA, "one"), NOON)).containsExactly(Refusal.NOT_GRANTED);
  }

  @Test
  void nobodyComesInTwice() {
    happened(start(EVA, "one"), NOON);
    assertThat(against(start(EVA, "two"), NOON)).containsExactly(Refusal.SESSION_LIMIT);
    happened(end("one"), NOON);
    assertThat(against(start(EVA, "two"), NOON)).isEmpty();
    assertThat(against(start(EVA, "one"), NOON)).containsExactly(Refusal.SESSION_EXISTS);
  }

  @Test
  void whoeverDoesNothingForAQuarterIsOutThenAndNotBefore() {
    happened(start(EVA, "one"), NOON);
    happened(moved("one"), NOON.plus(QUARTER).minus(TICK));
    var over = NOON.plus(QUARTER.multipliedBy(2)).minus(TICK);
    var alarm = new EnforceSessions(EVA);
    assertThat(answer(alarm, over.minus(TICK))).isEqualTo(Expected.SILENCE);
    assertThat(answer(alarm, over)).isEqualTo(Expected.EFFECT);
    assertThat(against(moved("one"), over)).containsExactly(Refusal.NO_SUCH_SESSION);
    assertThat(against(start(EVA, "two"), over)).isEmpty();
  }

  @Test
  void theEndOfAGrantPutsOutWhoeverIsInAndTellsWhatWasMadeOfIt() {
    happened(start(EVA, "one"), NOON);
    happened(did("one", LOGS), NOON.plus(TICK));
    var revoke = new Revoke(REQUEST, by(ANNA), Optional.empty());
    var told = new Attending(story).events(revoke, revoke.content(), at(NOON.plus(QUARTER)));
    assertThat(told).hasSize(2);
    assertThat(told.getFirst())
        .isInstanceOfSatisfying(
            SessionEnded.class,
            ended -> assertThat(ended.cause()).isEqualTo(SessionEnd.GRANT_ENDED));
    assertThat(told.getLast())
        .isInstanceOfSatisfying(
            UseSummarised.class,
            summary -> {
              assertThat(summary.usage().inSessions()).isEqualTo(QUARTER);
              assertThat(summary.usage().performed()).containsEntry(LOGS, 1L);
              assertThat(summary.unusedActions()).isEmpty();
            });
  }

  @Test
  void whoAsksFirstIsToldWhatWouldBeFound() {
    happened(start(EVA, "one"), NOON);
    var later = NOON.plus(TICK);
    var yes = asks("one", LOGS);
    assertThat(new Attending(story).events(yes, yes.content(), at(later)))
        .singleElement()
        .isInstanceOfSatisfying(
            ActionAuthorised.class,
            authorised -> assertThat(authorised.idleBy()).isEqualTo(later.plus(QUARTER)));
    var no = asks("two", new ActionName("k8s.pod.exec"));
    assertThat(new Attending(story).events(no, no.content(), at(later)))
        .singleElement()
        .isInstanceOfSatisfying(
            ActionDenied.class,
            denied ->
                assertThat(denied.findings())
                    .containsExactly(Finding.NO_SESSION, Finding.ACTION_NOT_GRANTED));
    happened(yes, later);
    assertThat(against(moved("one"), NOON.plus(QUARTER))).isEmpty();
  }

  @Test
  void whatIsDoneIsTakenDownAndFoundToBeOutsideOfTheGrant() {
    var exec = new ActionName("k8s.exec");
    assertThat(answer(did("none", exec), NOON)).isEqualTo(Expected.EFFECT);
    assertThat(new Deeds(story, did("none", exec), at(NOON)).findings())
        .containsExactlyInAnyOrder(Finding.NO_SESSION, Finding.ACTION_NOT_GRANTED);
    happened(start(EVA, "one"), NOON);
    assertThat(new Deeds(story, did("one", LOGS), at(NOON)).findings()).isEmpty();
  }

  /** They come in over the API. */
  @Test
  void whatIsTypedIsHeldAgainstTheListAndTheRuleIsNamed() {
    happened(start(EVA, "one"), NOON);
    assertThat(new Deeds(story, typed("Get-Pod"), at(NOON)).named()).isEmpty();
    lists(Channel.API, false);
    var listed = new Deeds(story, typed("get-pod"), at(NOON));
    assertThat(listed.findings()).isEmpty();
    assertThat(listed.named()).containsExactly(new Code("pods"));
    var other = new Deeds(story, typed("Get-Log"), at(NOON));
    assertThat(other.findings()).containsExactly(Finding.COMMAND_NOT_ALLOWED);
    assertThat(other.named()).isEmpty();
    var with =
        typed(new CommandLine("Get-Pod", Map.of("All", new PersonalText(EVA.person(), "yes"))));
    var more = new Deeds(story, with, at(NOON));
    assertThat(more.findings()).containsExactly(Finding.COMMAND_NOT_ALLOWED);
    assertThat(more.named()).containsExactly(new Code("pods"));
  }

  @Test
  void onAChannelWithoutAListNothingIsTypedWhereOnlyListedCommandsMayBe() {
    happened(start(EVA, "one"), NOON);
    lists(Channel.REMOTE_SHELL, false);
    assertThat(new Deeds(story, typed("Get-Pod"), at(NOON)).findings()).isEmpty();
    lists(Channel.REMOTE_SHELL, true);
    var deeds = new Deeds(story, typed("Get-Pod"), at(NOON));
    assertThat(deeds.findings()).containsExactly(Finding.COMMAND_NOT_ALLOWED);
    assertThat(deeds.named()).isEmpty();
    assertThat(new Deeds(story, did("one", LOGS), at(NOON)).findings()).isEmpty();
  }

  /** They come in over the API. */
  @Test
  void aCardIsForThePlatformForWhichItIsListedAndForNoOther() {
    binds(
        card("card-*", Set.of(), "/Clusters/aro1"),
        card("key-*", Set.of(), "/vaults"),
        card("shell", Set.of(Channel.REMOTE_SHELL), ""));
    assertThat(against(on(ETCD, "card-1"), NOON)).isEmpty();
    for (var other : List.of("key-1", "shell", "unknown")) {
      assertThat(against(on(ETCD, other), NOON)).containsExactly(Refusal.CREDENTIAL_NOT_ALLOWED);
    }
    assertThat(against(start(EVA, "one"), NOON)).isEmpty();
    binds(card("card-1", Set.of(), ETCD + "/pods/etcd-0"));
    for (var none : List.of("card-1", "unknown")) {
      assertThat(against(on(ETCD, none), NOON)).containsExactly(Refusal.CREDENTIAL_NOT_ALLOWED);
    }
    binds(card("card-1", Set.of(Channel.API), ""));
    assertThat(against(start(EVA, "one"), NOON)).containsExactly(Refusal.CREDENTIAL_NOT_ALLOWED);
  }

  @Test
  void aDeviceThatIsFoundWantingLetsNobodyInUntilItIsMended() {
    happened(new ReportDevice(EVA, by(ANNA), DEVICE, false), NOON);
    assertThat(against(start(EVA, "one"), NOON)).containsExactly(Refusal.DEVICE_NOT_ALLOWED);
    happened(new ReportDevice(EVA, by(ANNA), DEVICE, true), NOON);
    assertThat(against(start(EVA, "one"), NOON)).isEmpty();
  }

  @Test
  void aDeviceThatIsFoundWantingWithAnotherPutsOutWhoeverIsOnItAndLetsNobodyIn() {
    happened(start(EVA, "one"), NOON);
    var report = new ReportDevice(EMIL, by(ANNA), DEVICE, false);
    var told = new Attending(story).events(report, report.content(), at(NOON));
    assertThat(told).hasExactlyElementsOfTypes(DevicePostureChanged.class, SessionEnded.class);
    assertThat(told.getLast().engineer()).isEqualTo(EVA);
    assertThat(told.getLast().attempted()).isEmpty();
    happened(report, NOON);
    assertThat(against(start(EVA, "two"), NOON)).containsExactly(Refusal.DEVICE_NOT_ALLOWED);
    assertThat(answer(new ReportDevice(EVA, by(ANNA), DEVICE, true), NOON))
        .isEqualTo(Expected.SILENCE);
    happened(new ReportDevice(EMIL, by(ANNA), DEVICE, true), NOON);
    assertThat(against(start(EVA, "two"), NOON)).isEmpty();
  }

  @Test
  void nothingKeepsAnybodyInWhileTheClockIsSuspect() {
    happened(start(EVA, "one"), NOON);
    var suspect = new When(NOON, NOON, true);
    var attending = new Attending(story);
    assertThat(attending.reasons(moved("one"), suspect)).containsExactly(Refusal.CLOCK_SUSPECT);
    assertThat(attending.reasons(end("one"), suspect)).isEmpty();
    assertThat(attending.reasons(did("one", LOGS), suspect)).isEmpty();
  }

  private Set<Refusal> against(SessionCommand asked, Instant at) {
    return new Attending(story).reasons(asked, at(at));
  }

  private Expected answer(SessionCommand asked, Instant at) {
    return new Attending(story).answerTo(asked, Optional.empty(), at(at));
  }

  private static When at(Instant at) {
    return new When(at, at, false);
  }

  private void happened(Command command, Instant at) {
    story.add(new Effect(command, command.content(), at(at), 1, false));
  }

  private StartSession start(EngineerId who, String session) {
    return start(who, session, Optional.empty(), Optional.empty());
  }

  private StartSession on(ResourceName target, String credential) {
    return start(EVA, "one", Optional.of(target), Optional.of(new Claim(credential)));
  }

  private StartSession start(
      EngineerId who, String session, Optional<ResourceName> target, Optional<Claim> credential) {
    return new StartSession(
        who,
        by(ANNA),
        new SessionId(session),
        REQUEST,
        target,
        Optional.empty(),
        new Connection(
            Channel.API,
            "gateway-1",
            Optional.of(new Device(DEVICE, Optional.empty(), Optional.empty(), Set.of())),
            Set.of(),
            credential,
            Optional.empty(),
            Optional.empty(),
            Keeps.NOTHING));
  }

  private NoteActivity moved(String session) {
    return new NoteActivity(EVA, by(ANNA), new SessionId(session), REQUEST);
  }

  private EndSession end(String session) {
    return new EndSession(EVA, by(ANNA), new SessionId(session), REQUEST);
  }

  private void lists(Channel channel, boolean listedOnly) {
    sets(
        new SessionRules(
            SessionLimits.DEFAULT,
            EntryRules.NONE,
            List.of(),
            List.of(
                new CommandRule(
                    Optional.of(new Code("pods")), Set.of(channel), Set.of(), "Get-Pod", Map.of())),
            false,
            listedOnly));
  }

  private void binds(CredentialRule... credentials) {
    sets(
        new SessionRules(
            SessionLimits.DEFAULT,
            new EntryRules(
                Set.of(),
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(credentials)),
            List.of(),
            List.of(),
            false,
            false));
  }

  private static CredentialRule card(String pattern, Set<Channel> channels, String under) {
    return new CredentialRule(new Wildcard(pattern), channels, under);
  }

  private void sets(SessionRules rules) {
    var policy = Policy.DEFAULT.with(rules);
    happened(new ChangeSettings(CONTOSO, by(ANNA), Settings.DEFAULTS.with(policy)), NOON);
  }

  private ReportAction typed(String verb) {
    return typed(new CommandLine(verb, Map.of()));
  }

  private ReportAction typed(CommandLine command) {
    return new ReportAction(
        EVA,
        by(ANNA),
        Optional.of(REQUEST),
        Optional.of(new SessionId("one")),
        new Deed(
            Witness.GATEWAY,
            LOGS,
            ETCD,
            false,
            Optional.of(command),
            0,
            Optional.empty(),
            Map.of()));
  }

  private ReportAction did(String session, ActionName action) {
    return new ReportAction(
        EVA,
        by(ANNA),
        Optional.of(REQUEST),
        Optional.of(new SessionId(session)),
        new Deed(
            Witness.GATEWAY, action, ETCD, false, Optional.empty(), 0, Optional.empty(), Map.of()));
  }

  private AuthoriseAction asks(String session, ActionName action) {
    return new AuthoriseAction(
        EVA,
        by(ANNA),
        Optional.of(REQUEST),
        Optional.of(new SessionId(session)),
        did(session, action).deed());
  }

  private OpenRequest open() {
    return new OpenRequest(
        REQUEST,
        by(new PersonId("jit")),
        new Asked(
            EVA.person(),
            new PersonalText(EVA.person(), "etcd lost its quorum"),
            Optional.empty(),
            List.of(LOGS),
            List.of(ETCD),
            Optional.empty()));
  }

  /** Each time another one. */
  private Attempt by(PersonId who) {
    return new Attempt(who, new DecisionId("attempt-" + ++attempts));
  }
}
