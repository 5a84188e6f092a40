package dev.lockbox.domain.session;

import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.SessionCommand.StartSession;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionSamples;
import dev.lockbox.domain.gateway.Connection;
import dev.lockbox.domain.gateway.SeatReport;
import dev.lockbox.domain.gateway.SeatReport.SeatAnswered;
import dev.lockbox.domain.gateway.SeatReport.SeatLeft;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One seat on a gateway for each engineer, over all customers. */
class SeatsTest {
  private static final TenantId FABRIKAM = new TenantId("fabrikam");
  private static final EngineerId EVA_AT_CONTOSO = new EngineerId(CONTOSO, EVA);
  private static final CommandId FIRST = new CommandId("activity-0-1");
  private static final CommandId SECOND = new CommandId("activity-0-2");
  private static final SessionId S1 = new SessionId("s1");

  private final Desk desk = new Desk();

  @Test
  void whileOneCustomerIsAskedForASeatNoOtherIs() {
    var seats = Seats.NONE.claimed(FIRST, start("s1"), NOON);
    assertThat(Seats.NONE.areTakenFor(FABRIKAM)).isFalse();
    assertThat(seats.areTakenFor(FABRIKAM)).isTrue();
    assertThat(seats.areTakenFor(CONTOSO)).isFalse();
  }

  @Test
  void aSeatIsHeldFromTheYesUntilTheSessionEnds() {
    var seats = Seats.NONE.claimed(FIRST, start("s1"), NOON).after(began(FIRST, S1), NOON);
    assertThat(seats.areTakenFor(FABRIKAM)).isTrue();
    assertThat(seats.after(new SeatLeft(EVA_AT_CONTOSO, S1), NOON)).isEqualTo(Seats.NONE);
  }

  @Test
  void aSeatThatWasRefusedIsFree() {
    var seats = Seats.NONE.claimed(FIRST, start("s1"), NOON);
    assertThat(seats.after(nobody(FIRST), NOON)).isEqualTo(Seats.NONE);
  }

  @Test
  void anAttemptThatIsRepeatedTakesNoSecondSeatAndFreesNone() {
    var held = Seats.NONE.claimed(FIRST, start("s1"), NOON).after(began(FIRST, S1), NOON);
    var again = held.claimed(SECOND, start("s1"), NOON).after(nobody(SECOND), NOON);
    assertThat(again).isEqualTo(held);
  }

  @Test
  void theEndOfASessionFreesNoSeatThatIsAskedForUnderItsIdOnceMore() {
    var seats =
        Seats.NONE
            .claimed(FIRST, start("s1"), NOON)
            .after(began(FIRST, S1), NOON)
            .claimed(SECOND, start("s1"), NOON)
            .after(new SeatLeft(EVA_AT_CONTOSO, S1), NOON);
    assertThat(seats.held()).containsOnlyKeys(SECOND);
    assertThat(seats.areTakenFor(FABRIKAM)).isTrue();
  }

  @Test
  void noCustomerFreesTheSeatOfAnother() {
    var held = Seats.NONE.claimed(FIRST, start("s1"), NOON).after(began(FIRST, S1), NOON);
    var atFabrikam = new EngineerId(FABRIKAM, EVA);
    assertThat(held.after(new SeatLeft(atFabrikam, S1), NOON)).isEqualTo(held);
    assertThat(held.after(new SeatAnswered(atFabrikam, FIRST, Optional.empty()), NOON))
        .isEqualTo(held);
  }

  @Test
  void aSessionThatBeganWithoutAClaimHoldsASeatToo() {
    assertThat(Seats.NONE.after(began(FIRST, S1), NOON).areTakenFor(FABRIKAM)).isTrue();
  }

  @Test
  void aSeatOfWhichNothingIsToldForTwoDaysIsFree() {
    var seats = Seats.NONE.claimed(FIRST, start("s1"), NOON);
    var lapses = NOON.plus(Seats.LONGEST);
    assertThat(seats.at(lapses.minusMillis(1), lapses)).isEqualTo(seats);
    assertThat(seats.at(lapses, lapses)).isEqualTo(Seats.NONE);
    var began = seats.after(began(FIRST, S1), NOON.plusSeconds(1));
    assertThat(began.at(lapses, lapses)).isEqualTo(began);
  }

  @Test
  void aClockThatJumpsTakesNobodysSeatAway() {
    var seats = Seats.NONE.claimed(FIRST, start("s1"), NOON);
    var far = Duration.ofDays(365);
    assertThat(seats.at(NOON.plus(far), NOON)).isEqualTo(seats);
    assertThat(seats.at(NOON, NOON.plus(far))).isEqualTo(seats);
    assertThat(seats.at(NOON.minus(far), NOON)).isEqualTo(seats);
    assertThat(seats.at(NOON.minus(far), NOON.plus(far))).isEqualTo(seats);
  }

  @Test
  void aSeatThatWasToldOfByAClockFarAheadLocksNobodyOutForEver() {
    var seats = Seats.NONE.claimed(FIRST, start("s1"), NOON.plus(Duration.ofDays(365)));
    assertThat(seats.at(NOON, NOON)).isEqualTo(Seats.NONE);
  }

  @Test
  void whereTooManySeatsAreAskedForAllAreTaken() {
    var seats = Seats.NONE;
    for (var n = 0; n < Seats.HELD_MAX; n++) {
      assertThat(seats.areTakenFor(CONTOSO)).isFalse();
      seats = seats.claimed(new CommandId("activity-0-" + n), start("s" + n), NOON);
    }
    assertThat(seats.areTakenFor(CONTOSO)).isTrue();
  }

  @Test
  void whatBecomesOfSessionsOnGatewaysIsToldAndOfThoseOnTargetsNothing() {
    var none = desk.state();
    assertThat(SeatReports.of(none, desk.happens(desk.startOnGateway("s1"), NOON), FIRST))
        .containsExactly(new SeatAnswered(EVA_AT_CONTOSO, FIRST, Optional.of(S1)));
    assertThat(told(desk.startThrough("s1", "t1"))).isEmpty();
    var inside = desk.state();
    List<SessionEvent> ends = desk.grantEnds(NOON);
    assertThat(ends).hasSizeGreaterThan(1);
    assertThat(SeatReports.of(inside, ends, SECOND))
        .containsExactly(new SeatLeft(EVA_AT_CONTOSO, S1));
  }

  private List<SeatReport> told(StartSession start) {
    var before = desk.state();
    return SeatReports.of(before, desk.happens(start, NOON), SECOND);
  }

  private static StartSession start(String session) {
    Connection bare = SessionSamples.BARE;
    return new StartSession(
        EVA_AT_CONTOSO,
        SessionSamples.by("start-" + session),
        new SessionId(session),
        REQUEST,
        Optional.empty(),
        Optional.empty(),
        bare);
  }

  private static SeatAnswered began(CommandId claim, SessionId session) {
    return new SeatAnswered(EVA_AT_CONTOSO, claim, Optional.of(session));
  }

  private static SeatAnswered nobody(CommandId claim) {
    return new SeatAnswered(EVA_AT_CONTOSO, claim, Optional.empty());
  }
}
