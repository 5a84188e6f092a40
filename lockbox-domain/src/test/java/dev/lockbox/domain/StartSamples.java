package dev.lockbox.domain;

import static dev.lockbox.domain.BeforeAdmission.awaitingTwo;
import static dev.lockbox.domain.BeforeAdmission.evaluated;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.REASON;
import static dev.lockbox.domain.Evaluations.SAM;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Events.opened;
import static dev.lockbox.domain.Events.scheduled;
import static dev.lockbox.domain.Events.started;
import static dev.lockbox.domain.Insiders.detailedOpen;
import static dev.lockbox.domain.Insiders.lastYesInside;
import static dev.lockbox.domain.Insiders.openedThen;
import static dev.lockbox.domain.Insiders.yesInside;
import static dev.lockbox.domain.Samples.unsaid;
import static dev.lockbox.domain.Scenario.given;

import dev.lockbox.domain.evaluation.EvaluationRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Access that begins later, each once. */
final class StartSamples {
  private static final Instant EVENING = NOON.plus(Duration.ofHours(8));

  private StartSamples() {}

  static List<Event> events() {
    return List.of(
        scheduled(NOON, EVENING).because(REASON).build(unsaid(2)),
        started().at(NOON).build(unsaid(3)));
  }

  /** Leaving unsaid what may be. */
  static List<Event> sparseEvents() {
    return List.of(scheduled(NOON, EVENING).build(unsaid(2)));
  }

  static List<AccessRequest> states() {
    var asked = evaluated(EvaluationRules.NONE).through(detailedOpen());
    var forAnHour = scheduled(NOON, NOON.plus(Samples.UNDER.accessFor()));
    return List.of(
        given(asked, opened(), scheduled(NOON, EVENING)).state(),
        given(asked, opened(), scheduled(NOON, EVENING), started()).state(),
        given(asked, opened(), narrowed(Samples.UNDER), forAnHour).state(),
        given(asked, opened(), narrowed(Samples.UNDER), forAnHour, started()).state(),
        given(
                awaitingTwo(),
                yesInside(0),
                lastYesInside(SAM),
                openedThen(SAM),
                scheduled(NOON, EVENING))
            .state());
  }
}
