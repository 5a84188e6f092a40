package dev.lockbox.domain.histories;

import static dev.lockbox.domain.histories.Promise.ACCESS_AS_THE_HISTORY_SAYS;
import static dev.lockbox.domain.histories.Promise.ANOTHER_PERSON_APPROVED;
import static dev.lockbox.domain.histories.Promise.CLOSED_IS_CLOSED;
import static dev.lockbox.domain.histories.Promise.DECIDED_IN_TIME;
import static dev.lockbox.domain.histories.Promise.GRANTED_NO_LONGER_THAN_ALLOWED;
import static dev.lockbox.domain.histories.Promise.NO_IS_FINAL;
import static dev.lockbox.domain.histories.Promise.NO_IS_NEVER_LOST;
import static dev.lockbox.domain.histories.Promise.ONE_DEADLINE;
import static dev.lockbox.domain.histories.Promise.REPEATED_IS_SILENT;
import static dev.lockbox.domain.histories.Promise.REPLAYS;
import static dev.lockbox.domain.histories.Promise.TELLS_ITS_CAUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The walk is worth something: it finds each of these mistakes, and says which promise broke. */
class DefectsAreFoundTest {
  private static final int STEPS_MAX = 20_000;

  static Stream<Arguments> defects() {
    return Stream.of(
        defect("approves at the deadline", BrokenRulebooks::approvesAtTheDeadline, DECIDED_IN_TIME),
        defect("rings late", BrokenRulebooks::ringsLate, ONE_DEADLINE),
        defect("rings early", BrokenRulebooks::ringsEarly, ONE_DEADLINE),
        defect(
            "lets the engineer approve",
            BrokenRulebooks::letsTheEngineerApprove,
            ANOTHER_PERSON_APPROVED),
        defect(
            "forgets who was named at opening",
            BrokenRulebooks::forgetsWhoWasNamedAtOpening,
            ANOTHER_PERSON_APPROVED),
        defect("approves what was denied", BrokenRulebooks::approvesWhatWasDenied, NO_IS_FINAL),
        defect("approves twice", BrokenRulebooks::approvesTwice, REPLAYS),
        defect("tells another time", BrokenRulebooks::tellsAnotherTime, TELLS_ITS_CAUSE),
        defect("forgets who left", BrokenRulebooks::forgetsWhoLeft, ANOTHER_PERSON_APPROVED),
        defect(
            "loses a denial after the grant",
            BrokenRulebooks::losesADenialAfterTheGrant,
            NO_IS_NEVER_LOST),
        defect(
            "loses a no after the deadline",
            BrokenRulebooks::losesANoAfterTheDeadline,
            NO_IS_NEVER_LOST),
        defect(
            "does not recognise duplicates",
            BrokenRulebooks::doesNotRecogniseDuplicates,
            REPEATED_IS_SILENT),
        defect(
            "starts the clock at opening",
            BrokenRulebooks::startsTheClockAtOpening,
            ACCESS_AS_THE_HISTORY_SAYS),
        defect(
            "grants a millisecond more",
            BrokenRulebooks::grantsAMillisecondMore,
            GRANTED_NO_LONGER_THAN_ALLOWED),
        defect(
            "takes a yes to any version",
            BrokenRulebooks::takesAYesToAnyVersion,
            ACCESS_AS_THE_HISTORY_SAYS),
        defect(
            "opens what was closed before",
            BrokenRulebooks::opensWhatWasClosedBefore,
            CLOSED_IS_CLOSED),
        defect(
            "opens what the catalogue does not list",
            BrokenRulebooks::opensWhatTheCatalogueDoesNotList,
            ACCESS_AS_THE_HISTORY_SAYS),
        defect(
            "forgets a ticket that came first",
            BrokenRulebooks::forgetsATicketThatCameFirst,
            ACCESS_AS_THE_HISTORY_SAYS));
  }

  @ParameterizedTest(name = "a decider that {0}")
  @MethodSource("defects")
  void isFound(String name, Rulebook broken, Promise expected) {
    var found =
        catchThrowableOfType(
            BrokenPromise.class, () -> RandomHistory.walk(1, STEPS_MAX, broken, entry -> {}));
    assertThat(found).as("a decider that %s", name).isNotNull();
    assertThat(found.promise()).as(found.getMessage()).isEqualTo(expected);
  }

  @Test
  void everyPromiseIsBrokenByOneOfThem() {
    assertThat(defects().map(defect -> defect.get()[2])).contains((Object[]) Promise.values());
  }

  private static Arguments defect(String name, Rulebook broken, Promise promise) {
    return arguments(name, broken, promise);
  }
}
