package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Cast.RESOURCES;
import static dev.lockbox.domain.Commands.open;
import static dev.lockbox.domain.Events.evaluated;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.ELSEWHERE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.PREVENTED;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.session.Desk.EIGHT_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Events;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.Scenario;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.evaluation.Argument;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.gateway.Channel;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.Wildcard;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What engineers did beside what they were granted. */
class WhatWasDoneTest {
  private static final ActionName VIEW = new ActionName("secret.view");

  private final Desk desk = new Desk();

  @Test
  void whatTheGrantListsIsWithinIt() {
    desk.happens(desk.start("s"), NOON);
    var performed = performed(desk.did("s", DEED));
    assertThat(performed.findings()).isEmpty();
    assertThat(performed.granted()).contains(TARGET);
    assertThat(performed.about()).contains(REQUEST);
  }

  @Test
  void whatLiesBelowAGrantedResourceIsWithinIt() {
    desk.happens(desk.start("s"), NOON);
    var pod = new ResourceName(TARGET + "/pods/etcd-0");
    var performed = performed(desk.did("s", deed(ACTIONS.getFirst(), pod)));
    assertThat(performed.findings()).isEmpty();
    assertThat(performed.granted()).contains(TARGET);
  }

  @Test
  void anActionOutsideOfTheGrantIsFlaggedAndTakenDownAllTheSame() {
    desk.happens(desk.start("s"), NOON);
    assertThat(performed(desk.did("s", deed(VIEW, ELSEWHERE))).findings())
        .containsExactly(Finding.ACTION_NOT_GRANTED, Finding.RESOURCE_NOT_GRANTED);
  }

  @Test
  void whatIsDoneWithoutASessionOrAGrantIsFlagged() {
    assertThat(performed(desk.did("never-started", DEED)).findings())
        .containsExactly(Finding.NO_SESSION);
    assertThat(performed(report(Optional.empty())).findings()).contains(Finding.NOT_GRANTED);
    var unknown = new Desk().request(AccessRequest.UNOPENED);
    assertThat(findings(unknown, report(Optional.empty()), Moment.at(NOON)))
        .contains(Finding.NO_REQUEST, Finding.NO_SESSION);
    var late = Moment.at(NOON.plus(EIGHT_HOURS));
    assertThat(findings(desk, desk.logged(fromLog(DEED)), late))
        .containsExactly(Finding.NOT_GRANTED);
  }

  @Test
  void anotherEngineersGrantCoversNothing() {
    var annas =
        new ReportAction(
            new EngineerId(CONTOSO, ANNA),
            new Attempt(GATEWAY, new DecisionId("a")),
            Optional.of(REQUEST),
            Optional.empty(),
            fromLog(DEED));
    assertThat(findings(desk, annas, Moment.at(NOON))).containsExactly(Finding.OTHER_ENGINEER);
  }

  @Test
  void nothingIsWithinAGrantThatIsFrozen() {
    desk.happens(desk.start("s"), NOON);
    var frozen = Moment.at(NOON).frozen(true);
    var performed = (ActionPerformed) events(desk, desk.did("s", DEED), frozen).getFirst();
    assertThat(performed.findings()).containsExactly(Finding.FROZEN);
    assertThat(performed.idleBy()).isEmpty();
  }

  @Test
  void aTargetsOwnEventLogIsTiedToTheGrantWithoutASession() {
    var performed = performed(desk.logged(fromLog(DEED)));
    assertThat(performed.findings()).isEmpty();
    assertThat(performed.deed().entry()).contains(DEED.entry().orElseThrow());
    assertThat(desk.state().grants()).containsOnlyKeys(REQUEST);
  }

  @Test
  void theSameRecordIsTakenDownOnce() {
    desk.happens(desk.start("s"), NOON);
    var did = desk.did("s", DEED);
    desk.happens(did, NOON);
    assertThat(desk.decide(did, Moment.at(NOON))).isEqualTo(new Repeated<>(2));
  }

  @Test
  void whatWasPreventedIsTakenDownWithTheReason() {
    desk.happens(desk.start("s"), NOON);
    var denied = (ActionDenied) desk.happens(desk.did("s", PREVENTED), NOON).getFirst();
    assertThat(denied.findings())
        .containsExactly(Finding.ACTION_NOT_GRANTED, Finding.RESOURCE_NOT_GRANTED);
    assertThat(desk.state().useOf(REQUEST).usage().prevented()).isEqualTo(1);
  }

  @Test
  void aSessionEndsWithTheFirstThingOutsideOfTheGrantWhereThatIsSet() {
    desk.rules(
        new SessionRules(
            SessionLimits.DEFAULT, EntryRules.NONE, List.of(), List.of(), true, false));
    desk.happens(desk.start("s"), NOON);
    desk.happens(desk.did("s", DEED), NOON);
    var events = desk.happens(desk.did("s", deed(VIEW, ELSEWHERE)), NOON);
    assertThat(((SessionEnded) events.getLast()).cause()).isEqualTo(SessionEnd.OUT_OF_GRANT);
    assertThat(desk.state().open()).isEmpty();
  }

  @Test
  void aReadingCommandIsAllowedAndAWritingOneDeniedUnderTheSameGrant() {
    desk.rules(
        commands(rule("Get-Mailbox", Map.of("Identity", new Wildcard("*@contoso.example")))));
    desk.happens(desk.start("s"), NOON);
    assertThat(performed(typed("Get-Mailbox", Map.of())).findings()).isEmpty();
    assertThat(
            performed(typed("get-mailbox", Map.of("identity", "anna@contoso.example"))).findings())
        .isEmpty();
    assertThat(performed(typed("Set-Mailbox", Map.of())).findings())
        .containsExactly(Finding.COMMAND_NOT_ALLOWED);
    assertThat(
            performed(typed("Get-Mailbox", Map.of("Identity", "anna@fabrikam.example"))).findings())
        .containsExactly(Finding.COMMAND_NOT_ALLOWED);
    assertThat(performed(typed("Get-Mailbox", Map.of("Archive", "yes"))).findings())
        .containsExactly(Finding.COMMAND_NOT_ALLOWED);
  }

  @Test
  void aListOfCommandsIsForItsChannelsAndForGrantsOfItsActions() {
    desk.happens(desk.start("s"), NOON);
    desk.rules(commands(named("over-the-api", Channel.API, "Get-Mailbox", Map.of())));
    assertThat(performed(typed("Set-Mailbox", Map.of())).findings()).isEmpty();
    desk.rules(
        commands(
            new CommandRule(
                Optional.empty(),
                Set.of(Channel.REMOTE_SHELL),
                Set.of(VIEW),
                "Get-Mailbox",
                Map.of())));
    assertThat(performed(typed("Get-Mailbox", Map.of())).findings())
        .containsExactly(Finding.COMMAND_NOT_ALLOWED);
  }

  @Test
  void theRuleThatAllowedACommandIsNamedAndSoAreThoseOfItsVerbThatDidNot() {
    var etcd = Map.of("Pod", new Wildcard("etcd-*"));
    var dns = Map.of("Pod", new Wildcard("dns-*"));
    desk.rules(
        commands(
            named("logs-of-etcd", Channel.REMOTE_SHELL, "Get-PodLog", etcd),
            named("logs-of-dns", Channel.REMOTE_SHELL, "Get-PodLog", dns),
            named("over-the-api", Channel.API, "Get-PodLog", Map.of()),
            rule("Get-PodLog", Map.of("Node", new Wildcard("*"))),
            named("pods", Channel.REMOTE_SHELL, "Get-Pod", Map.of()),
            named("all-of-dns", Channel.REMOTE_SHELL, "Get-PodLog", dns)));
    desk.happens(desk.start("s"), NOON);
    assertThat(performed(typed("get-podlog", Map.of("pod", "dns-1"))).rules())
        .containsExactly(new Code("logs-of-dns"));
    var outside = performed(typed("Get-PodLog", Map.of("Pod", "web-1")));
    assertThat(outside.findings()).containsExactly(Finding.COMMAND_NOT_ALLOWED);
    assertThat(outside.rules())
        .containsExactly(
            new Code("all-of-dns"),
            new Code("commands/4"),
            new Code("logs-of-dns"),
            new Code("logs-of-etcd"));
    var kept = typed("get-podlog", Map.of("Pod", "web-1"));
    var denied = (ActionDenied) desk.happens(desk.did("s", kept.deed().kept()), NOON).getFirst();
    assertThat(denied.rules()).isEqualTo(outside.rules());
  }

  @Test
  void aRuleWithoutAnIdIsNamedByItsPlaceInTheList() {
    desk.happens(desk.start("s"), NOON);
    assertThat(performed(typed("Get-PodLog", Map.of())).rules()).isEmpty();
    desk.rules(
        commands(
            named("pods", Channel.REMOTE_SHELL, "Get-Pod", Map.of()),
            rule("Get-PodLog", Map.of("Node", new Wildcard("*"))),
            rule("Get-PodLog", Map.of("Pod", new Wildcard("dns-*")))));
    assertThat(performed(typed("Get-PodLog", Map.of("Pod", "dns-1"))).rules())
        .containsExactly(new Code("commands/3"));
    assertThat(performed(typed("Get-PodLog", Map.of("Pod", "web-1"))).rules())
        .containsExactly(new Code("commands/2"), new Code("commands/3"));
    assertThat(performed(typed("Set-Mailbox", Map.of())).rules()).isEmpty();
    assertThat(performed(desk.did("s", deed(ACTIONS.getFirst(), TARGET))).rules()).isEmpty();
  }

  @Test
  void thePlaceOfARuleIsNoOthersId() {
    var nameless = rule("Get-Pod", Map.of());
    var posing = named("commands/1", Channel.REMOTE_SHELL, "Get-PodLog", Map.of());
    assertThatThrownBy(() -> commands(nameless, posing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ids of commands must be distinct");
  }

  @Test
  void whereOnlyListedCommandsMayBeTypedAChannelWithoutAListAllowsNone() {
    var api = named("over-the-api", Channel.API, "Get-PodLog", Map.of());
    desk.rules(listedOnly(api));
    desk.happens(desk.start("s"), NOON);
    var unlisted = performed(typed("Get-PodLog", Map.of()));
    assertThat(unlisted.findings()).containsExactly(Finding.COMMAND_NOT_ALLOWED);
    assertThat(unlisted.rules()).isEmpty();
    assertThat(performed(desk.did("s", deed(ACTIONS.getFirst(), TARGET))).findings()).isEmpty();
    desk.rules(listedOnly());
    assertThat(performed(typed("Get-PodLog", Map.of())).findings())
        .containsExactly(Finding.COMMAND_NOT_ALLOWED);
    desk.rules(listedOnly(api, named("logs", Channel.REMOTE_SHELL, "Get-PodLog", Map.of())));
    assertThat(performed(typed("Get-PodLog", Map.of())).findings()).isEmpty();
    assertThat(performed(typed("Set-Mailbox", Map.of())).findings())
        .containsExactly(Finding.COMMAND_NOT_ALLOWED);
  }

  @Test
  void noTwoCommandsHaveTheSameId() {
    var one = named("logs", Channel.API, "Get-PodLog", Map.of());
    var other = named("logs", Channel.REMOTE_SHELL, "Get-Pod", Map.of());
    assertThatThrownBy(() -> commands(one, other)).hasMessageContaining("distinct");
    assertThat(commands(rule("Get-Pod", Map.of()), rule("Get-Pod", Map.of())).commands())
        .hasSize(2);
  }

  @Test
  void whenAGrantEndsWhatWasApprovedStandsBesideWhatWasPerformed() {
    desk.happens(desk.start("s"), NOON);
    desk.happens(desk.did("s", DEED), NOON);
    desk.happens(desk.did("s", DEED), NOON);
    desk.happens(desk.did("s", deed(VIEW, ELSEWHERE)), NOON);
    desk.happens(desk.did("s", PREVENTED), NOON);
    desk.happens(desk.did("s", PREVENTED.kept(3)), NOON);
    var summary = (UseSummarised) desk.grantEnds(NOON.plusSeconds(90)).getLast();
    var usage = summary.usage();
    assertThat(usage.sessions()).isEqualTo(1);
    assertThat(usage.inSessions()).isEqualTo(Duration.ofSeconds(90));
    assertThat(usage.performed()).isEqualTo(Map.of(ACTIONS.getFirst(), 2L));
    assertThat(usage.resources()).containsExactlyElementsOf(RESOURCES);
    assertThat(usage.flagged()).isEqualTo(1);
    assertThat(usage.prevented()).isEqualTo(4);
    assertThat(usage.bytesRead()).isEqualTo(2 * DEED.bytesRead());
    assertThat(summary.unusedActions()).isEmpty();
    assertThat(summary.percentUsed()).isEqualTo(100);
    assertThat(desk.state().grants()).isEmpty();
  }

  @Test
  void whatWasGrantedAndNeverUsedIsSaid() {
    desk.happens(desk.start("s"), NOON);
    var summary = (UseSummarised) desk.grantEnds(NOON).getLast();
    assertThat(summary.unusedActions()).isEqualTo(ACTIONS);
    assertThat(summary.unusedResources()).isEqualTo(RESOURCES);
    assertThat(summary.percentUsed()).isZero();
  }

  @Test
  void whatCannotBeCountedAnyMoreIsNot() {
    var huge = deed(ACTIONS.getFirst(), TARGET, Long.MAX_VALUE);
    desk.happens(desk.start("s"), NOON);
    desk.happens(desk.did("s", huge), NOON);
    desk.happens(desk.did("s", huge), NOON);
    assertThat(desk.state().useOf(REQUEST).usage().bytesRead()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whatIsDoneWithSomethingElseThanWasAskedForIsFlagged() {
    desk.request(askedFor(container("etcd"), argument(ACTIONS.getFirst(), "since", "1h")));
    desk.happens(desk.start("s"), NOON);
    assertThat(findings(told("container", "etcd"))).isEmpty();
    assertThat(findings(told("container", "etcd", "since", "1h"))).isEmpty();
    for (var other :
        List.of(
            told("container", "etcd-2"),
            told("container", "ETCD"),
            told("container", "etcd", "since", "2h"),
            told("container", "etcd", "follow", "yes"),
            told("container", "1h"))) {
      assertThat(findings(other)).containsExactly(Finding.ARGUMENT_NOT_GRANTED);
    }
  }

  @Test
  void whatWasPreventedIsComparedWithWhatWasAskedForToo() {
    desk.request(askedFor(container("etcd")));
    desk.happens(desk.start("s"), NOON);
    var denied =
        new Deed(
            Witness.GATEWAY,
            ACTIONS.getFirst(),
            TARGET,
            true,
            Optional.empty(),
            0,
            Optional.empty(),
            told("container", "kube"));
    var event = (ActionDenied) desk.happens(desk.did("s", denied), NOON).getFirst();
    assertThat(event.findings()).containsExactly(Finding.ARGUMENT_NOT_GRANTED);
  }

  @Test
  void whatNobodyToldOfIsNotCompared() {
    desk.request(askedFor(container("etcd")));
    desk.happens(desk.start("s"), NOON);
    assertThat(findings(Map.of())).isEmpty();
  }

  @Test
  void anActionThatWasAskedForWithoutArgumentsMayBeDoneWithAny() {
    desk.happens(desk.start("s"), NOON);
    assertThat(findings(told("container", "kube"))).isEmpty();
    var elsewhere = new Desk().request(askedFor(argument(VIEW, "container", "etcd")));
    elsewhere.happens(elsewhere.start("s"), NOON);
    assertThat(
            findings(
                elsewhere,
                elsewhere.did("s", doneWith(told("container", "kube"))),
                Moment.at(NOON)))
        .isEmpty();
  }

  static AccessRequest askedFor(Argument... arguments) {
    var said = open().saying(Said.nothing().arguments(arguments).details());
    return Scenario.given(
            evaluated(EvaluationRules.NONE).through(said).at(MORNING),
            Events.opened().at(MORNING),
            Events.approved().at(NOON).accessUntil(NOON.plus(EIGHT_HOURS)))
        .state();
  }

  static Argument container(String name) {
    return argument(ACTIONS.getFirst(), "container", name);
  }

  private static Argument argument(ActionName action, String name, String value) {
    return new Argument(action, new Code(name), value);
  }

  private Set<Finding> findings(Map<Code, PersonalText> arguments) {
    return findings(desk, desk.did("s", doneWith(arguments)), Moment.at(NOON));
  }

  private static Map<Code, PersonalText> told(String... namesAndValues) {
    var told = new TreeMap<Code, PersonalText>();
    for (var at = 0; at < namesAndValues.length; at += 2) {
      told.put(new Code(namesAndValues[at]), new PersonalText(EVA, namesAndValues[at + 1]));
    }
    return told;
  }

  private static Deed doneWith(Map<Code, PersonalText> arguments) {
    return new Deed(
        Witness.GATEWAY,
        ACTIONS.getFirst(),
        TARGET,
        false,
        Optional.empty(),
        0,
        Optional.empty(),
        arguments);
  }

  private ActionPerformed performed(ReportAction report) {
    var request = report.request();
    var now = request.isPresent() ? desk : new Desk().request(notGranted());
    return (ActionPerformed) now.happens(report, NOON).getFirst();
  }

  private static AccessRequest notGranted() {
    return Scenario.given(Events.opened()).state();
  }

  private static Set<Finding> findings(Desk desk, ReportAction report, Moment at) {
    return ((ActionPerformed) events(desk, report, at).getFirst()).findings();
  }

  private static List<SessionEvent> events(Desk desk, ReportAction report, Moment at) {
    return ((Accepted<SessionEvent>) desk.decide(report, at)).events();
  }

  private ReportAction report(Optional<RequestId> request) {
    return new ReportAction(
        EVA_AT_CONTOSO, new Attempt(GATEWAY, new DecisionId("r")), request, Optional.empty(), DEED);
  }

  private ReportAction typed(String verb, Map<String, String> parameters) {
    var told = new TreeMap<String, PersonalText>();
    parameters.forEach((name, value) -> told.put(name, new PersonalText(EVA, value)));
    return desk.did(
        "s",
        new Deed(
            Witness.GATEWAY,
            ACTIONS.getFirst(),
            TARGET,
            false,
            Optional.of(new CommandLine(verb, told)),
            0,
            Optional.empty(),
            Map.of()));
  }

  private static Deed deed(ActionName action, ResourceName resource) {
    return deed(action, resource, 0);
  }

  private static Deed deed(ActionName action, ResourceName resource, long bytes) {
    return new Deed(
        Witness.GATEWAY,
        action,
        resource,
        false,
        Optional.empty(),
        bytes,
        Optional.empty(),
        Map.of());
  }

  private static Deed fromLog(Deed deed) {
    return new Deed(
        Witness.TARGET_LOG,
        deed.action(),
        deed.resource(),
        deed.prevented(),
        deed.command(),
        deed.bytesRead(),
        deed.entry(),
        deed.arguments());
  }

  private static CommandRule rule(String verb, Map<String, Wildcard> parameters) {
    return new CommandRule(Optional.empty(), Set.of(), Set.of(), verb, parameters);
  }

  private static CommandRule named(
      String id, Channel channel, String verb, Map<String, Wildcard> parameters) {
    return new CommandRule(Optional.of(new Code(id)), Set.of(channel), Set.of(), verb, parameters);
  }

  private static SessionRules listedOnly(CommandRule... rules) {
    return new SessionRules(
        SessionLimits.DEFAULT, EntryRules.NONE, List.of(), List.of(rules), false, true);
  }

  private static SessionRules commands(CommandRule... rules) {
    return new SessionRules(
        SessionLimits.DEFAULT, EntryRules.NONE, List.of(), List.of(rules), false, false);
  }
}
