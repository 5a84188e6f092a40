package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.BEN;
import static dev.lockbox.domain.Cast.MORNING;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.TICK;
import static dev.lockbox.domain.Commands.approve;
import static dev.lockbox.domain.Commands.enforceDeadline;
import static dev.lockbox.domain.Dialogues.answer;
import static dev.lockbox.domain.Dialogues.answered;
import static dev.lockbox.domain.Dialogues.ask;
import static dev.lockbox.domain.Dialogues.asked;
import static dev.lockbox.domain.Events.approved;
import static dev.lockbox.domain.Events.expired;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Policies.settingsHaving;
import static dev.lockbox.domain.Scenario.given;
import static dev.lockbox.domain.decision.Refusal.NOT_DUE;
import static dev.lockbox.domain.decision.Refusal.TOO_LATE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.rules.DialogueRules;
import dev.lockbox.domain.time.Moment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The time for deciding stands still while a question waits, where the customer lets it. */
class PausedClockTest {
  private static final Duration FOUR_DAYS = Duration.ofDays(4);
  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant END = MORNING.plus(FOUR_DAYS);
  private static final Instant LATEST = END.plus(TWO_DAYS);

  @Test
  void aQuestionStopsTheClockForAsLongAsTheCustomerLetsItAtMost() {
    waiting().when(ask(), NOON).happened(asked().decideBy(LATEST));
  }

  @Test
  void whereNothingIsSetTheClockGoesOn() {
    given(opened().at(MORNING)).when(ask(), NOON).happened(asked());
  }

  @Test
  void theAnswerLetsItGoOnWithAsMuchTimeAsWasLeft() {
    var standing = waiting(asked().at(NOON).decideBy(LATEST));
    standing
        .when(answer(2), NOON.plus(HOUR))
        .happened(answered(2).decideBy(END.plus(HOUR)))
        .when(enforceDeadline(), END.plus(HOUR))
        .happened(expired());
    standing.when(answer(2), NOON.plus(TWO_DAYS).plus(HOUR)).happened(answered(2).decideBy(LATEST));
  }

  @Test
  void whileItStandsNothingExpiresAndAYesIsInTime() {
    var standing = waiting(asked().at(NOON).decideBy(LATEST));
    standing.when(enforceDeadline(), END).refused(NOT_DUE);
    standing.when(approve(), LATEST.minus(TICK)).happened(approved());
  }

  @Test
  void aQuestionThatNobodyAnswersDoesNotStopItForEver() {
    var standing = waiting(asked().at(NOON).decideBy(LATEST));
    standing.when(approve(), LATEST).refused(TOO_LATE);
    standing.when(enforceDeadline(), LATEST).happened(expired());
  }

  @Test
  void moreQuestionsDoNotStopItLonger() {
    waiting(asked().at(NOON).decideBy(LATEST))
        .when(ask().by(BEN), NOON.plus(HOUR))
        .happened(asked().by(BEN));
    waiting(asked().at(NOON).decideBy(LATEST), answered(2).at(NOON.plus(TWO_DAYS)).decideBy(LATEST))
        .when(ask(), NOON.plus(TWO_DAYS))
        .happened(asked());
    waiting(
            asked().at(NOON).decideBy(LATEST),
            answered(2).at(NOON.plus(HOUR)).decideBy(END.plus(HOUR)))
        .when(ask(), NOON.plus(TWO_DAYS))
        .happened(asked().decideBy(LATEST));
  }

  /** More time for a yes helps towards it. */
  @Test
  void aClockThatNobodyTrustsIsNotStopped() {
    waiting().when(ask(), Moment.at(NOON).frozen(true)).happened(asked());
    waiting().when(ask(), new Moment(NOON, NOON, true, false)).happened(asked());
  }

  @Test
  void itStandsForThirtyDaysAtMost() {
    assertThatThrownBy(() -> new DialogueRules(Duration.ofDays(30).plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DialogueRules(TICK.negated()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Scenario waiting(EventBuilder<?>... since) {
    var told = new EventBuilder<?>[since.length + 1];
    told[0] = opened().at(MORNING);
    System.arraycopy(since, 0, told, 1, since.length);
    return given(told).settingsNow(settingsHaving(new DialogueRules(TWO_DAYS)));
  }
}
