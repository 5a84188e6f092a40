package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static dev.lockbox.domain.SessionSamples.ELSEWHERE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.INTENDED;
import static dev.lockbox.domain.SessionSamples.PREVENTED;
import static dev.lockbox.domain.SessionSamples.SESSION;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.session.Desk.EIGHT_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Events;
import dev.lockbox.domain.Scenario;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionEvent.ActionAuthorised;
import dev.lockbox.domain.SessionEvent.ActionDenied;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.CommandLine;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.gateway.Witness;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.CommandRule;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.rules.Wildcard;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a gateway is told that asks before an engineer does something. */
class AskingFirstTest {
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Moment FROZEN = Moment.at(LATER).frozen(true);
  private static final Moment SUSPECT = new Moment(LATER, LATER, true, false);
  private static final Deed ELSEWHERE_INTENDED = intended(new ActionName("secret.view"), ELSEWHERE);

  private final Desk desk = new Desk();

  @Test
  void whatTheGrantListsIsAuthorised() {
    desk.happens(desk.start("s"), NOON);
    var ask = desk.asks("s", INTENDED);
    assertThat(desk.happens(ask, LATER))
        .containsExactly(
            new ActionAuthorised(
                EVA_AT_CONTOSO,
                LATER,
                new Provenance(ask.by(), ask.content()),
                REQUEST,
                new SessionId("s"),
                INTENDED,
                TARGET,
                List.of(),
                LATER.plus(Duration.ofMinutes(15))));
  }

  @Test
  void whatIsAuthorisedMovesInTheSessionAndInTheOneItGoesThrough() {
    desk.happens(desk.startOnGateway("g"), NOON);
    desk.happens(desk.startThrough("g", "s"), NOON);
    desk.happens(desk.asks("s", INTENDED), LATER);
    var idle = LATER.plus(Duration.ofMinutes(15));
    assertThat(desk.state().open().values()).extracting(Session::idleBy).containsOnly(idle);
    desk.happens(desk.asks("s", ELSEWHERE_INTENDED), LATER.plusSeconds(60));
    assertThat(desk.state().open().values()).extracting(Session::idleBy).containsOnly(idle);
  }

  @Test
  void whatIsOutsideOfTheGrantIsDeniedWithAllThatSpeaksAgainstIt() {
    desk.happens(desk.start("s"), NOON);
    var denied = denied(desk.asks("s", ELSEWHERE_INTENDED));
    assertThat(denied.findings())
        .containsExactly(Finding.ACTION_NOT_GRANTED, Finding.RESOURCE_NOT_GRANTED);
    assertThat(denied.deed()).isEqualTo(ELSEWHERE_INTENDED.kept());
    assertThat(denied.deed().prevented()).isTrue();
    assertThat(denied.session()).contains(new SessionId("s"));
  }

  @Test
  void aReadingCommandIsAuthorisedAndAWritingOneDeniedUnderTheSameGrant() {
    desk.rules(
        new SessionRules(
            SessionLimits.DEFAULT,
            EntryRules.NONE,
            List.of(),
            List.of(
                new CommandRule(
                    Optional.of(new Code("own-mailboxes")),
                    Set.of(),
                    Set.of(),
                    "Get-Mailbox",
                    Map.of("Identity", new Wildcard("*@contoso.example")))),
            false,
            false));
    desk.happens(desk.start("s"), NOON);
    var read = typed("Get-Mailbox", Map.of("Identity", "anna@contoso.example"));
    var authorised = (ActionAuthorised) desk.happens(desk.asks("s", read), LATER).getFirst();
    assertThat(authorised.rules()).containsExactly(new Code("own-mailboxes"));
    for (var typed :
        List.of(
            typed("Set-Mailbox", Map.of("Identity", "anna@contoso.example")),
            typed("Get-Mailbox", Map.of("Identity", "anna@fabrikam.example")),
            typed("Get-Mailbox", Map.of("Archive", "yes")))) {
      assertThat(denied(desk.asks("s", typed)).findings())
          .containsExactly(Finding.COMMAND_NOT_ALLOWED);
    }
    var other = typed("Get-Mailbox", Map.of("Archive", "yes"));
    assertThat(denied(desk.asks("s", other)).rules()).containsExactly(new Code("own-mailboxes"));
  }

  @Test
  void withAnotherArgumentThanWasAskedForItIsDenied() {
    desk.request(WhatWasDoneTest.askedFor(WhatWasDoneTest.container("etcd-0")));
    desk.happens(desk.start("s"), NOON);
    var other =
        new Deed(
            Witness.GATEWAY,
            ACTIONS.getFirst(),
            TARGET,
            false,
            Optional.empty(),
            0,
            Optional.empty(),
            Map.of(new Code("container"), new PersonalText(EVA, "etcd")));
    assertThat(denied(desk.asks("s", other)).findings())
        .containsExactly(Finding.ARGUMENT_NOT_GRANTED);
  }

  @Test
  void withoutAnOpenSessionNothingIsAuthorised() {
    assertThat(denied(desk.asks("never-started", INTENDED)).findings())
        .containsExactly(Finding.NO_SESSION);
    assertThat(denied(ask(EVA_AT_CONTOSO, Optional.of(REQUEST), Optional.empty())).findings())
        .containsExactly(Finding.NO_SESSION);
    desk.happens(desk.start("s"), NOON);
    var other = Optional.of(new RequestId(CONTOSO, "another"));
    assertThat(denied(ask(EVA_AT_CONTOSO, other, session())).findings())
        .containsExactly(Finding.NO_SESSION);
    var idle = Moment.at(NOON.plus(Duration.ofMinutes(15)));
    assertThat(denied(desk.asks("s", INTENDED), idle).findings())
        .containsExactly(Finding.NO_SESSION);
  }

  @Test
  void onADeviceThatIsFoundWantingNothingIsAuthorised() {
    desk.happens(desk.start("s"), NOON);
    desk.happens(desk.examined(DEVICE, false), NOON);
    assertThat(denied(desk.asks("s", INTENDED)).findings()).containsExactly(Finding.NO_SESSION);
  }

  @Test
  void withoutAGrantOfTheirOwnNothingIsAuthorised() {
    desk.happens(desk.start("s"), NOON);
    var over = Moment.at(NOON.plus(EIGHT_HOURS));
    assertThat(denied(desk.asks("s", INTENDED), over).findings()).contains(Finding.NOT_GRANTED);
    var annas = ask(new EngineerId(CONTOSO, ANNA), Optional.of(REQUEST), session());
    assertThat(denied(annas).findings()).containsExactly(Finding.OTHER_ENGINEER);
    desk.request(Scenario.given(Events.opened()).state());
    assertThat(denied(desk.asks("s", INTENDED)).findings()).containsExactly(Finding.NOT_GRANTED);
    desk.request(AccessRequest.UNOPENED);
    assertThat(denied(desk.asks("s", INTENDED)).findings()).containsExactly(Finding.NO_REQUEST);
    assertThat(denied(ask(EVA_AT_CONTOSO, Optional.empty(), session())).findings())
        .containsExactly(Finding.NO_REQUEST, Finding.NO_SESSION);
  }

  @Test
  void whileGrantsAreFrozenNothingIsAuthorised() {
    desk.happens(desk.start("s"), NOON);
    assertThat(denied(desk.asks("s", INTENDED), FROZEN).findings()).containsExactly(Finding.FROZEN);
  }

  @Test
  void whileTheClockIsSuspectNoYesIsGivenAndEveryNoIs() {
    desk.happens(desk.start("s"), NOON);
    var ask = desk.asks("s", INTENDED);
    desk.refuses(ask, SUSPECT, Refusal.CLOCK_SUSPECT);
    assertThat(denied(desk.asks("s", ELSEWHERE_INTENDED), SUSPECT).findings())
        .contains(Finding.ACTION_NOT_GRANTED);
    assertThat(desk.happens(ask, LATER)).hasExactlyElementsOfTypes(ActionAuthorised.class);
  }

  @Test
  void theSameAttemptHasItsAnswerAndNoSecondOne() {
    desk.happens(desk.start("s"), NOON);
    var yes = desk.asks("s", INTENDED);
    desk.happens(yes, LATER);
    var no = desk.asks("s", ELSEWHERE_INTENDED);
    desk.happens(no, LATER);
    assertThat(desk.decide(yes, Moment.at(LATER))).isEqualTo(new Repeated<>(2));
    assertThat(desk.decide(no, Moment.at(LATER))).isEqualTo(new Repeated<>(3));
    var another =
        new AuthoriseAction(
            EVA_AT_CONTOSO, yes.by(), yes.request(), yes.session(), ELSEWHERE_INTENDED);
    desk.refuses(another, Refusal.DECISION_ID_REUSED);
  }

  @Test
  void whatWasDeniedEndsNoSessionAndIsCountedAsPrevented() {
    desk.rules(
        new SessionRules(
            SessionLimits.DEFAULT, EntryRules.NONE, List.of(), List.of(), true, false));
    desk.happens(desk.start("s"), NOON);
    desk.happens(desk.asks("s", INTENDED), LATER);
    desk.happens(desk.asks("s", ELSEWHERE_INTENDED), LATER);
    assertThat(desk.state().open()).hasSize(1);
    var usage = ((UseSummarised) desk.grantEnds(LATER).getLast()).usage();
    assertThat(usage.prevented()).isEqualTo(1);
    assertThat(usage.flagged()).isZero();
    assertThat(usage.performed()).isEmpty();
  }

  @Test
  void onlyWhatHasNotHappenedYetCanBeAskedFor() {
    for (var told : List.of(DEED, PREVENTED, INTENDED.kept(), read(1))) {
      assertThatThrownBy(() -> desk.asks("s", told)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void nothingIsAuthorisedInASessionThatNeverBegan() {
    var authorised =
        new ActionAuthorised(
            EVA_AT_CONTOSO,
            NOON,
            new Provenance(attempt(), ask(EVA_AT_CONTOSO, Optional.empty(), session()).content()),
            REQUEST,
            SESSION,
            INTENDED,
            TARGET,
            List.of(),
            LATER);
    assertThatThrownBy(() -> Sessions.evolve(Sessions.NONE, authorised))
        .isInstanceOf(ImpossibleHistory.class);
  }

  private ActionDenied denied(AuthoriseAction ask) {
    return denied(ask, Moment.at(LATER));
  }

  /** Not folded, so that a test can ask for the next thing. */
  private ActionDenied denied(AuthoriseAction ask, Moment at) {
    var decision = desk.decide(ask, at);
    assertThat(decision).isInstanceOf(Accepted.class);
    var events = ((Accepted<?>) decision).events();
    assertThat(events).hasSize(1);
    return (ActionDenied) events.getFirst();
  }

  private static AuthoriseAction ask(
      EngineerId engineer, Optional<RequestId> request, Optional<SessionId> session) {
    return new AuthoriseAction(engineer, attempt(), request, session, INTENDED);
  }

  private static Attempt attempt() {
    return new Attempt(GATEWAY, new DecisionId("ask"));
  }

  private static Optional<SessionId> session() {
    return Optional.of(new SessionId("s"));
  }

  private static Deed typed(String verb, Map<String, String> parameters) {
    var told =
        parameters.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, one -> new PersonalText(EVA, one.getValue())));
    return new Deed(
        Witness.GATEWAY,
        ACTIONS.getFirst(),
        TARGET,
        false,
        Optional.of(new CommandLine(verb, told)),
        0,
        Optional.empty(),
        Map.of());
  }

  private static Deed intended(ActionName action, ResourceName resource) {
    return new Deed(
        Witness.GATEWAY, action, resource, false, Optional.empty(), 0, Optional.empty(), Map.of());
  }

  private static Deed read(long bytes) {
    return new Deed(
        Witness.GATEWAY,
        ACTIONS.getFirst(),
        TARGET,
        false,
        Optional.empty(),
        bytes,
        Optional.empty(),
        Map.of());
  }
}
