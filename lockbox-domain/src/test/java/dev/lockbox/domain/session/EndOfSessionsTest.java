package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.SessionSamples.BARE;
import static dev.lockbox.domain.SessionSamples.DEED;
import static dev.lockbox.domain.SessionSamples.DEVICE;
import static dev.lockbox.domain.SessionSamples.EVA_AT_CONTOSO;
import static dev.lockbox.domain.SessionSamples.TARGET;
import static dev.lockbox.domain.decision.Refusal.CLOCK_SUSPECT;
import static dev.lockbox.domain.decision.Refusal.DEVICE_NOT_ALLOWED;
import static dev.lockbox.domain.decision.Refusal.GRANTS_FROZEN;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.NO_SUCH_SESSION;
import static dev.lockbox.domain.decision.Refusal.SESSION_LIMIT;
import static dev.lockbox.domain.session.Desk.EIGHT_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.DevicePostureChanged;
import dev.lockbox.domain.SessionEvent.SessionActive;
import dev.lockbox.domain.SessionEvent.SessionEnded;
import dev.lockbox.domain.SessionEvent.UseSummarised;
import dev.lockbox.domain.decision.Decision.Accepted;
import dev.lockbox.domain.decision.Decision.Repeated;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.gateway.SessionEnd;
import dev.lockbox.domain.identity.DeviceId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.EntryRules;
import dev.lockbox.domain.rules.SessionLimits;
import dev.lockbox.domain.rules.SessionRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a session ends, and what ends with it. */
class EndOfSessionsTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final EnforceSessions ALARM = new EnforceSessions(EVA_AT_CONTOSO);

  private final Desk desk = new Desk();

  @Test
  void aSessionInWhichNothingIsDoneEndsAfterFifteenMinutes() {
    desk.happens(desk.start("s"), NOON);
    assertThat(desk.state().deadline()).contains(NOON.plus(QUARTER));
    desk.refuses(ALARM, Moment.at(NOON.plus(QUARTER).minusMillis(1)), NOT_DUE);
    assertThat(causes(desk.happens(ALARM, NOON.plus(QUARTER)))).containsExactly(SessionEnd.IDLE);
    desk.refuses(ALARM, Moment.at(NOON.plus(QUARTER)), NOT_DUE);
  }

  @Test
  void whateverMovesInASessionKeepsIt() {
    desk.happens(desk.start("s"), NOON);
    var moved = NOON.plus(Duration.ofMinutes(14));
    var active = (SessionActive) desk.happens(desk.moves("s"), moved).getFirst();
    assertThat(active.idleBy()).isEqualTo(moved.plus(QUARTER));
    var done = moved.plus(Duration.ofMinutes(14));
    desk.happens(desk.did("s", DEED), done);
    assertThat(desk.state().deadline()).contains(done.plus(QUARTER));
  }

  @Test
  void nothingKeepsASessionThatIsIdleAlready() {
    desk.happens(desk.start("s"), NOON);
    desk.refuses(desk.moves("s"), Moment.at(NOON.plus(QUARTER)), NO_SUCH_SESSION);
    desk.refuses(desk.moves("other"), NO_SUCH_SESSION);
  }

  @Test
  void nothingKeepsASessionWhileGrantsAreFrozenOrTheClockIsSuspect() {
    desk.happens(desk.start("s"), NOON);
    desk.refuses(desk.moves("s"), Moment.at(NOON).frozen(true), GRANTS_FROZEN);
    desk.refuses(desk.moves("s"), new Moment(NOON, NOON, true, false), CLOCK_SUSPECT);
  }

  @Test
  void leavingAndEndingAreTakenWhileGrantsAreFrozenAndTheClockIsSuspect() {
    desk.happens(desk.start("s"), NOON);
    var worst = new Moment(NOON, NOON.plus(QUARTER), true, true);
    assertThat(desk.decide(desk.leaves("s"), worst)).isInstanceOf(accepted());
    assertThat(desk.decide(ALARM, worst)).isInstanceOf(accepted());
    assertThat(desk.decide(desk.examined(DEVICE, false), worst)).isInstanceOf(accepted());
    assertThat(desk.decide(desk.did("s", DEED), worst)).isInstanceOf(accepted());
  }

  @Test
  void theLongestSessionEndsHoweverBusyItIs() {
    var limits = new SessionLimits(QUARTER, Duration.ofMinutes(20));
    desk.rules(new SessionRules(limits, EntryRules.NONE, List.of(), List.of(), false, false));
    desk.happens(desk.start("s"), NOON);
    desk.happens(desk.moves("s"), NOON.plus(Duration.ofMinutes(10)));
    var end = NOON.plus(Duration.ofMinutes(20));
    assertThat(causes(desk.happens(ALARM, end))).containsExactly(SessionEnd.MAX_AGE);
  }

  @Test
  void aSessionNeverOutlivesItsGrantEvenIfTheGrantsOwnAlarmIsLate() {
    var late = NOON.plus(EIGHT_HOURS).minus(Duration.ofMinutes(5));
    desk.happens(desk.start("s"), late);
    assertThat(causes(desk.happens(ALARM, NOON.plus(EIGHT_HOURS))))
        .containsExactly(SessionEnd.GRANT_ENDED);
  }

  @Test
  void theEndOfAGrantEndsItsSessions() {
    desk.happens(desk.startOnGateway("g"), NOON);
    desk.happens(desk.startThrough("g", "s"), NOON);
    var events = desk.grantEnds(NOON.plusSeconds(60));
    assertThat(causes(events)).containsExactly(SessionEnd.GRANT_ENDED, SessionEnd.GRANT_ENDED);
    assertThat(events.getLast()).isInstanceOf(UseSummarised.class);
    assertThat(desk.state().open()).isEmpty();
    assertThat(desk.state().deadline()).isEmpty();
  }

  @Test
  void theEndOfAGrantThatWasNeverUsedBringsNothingAbout() {
    assertThat(desk.grantEnds(NOON)).isEmpty();
  }

  @Test
  void whoLeavesEndsTheirSession() {
    desk.happens(desk.start("s"), NOON);
    assertThat(causes(desk.happens(desk.leaves("s"), NOON))).containsExactly(SessionEnd.SIGNED_OUT);
    desk.refuses(desk.leaves("s"), NO_SUCH_SESSION);
  }

  @Test
  void sessionsThroughAGatewaySessionEndWithItAndKeepItBusy() {
    desk.happens(desk.startOnGateway("g"), NOON);
    desk.happens(desk.startThrough("g", "s"), NOON);
    var moved = NOON.plus(Duration.ofMinutes(10));
    desk.happens(desk.moves("s"), moved);
    assertThat(desk.state().deadline()).contains(moved.plus(QUARTER));
    assertThat(causes(desk.happens(desk.leaves("g"), moved)))
        .containsExactly(SessionEnd.SIGNED_OUT, SessionEnd.GATEWAY_ENDED);
  }

  @Test
  void aDeviceThatIsFoundWantingEndsTheSessionsOnIt() {
    desk.happens(desk.start("on-it"), NOON);
    var pod = Optional.of(new ResourceName(TARGET + "/pods/etcd-0"));
    desk.happens(desk.start("elsewhere", pod, Optional.empty(), BARE), NOON);
    var events = desk.happens(desk.examined(DEVICE, false), NOON);
    assertThat(events.getFirst()).isInstanceOf(DevicePostureChanged.class);
    assertThat(causes(events)).containsExactly(SessionEnd.DEVICE_NOT_COMPLIANT);
    assertThat(desk.state().open()).containsOnlyKeys(new SessionId("elsewhere"));
  }

  @Test
  void whatIsKnownOfADeviceChangesNothing() {
    assertThat(desk.decide(desk.examined(DEVICE, true), Moment.at(NOON)))
        .isEqualTo(new Repeated<>(0));
    desk.happens(desk.examined(DEVICE, false), NOON);
    assertThat(desk.decide(desk.examined(DEVICE, false), Moment.at(NOON)))
        .isEqualTo(new Repeated<>(1));
  }

  @Test
  void whereTooManyDevicesAreFoundWantingNoneMayBeUsed() {
    for (var n = 0; n < Sessions.BARRED_MAX; n++) {
      desk.happens(desk.examined(new DeviceId("laptop-" + n), false), NOON);
    }
    desk.refuses(desk.examined(new DeviceId("laptop-1"), true), SESSION_LIMIT);
    desk.refuses(desk.start("s"), DEVICE_NOT_ALLOWED);
    desk.happens(desk.examined(new DeviceId("one-more"), false), NOON);
    assertThat(desk.state().barred()).hasSize(Sessions.BARRED_MAX);
  }

  @Test
  void aClockThatGoesBackTakesNothingFromASession() {
    desk.happens(desk.start("s"), NOON);
    desk.happens(desk.moves("s"), NOON.minusSeconds(10));
    assertThat(desk.state().deadline()).contains(NOON.plus(QUARTER));
  }

  @Test
  void aHistoryThatCannotBeIsNotFolded() {
    desk.happens(desk.start("s"), NOON);
    var ended = ended("s");
    var twice = Sessions.evolve(desk.state(), ended);
    assertThatThrownBy(() -> Sessions.evolve(twice, ended)).isInstanceOf(ImpossibleHistory.class);
    var started = new Desk().happens(desk.start("s"), NOON).getFirst();
    assertThatThrownBy(() -> Sessions.evolve(twice, started)).isInstanceOf(ImpossibleHistory.class);
    var again = new Desk();
    again.happens(desk.start("s"), NOON);
    var active = again.happens(desk.moves("s"), NOON).getFirst();
    assertThatThrownBy(() -> Sessions.evolve(twice, active)).isInstanceOf(ImpossibleHistory.class);
    var summary = again.grantEnds(NOON).getLast();
    assertThatThrownBy(() -> Sessions.evolve(Sessions.NONE, summary))
        .isInstanceOf(ImpossibleHistory.class);
    var mended = new Desk();
    mended.happens(desk.examined(DEVICE, false), NOON);
    var posture = mended.happens(desk.examined(DEVICE, true), NOON).getFirst();
    assertThatThrownBy(() -> Sessions.evolve(Sessions.NONE, posture))
        .isInstanceOf(ImpossibleHistory.class);
  }

  private static SessionEnded ended(String session) {
    Instant at = NOON.plusSeconds(1);
    return new SessionEnded(
        EVA_AT_CONTOSO,
        at,
        Optional.empty(),
        new SessionId(session),
        REQUEST,
        SessionEnd.GRANT_ENDED);
  }

  private static Class<?> accepted() {
    return Accepted.class;
  }

  private static List<SessionEnd> causes(List<SessionEvent> events) {
    return events.stream()
        .filter(SessionEnded.class::isInstance)
        .map(event -> ((SessionEnded) event).cause())
        .toList();
  }
}
