package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.OPERATOR;
import static dev.lockbox.domain.Cast.REQUEST;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.deny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.api.History;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.Command;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.Samples;
import dev.lockbox.domain.identity.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HindsightTest {
  private static final int EVENTS_MAX = 3;
  private static final int REQUESTS_MAX = 2;

  private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
  private final History history = new History();
  private final ViewRig rig = new ViewRig();
  private final View view = rig.view(now::get);
  private final Hindsight hindsight = looking(EVENTS_MAX, REQUESTS_MAX);

  private Hindsight looking(int events, int requests) {
    var chronicle = new Chronicle(view, rig, rig.reached());
    return new Hindsight(view, rig, chronicle, now::get, events, requests);
  }

  @BeforeEach
  void aCustomerIsRegistered() {
    rig.pipe(history.register(CONTOSO, Samples.MEMBERSHIP));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  /** Whatever was shown once is told of that instant ever after. */
  @Test
  void tellsOfEachInstantWhatWasShownThen() {
    var shown = new TreeMap<Instant, Optional<RequestJson>>();
    var held = new TreeMap<Instant, List<EntitlementJson>>();
    var listed = new TreeMap<Instant, List<String>>();
    rig.pipe(history.open(REQUEST, MORNING));
    var steps =
        List.<Command>of(
            deny().by(OPERATOR).build(1),
            approve().by(ANNA).build(1),
            Samples.freeze(),
            Samples.release(),
            new EnforceDeadline(REQUEST),
            new EnforceDeadline(REQUEST));
    for (var i = 0; i <= steps.size() + 1; i++) {
      if (i > 0 && i <= steps.size()) {
        rig.pipe(history.decide(steps.get(i - 1), now.get()));
      }
      shown.put(now.get(), view.show(REQUEST));
      held.put(now.get(), view.entitlements(CONTOSO, Optional.empty(), none(), none()));
      listed.put(
          now.get(),
          states(view.list(CONTOSO, any -> true, Optional.empty(), 50, none()).map(Shown::json)));
      now.set(now.get().plus(Duration.ofHours(2)));
    }
    var far = looking(100, 100);
    assertThat(shown.values().stream().map(one -> one.orElseThrow().state()).distinct())
        .contains(WireState.CUSTOMER_NOTIFIED, WireState.ACTIVE, WireState.FROZEN, WireState.ENDED);
    // What is usual is told of what waits now.
    shown.forEach(
        (at, one) ->
            assertThat(asOf(far, at).orElseThrow())
                .as("%s", at)
                .usingRecursiveComparison()
                .ignoringFields("advice")
                .isEqualTo(one.orElseThrow()));
    held.forEach((at, all) -> assertThat(heldThen(far, at)).as("%s", at).isEqualTo(all));
    listed.forEach(
        (at, all) -> assertThat(states(listThen(far, at, 50, none()))).as("%s", at).isEqualTo(all));
  }

  @Test
  void aPageOfThePastEndsEarlyWhereItWouldLookAtTooMuchAndGoesOn() {
    for (var id : List.of("a", "b", "c", "d", "e")) {
      rig.pipe(history.open(new RequestId(CONTOSO, id), MORNING));
    }
    now.set(MORNING.plusSeconds(5));
    var then = MORNING.plusSeconds(1);
    var first = listThen(hindsight, then, 50, none());
    assertThat(ids(first)).containsExactly("a", "b", "c");
    var rest = listThen(hindsight, then, 50, first.next());
    assertThat(ids(rest)).containsExactly("d", "e");
    assertThat(rest.next()).isEmpty();
    var two = listThen(hindsight, then, 2, none());
    assertThat(ids(two)).containsExactly("a", "b");
    assertThat(ids(listThen(hindsight, then, 2, two.next()))).containsExactly("c", "d");
  }

  @Test
  void aCursorKeepsTheInstantOfItsList() {
    rig.pipe(history.open(new RequestId(CONTOSO, "a"), MORNING));
    rig.pipe(history.open(new RequestId(CONTOSO, "b"), MORNING));
    now.set(MORNING.plusSeconds(5));
    var next = listThen(hindsight, MORNING, 1, none()).next();
    assertThat(next).isPresent();
    assertThatThrownBy(() -> listThen(hindsight, MORNING.plusSeconds(1), 1, next))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> view.list(CONTOSO, any -> true, Optional.empty(), 1, next))
        .isInstanceOf(ProblemException.class);
  }

  private static Page<RequestJson> listThen(
      Hindsight hindsight, Instant then, int limit, Optional<String> cursor) {
    return hindsight.list(
        CONTOSO, any -> true, any -> true, Optional.empty(), limit, cursor, new AsOf.Time(then));
  }

  private static List<String> states(Page<RequestJson> page) {
    return page.items().stream().map(one -> one.id() + " " + one.state()).toList();
  }

  private static List<String> ids(Page<RequestJson> page) {
    return page.items().stream().map(RequestJson::id).toList();
  }

  @Test
  void looksAtNoMoreOfARequestThanItMay() {
    rig.pipe(history.open(REQUEST, MORNING));
    refuseAtFive(2);
    assertThat(asOf(hindsight, MORNING.plusSeconds(5))).isPresent();
    refuseAtFive(1);
    tooMuch(() -> asOf(hindsight, MORNING.plusSeconds(5)));
    assertThat(asOf(hindsight, MORNING)).isPresent();
  }

  @Test
  void looksAtNoMoreRequestsThanItMay() {
    rig.pipe(history.open(new RequestId(CONTOSO, "a"), MORNING));
    rig.pipe(history.open(new RequestId(CONTOSO, "b"), MORNING));
    now.set(MORNING.plusSeconds(5));
    assertThat(heldThen(hindsight, MORNING)).isEmpty();
    rig.pipe(history.open(new RequestId(CONTOSO, "c"), MORNING.plusSeconds(1)));
    assertThat(heldThen(hindsight, MORNING)).isEmpty();
    tooMuch(() -> heldThen(hindsight, MORNING.plusSeconds(1)));
  }

  @Test
  void looksBackNoFurtherThanItMayForAFreeze() {
    rig.pipe(history.open(REQUEST, MORNING));
    now.set(MORNING.plusSeconds(5));
    assertThat(asOf(hindsight, MORNING)).isPresent();
    rig.pipe(history.decide(Samples.freeze(), MORNING.plusSeconds(1)));
    assertThat(asOf(hindsight, MORNING)).isPresent();
    refuseAtFive(3);
    tooMuch(() -> asOf(hindsight, MORNING));
  }

  private void refuseAtFive(int times) {
    now.set(MORNING.plusSeconds(5));
    for (var i = 0; i < times; i++) {
      rig.pipe(history.decide(approve().by(ANNA).build(9), now.get()));
    }
  }

  private static void tooMuch(ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            ProblemException.class,
            no -> assertThat(no.problem().code()).isEqualTo(Code.TOO_MUCH_HAPPENED));
  }

  private static Optional<RequestJson> asOf(Hindsight hindsight, Instant then) {
    return hindsight.show(REQUEST, any -> true, new AsOf.Time(then));
  }

  private static List<EntitlementJson> heldThen(Hindsight hindsight, Instant then) {
    return hindsight.entitlements(CONTOSO, none(), none(), none(), new AsOf.Time(then));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
