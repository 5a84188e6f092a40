package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.SessionSamples.CONNECTION;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.GATEWAY;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Scenario;
import dev.lockbox.domain.SessionCommand;
import dev.lockbox.domain.SessionCommand.AuthoriseAction;
import dev.lockbox.domain.SessionCommand.EndSession;
import dev.lockbox.domain.SessionCommand.NoteActivity;
import dev.lockbox.domain.SessionCommand.ReportAction;
import dev.lockbox.domain.SessionCommand.ReportDevice;
import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.decision.Attempt;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Refused;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.Deed;
import dev.lockbox.domain.identity.DecisionId;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Eva has a grant from noon on, for eight hours. What gateways tell is decided and folded here, one
 * after the other; a test says when.
 */
final class Desk {
  static final Duration EIGHT_HOURS = Duration.ofHours(8);
  private static final Duration UNTIL_NOON = Duration.ofHours(4);

  private Sessions state = Sessions.NONE;
  private AccessRequest request =
      Scenario.given(
              opened().at(NOON.minus(UNTIL_NOON)),
              approved().at(NOON).accessUntil(NOON.plus(EIGHT_HOURS)))
          .state();
  private SessionRules rules = SessionRules.DEFAULT;
  private Map<EngineerId, Sessions> others = Map.of();
  private Set<DeviceId> barred = Set.of();
  private int attempts;

  Desk() {}

  /** What was found wanting for all customers. */
  Desk barringEverywhere(DeviceId... now) {
    barred = Set.of(now);
    return this;
  }

  /** How it stands with a customer's engineers beside Eva. */
  Desk beside(Map<EngineerId, Sessions> now) {
    others = now;
    return this;
  }

  Desk rules(SessionRules now) {
    rules = now;
    return this;
  }

  Desk request(AccessRequest now) {
    request = now;
    return this;
  }

  Sessions state() {
    return state;
  }

  Granted grant() {
    return (Granted) request;
  }

  Decision<SessionEvent> decide(SessionCommand command, Moment at) {
    return SessionDecider.decide(
        state,
        Others.of(command, () -> others, barred::contains),
        command,
        request,
        Optional.of(rules),
        at);
  }

  /** What happens; it is folded, so that it can follow what happened before. */
  List<SessionEvent> happens(SessionCommand command, Instant at) {
    var decision = decide(command, Moment.at(at));
    assertThat(decision).isInstanceOf(Accepted.class);
    return fold(((Accepted<SessionEvent>) decision).events());
  }

  List<SessionEvent> fold(List<SessionEvent> events) {
    for (var event : events) {
      var before = state.version();
      state = Sessions.evolve(state, event);
      assertThat(state.version()).isEqualTo(before + 1);
    }
    return events;
  }

  List<SessionEvent> grantEnds(Instant at) {
    return fold(Ending.ofGrant(state, EVA_AT_CONTOSO, REQUEST, grant().terms(), at));
  }

  void refuses(SessionCommand command, Refusal expected) {
    refuses(command, Moment.at(NOON), expected);
  }

  void refuses(SessionCommand command, Moment at, Refusal expected) {
    assertThat(decide(command, at))
        .isInstanceOfSatisfying(
            Refused.class,
            no -> {
              assertThat(no.refusal()).as(no.detail()).isEqualTo(expected);
              assertThat(no.detail()).isNotBlank().hasSizeLessThan(1000);
            });
  }

  /** A session on the target, through no gateway session. */
  StartSession start(String session) {
    return start(session, Optional.of(TARGET), Optional.empty(), CONNECTION);
  }

  StartSession startOnGateway(String session) {
    return start(session, Optional.empty(), Optional.empty(), CONNECTION);
  }

  StartSession startThrough(String gateway, String session) {
    return start(session, Optional.of(TARGET), Optional.of(new SessionId(gateway)), CONNECTION);
  }

  StartSession start(
      String session,
      Optional<ResourceName> target,
      Optional<SessionId> through,
      Connection connection) {
    return new StartSession(
        EVA_AT_CONTOSO, by(), new SessionId(session), REQUEST, target, through, connection);
  }

  StartSession startBy(EngineerId engineer) {
    return new StartSession(
        engineer,
        by(),
        new SessionId("s"),
        REQUEST,
        Optional.of(TARGET),
        Optional.empty(),
        CONNECTION);
  }

  NoteActivity moves(String session) {
    return new NoteActivity(EVA_AT_CONTOSO, by(), new SessionId(session), REQUEST);
  }

  EndSession leaves(String session) {
    return new EndSession(EVA_AT_CONTOSO, by(), new SessionId(session), REQUEST);
  }

  ReportAction did(String session, Deed deed) {
    return new ReportAction(
        EVA_AT_CONTOSO, by(), Optional.of(REQUEST), Optional.of(new SessionId(session)), deed);
  }

  AuthoriseAction asks(String session, Deed deed) {
    return new AuthoriseAction(
        EVA_AT_CONTOSO, by(), Optional.of(REQUEST), Optional.of(new SessionId(session)), deed);
  }

  ReportAction logged(Deed deed) {
    return new ReportAction(EVA_AT_CONTOSO, by(), Optional.of(REQUEST), Optional.empty(), deed);
  }

  ReportDevice examined(DeviceId device, boolean compliant) {
    return new ReportDevice(EVA_AT_CONTOSO, by(), device, compliant);
  }

  private Attempt by() {
    attempts++;
    return new Attempt(GATEWAY, new DecisionId("told-" + attempts));
  }
}
