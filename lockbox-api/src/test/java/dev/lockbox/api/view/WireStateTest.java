package dev.lockbox.api.view;

import static dev.lockbox.domain.Cast.JUST_BEFORE_NOON;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.scheduled;
import static dev.lockbox.domain.Events.started;
import static dev.lockbox.domain.Insiders.awaitingTwo;
import static dev.lockbox.domain.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WireStateTest {
  @Test
  void everyStateHasAName() {
    var names =
        Samples.states().stream()
            .filter(state -> !state.equals(AccessRequest.UNOPENED))
            .map(WireState::recorded)
            .collect(Collectors.toSet());
    names.add(WireState.effective(given(opened(), approved()).state(), true, MORNING));
    names.add(
        WireState.effective(
            given(opened(), narrowed(Samples.UNDER), approved()).state(), false, MORNING));
    assertThat(names).containsExactlyInAnyOrder(WireState.values());
  }

  @Test
  void theCodesAreThoseOfTheFirstRelease() {
    assertThat(Arrays.stream(WireState.values()).map(state -> state.code() + " " + state))
        .containsExactly(
            "1 CUSTOMER_NOTIFIED",
            "2 ACTIVE",
            "3 DENIED",
            "4 EXPIRED",
            "5 WITHDRAWN",
            "6 CANCELLED",
            "7 REVOKED",
            "8 ENDED",
            "9 FAULTED",
            "10 FROZEN",
            "11 EVALUATED",
            "12 AWAITING_INTERNAL_APPROVAL",
            "13 REJECTED",
            "14 COMPLETED",
            "15 CLOSING",
            "16 FAILED_TO_CLOSE",
            "17 ACTIVE_UNDER_CONDITIONS",
            "18 SCHEDULED",
            "19 PRACTISED");
  }

  @Test
  void accessUnderConditionsIsScheduledFirstAndThenUnderConditions() {
    var evening = NOON.plus(Duration.ofHours(8));
    var agreed =
        given(opened().at(MORNING), narrowed(Samples.UNDER), scheduled(NOON, evening)).state();
    assertThat(WireState.effective(agreed, false, MORNING)).isEqualTo(WireState.SCHEDULED);
    assertThat(WireState.effective(agreed, true, NOON)).isEqualTo(WireState.SCHEDULED);
    assertThat(WireState.effective(agreed, false, evening)).isEqualTo(WireState.ENDED);
    var begun =
        given(opened().at(MORNING), narrowed(Samples.UNDER), scheduled(NOON, evening), started())
            .state();
    assertThat(WireState.effective(begun, false, NOON))
        .isEqualTo(WireState.ACTIVE_UNDER_CONDITIONS);
  }

  /** Whatever is known, and whenever it is looked at. */
  @Test
  void nothingIsOpenButWhatIsGrantedAndNeitherOverNorFrozen() {
    var open = EnumSet.of(WireState.ACTIVE, WireState.ACTIVE_UNDER_CONDITIONS);
    var found = EnumSet.noneOf(WireState.class);
    for (var state : Samples.states()) {
      for (var now : momentsOf(state)) {
        for (var frozen : List.of(false, true)) {
          var shown = WireState.effective(state, frozen, now);
          var isGranted =
              state instanceof Granted granted && !frozen && now.isBefore(granted.accessUntil());
          assertThat(open.contains(shown))
              .as("%s at %s: %s", state, now, shown)
              .isEqualTo(isGranted);
          found.add(shown);
        }
      }
    }
    assertThat(found).containsAll(open);
  }

  /** Long before, around its deadline and long after. */
  private static List<Instant> momentsOf(AccessRequest state) {
    var deadline = state.deadline().orElse(NOON);
    return state.equals(AccessRequest.UNOPENED)
        ? List.of()
        : List.of(MORNING, deadline.minusMillis(1), deadline, deadline.plus(Duration.ofDays(365)));
  }

  @Test
  void atItsDeadlineARequestIsOver() {
    var inside = given(awaitingTwo()).state();
    var tooLate = inside.deadline().orElseThrow();
    assertThat(WireState.effective(inside, false, tooLate.minusMillis(1)))
        .isEqualTo(WireState.AWAITING_INTERNAL_APPROVAL);
    assertThat(WireState.effective(inside, false, tooLate)).isEqualTo(WireState.EXPIRED);

    var waiting = given(opened().decideBy(NOON)).state();
    assertThat(WireState.effective(waiting, false, JUST_BEFORE_NOON))
        .isEqualTo(WireState.CUSTOMER_NOTIFIED);
    assertThat(WireState.effective(waiting, true, NOON)).isEqualTo(WireState.EXPIRED);

    var morning = NOON.minus(Duration.ofHours(8));
    var active = given(opened().at(morning), approved().at(morning)).state();
    var end = active.deadline().orElseThrow();
    assertThat(WireState.effective(active, false, end.minusMillis(1))).isEqualTo(WireState.ACTIVE);
    assertThat(WireState.effective(active, true, end)).isEqualTo(WireState.ENDED);
  }
}
