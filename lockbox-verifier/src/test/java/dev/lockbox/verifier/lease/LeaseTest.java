package dev.lockbox.verifier.lease;

import static dev.lockbox.verifier.lease.Scene.ALLOWANCE;
import static dev.lockbox.verifier.lease.Scene.ALLOWED;
import static dev.lockbox.verifier.lease.Scene.GRANT;
import static dev.lockbox.verifier.lease.Scene.NOON;
import static dev.lockbox.verifier.lease.Scene.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.verifier.lease.Clearance.Shut;
import dev.lockbox.verifier.lease.Received.Held;
import dev.lockbox.verifier.lease.Received.Rejected;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private final Scene scene = new Scene();

  @Test
  void aLeaseOpensWhatItListsToItsEngineerAndNothingElse() {
    assertThat(scene.renew()).isInstanceOf(Held.class);
    assertThat(scene.ask())
        .isInstanceOfSatisfying(
            Clearance.Open.class, open -> assertThat(open.until()).isEqualTo(NOON.plus(MINUTE)));
    assertShut(scene.ask("otto", ALLOWED, TARGET, Keeping.NOTHING), Obstacle.NO_LEASE);
    assertShut(
        scene.ask("eva", "secret.view", TARGET, Keeping.NOTHING), Obstacle.ACTION_NOT_GRANTED);
    assertShut(
        scene.ask("eva", ALLOWED, TARGET + "/x", Keeping.NOTHING), Obstacle.RESOURCE_NOT_GRANTED);
    assertShut(
        scene.leases.mayNow(new Question("fabrikam", "eva", ALLOWED, TARGET, Keeping.NOTHING)),
        Obstacle.NO_LEASE);
  }

  @Test
  void withoutALeaseNothingOpens() {
    assertShut(scene.ask(), Obstacle.NO_LEASE);
  }

  @Test
  void accessEndsWithTheLeaseWhenNobodyRenewsIt() {
    scene.renew();
    scene.pass(Duration.ofSeconds(58));
    assertThat(scene.opens()).isTrue();
    scene.pass(Duration.ofSeconds(2));
    assertShut(scene.ask(), Obstacle.LAPSED);
    assertThat(scene.leases.held()).isEmpty();
  }

  @Test
  void accessLastsAsLongAsItIsRenewedAndNoLongerThanTheGrant() {
    scene.grantEndsAfter(Duration.ofSeconds(150));
    for (var passed = 0; passed < 150; passed += 30) {
      scene.renew();
      assertThat(scene.opens()).as("after %s seconds", passed).isTrue();
      assertThat(scene.leases.held()).containsExactly(GRANT);
      scene.pass(Duration.ofSeconds(30));
    }
    assertThat(scene.renew()).isEqualTo(new Rejected(Rejection.IMPOSSIBLE));
    assertShut(scene.ask(), Obstacle.LAPSED);
  }

  @Test
  void aClockTenMinutesBehindOpensNothing() {
    scene.pass(TEN_MINUTES.multipliedBy(2)).clockIsOffBy(TEN_MINUTES.negated());
    assertThat(scene.renew()).isEqualTo(new Rejected(Rejection.CLOCK_SKEWED));
    assertShut(scene.ask(), Obstacle.NO_LEASE);
  }

  @Test
  void aClockTenMinutesAheadOpensNothing() {
    scene.clockIsOffBy(TEN_MINUTES);
    assertThat(scene.renew()).isEqualTo(new Rejected(Rejection.CLOCK_SKEWED));
    assertShut(scene.ask(), Obstacle.NO_LEASE);
  }

  @Test
  void aClockWithinTheAllowanceOpens() {
    scene.pass(TEN_MINUTES);
    for (var off : new Duration[] {ALLOWANCE, ALLOWANCE.negated()}) {
      scene.clockIsOffBy(off);
      assertThat(scene.renew()).as("off by %s", off).isInstanceOf(Held.class);
      assertThat(scene.opens()).isTrue();
      scene.clockIsOffBy(off.multipliedBy(2));
      assertThat(scene.renew()).isEqualTo(new Rejected(Rejection.CLOCK_SKEWED));
    }
  }

  @Test
  void howLongAnAnswerTookIsNoSkewAndLengthensNothing() {
    var asking = scene.leases.ask();
    var late = scene.issue(asking);
    scene.pass(Duration.ofSeconds(50)).clockIsOffBy(ALLOWANCE.negated());
    assertThat(scene.leases.take(asking, late)).isInstanceOf(Held.class);
    assertThat(scene.opens()).isTrue();
    scene.pass(Duration.ofSeconds(9));
    assertShut(scene.ask(), Obstacle.LAPSED);
  }

  @Test
  void anAnswerThatTookAMinuteIsNothingAnyMore() {
    var asking = scene.leases.ask();
    var late = scene.issue(asking);
    scene.pass(MINUTE);
    assertThat(scene.leases.take(asking, late)).isEqualTo(new Rejected(Rejection.LAPSED));
  }

  @Test
  void turningTheClockBackLengthensNothing() {
    scene.pass(TEN_MINUTES).renew();
    scene.pass(Duration.ofSeconds(30)).clockIsOffBy(ALLOWANCE.negated());
    assertThat(scene.opens()).isTrue();
    scene.pass(Duration.ofSeconds(29)); // the clock shows half a minute to go, the ticker does not
    assertShut(scene.ask(), Obstacle.LAPSED);
    scene.clockIsOffBy(TEN_MINUTES.negated());
    assertThat(((Shut) scene.ask()).why()).contains(Obstacle.LAPSED, Obstacle.CLOCK_BEHIND);
  }

  @Test
  void turningTheClockBackBeforeTheLeaseShutsAtOnce() {
    scene.pass(TEN_MINUTES).renew();
    scene.clockIsOffBy(ALLOWANCE.negated().minusSeconds(1));
    assertShut(scene.ask(), Obstacle.CLOCK_BEHIND);
  }

  @Test
  void turningTheClockForwardShutsEarly() {
    scene.renew();
    scene.clockIsOffBy(MINUTE);
    assertShut(scene.ask(), Obstacle.LAPSED);
  }

  @Test
  void aLeaseIsAnAnswerToItsQuestionAndToNoLaterOne() {
    var first = scene.leases.ask();
    var lease = scene.issue(first);
    scene.leases.take(first, lease);
    scene.pass(MINUTE).clockIsOffBy(MINUTE.negated());
    assertThat(scene.leases.take(scene.leases.ask(), lease))
        .isEqualTo(new Rejected(Rejection.OTHER_ANSWER));
    assertThat(scene.leases.take(first, lease)).isEqualTo(new Rejected(Rejection.LAPSED));
    assertThat(scene.opens()).isFalse();
  }

  @Test
  void anEarlierAnswerThatArrivesLateTakesNothingAway() {
    var first = scene.leases.ask();
    var early = scene.issue(first);
    scene.pass(Duration.ofSeconds(30)).renew();
    scene.leases.take(first, early);
    scene.pass(Duration.ofSeconds(40));
    assertThat(scene.opens()).isTrue();
  }

  @Test
  void aGrantFirstSeenBeforeItBeginsIsVoidForGood() {
    scene.clockIsOffBy(ALLOWANCE.negated().minusSeconds(1));
    assertThat(scene.renew()).isEqualTo(new Rejected(Rejection.VOID));
    scene.pass(TEN_MINUTES).clockIsOffBy(Duration.ZERO);
    assertThat(scene.renew()).isEqualTo(new Rejected(Rejection.VOID));
    assertShut(scene.ask(), Obstacle.NO_LEASE);
  }

  @Test
  void whatIsEndedIsShutAtOnceAndNoAnswerOnItsWayOpensItAgain() {
    scene.renew();
    var asking = scene.leases.ask();
    var onItsWay = scene.issue(asking);
    scene.leases.end(GRANT);
    assertShut(scene.ask(), Obstacle.NO_LEASE);
    scene.pass(Duration.ofSeconds(1));
    assertThat(scene.leases.take(asking, onItsWay)).isEqualTo(new Rejected(Rejection.ENDED));
    assertThat(scene.renew()).isInstanceOf(Held.class); // it was frozen, say, and is not any more
  }

  @Test
  void noMoreIsHeldThanThereIsRoomFor() {
    for (var n = 0; n < Scene.HELD_MAX; n++) {
      assertThat(scene.renew("req-" + n)).isInstanceOf(Held.class);
    }
    assertThat(scene.renew("one-more")).isEqualTo(new Rejected(Rejection.TOO_MANY));
    assertThat(scene.renew("req-0")).isInstanceOf(Held.class);
    scene.pass(MINUTE);
    assertThat(scene.renew("one-more")).isInstanceOf(Held.class);
  }

  @Test
  void whereTooMuchWasEndedNothingElseBegins() {
    scene.renew();
    for (var n = 0; n < Scene.HELD_MAX; n++) {
      scene.leases.end(new GrantId("contoso", "over-" + n));
    }
    assertThat(scene.renew("one-more")).isEqualTo(new Rejected(Rejection.TOO_MANY));
    assertThat(scene.renew()).isInstanceOf(Held.class);
    scene.pass(MINUTE.plusNanos(1));
    assertThat(scene.renew("one-more")).isInstanceOf(Held.class);
  }

  @Test
  void theAllowanceIsFromNothingToAMinute() {
    var keys = scene.signer.keys();
    for (var wrong : new Duration[] {Duration.ofNanos(-1), MINUTE.plusNanos(1)}) {
      assertThatThrownBy(() -> new Trust(keys, "lockbox", "gateway-1", wrong))
          .hasMessageContaining("allowance must be from PT0S to PT1M");
    }
    assertThat(new Trust(keys, "lockbox", "gateway-1", MINUTE).allowance()).isEqualTo(MINUTE);
  }

  private static void assertShut(Clearance clearance, Obstacle... why) {
    assertThat(clearance)
        .isInstanceOfSatisfying(
            Shut.class, shut -> assertThat(shut.why()).containsExactlyInAnyOrder(why));
  }
}
