package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.domain.rules.Terms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the oracle finds wrong with grants. */
class JudgedGrantsTest extends StoryByHand {
  @Test
  void aGrantByTheEngineerIsFound() {
    registered();
    opened();
    approved(EVA, NOON.plusSeconds(60));
    thenBroken("GrantedByAnother");
  }

  @Test
  void aGrantAtTheDeadlineIsFound() {
    registered();
    opened();
    approved(ANNA, NOON.plus(FOUR_DAYS));
    thenBroken("GrantedByAnother");
  }

  @Test
  void aGrantThatNobodyAskedForIsFound() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    commands.removeLast();
    thenBroken("GrantedByAnother");
  }

  @Test
  void aGrantOfAMillisecondTooMuchIsFound() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60), EIGHT_HOURS.plusMillis(1));
    thenBroken("GrantedForNoLonger");
  }

  @Test
  void readersWhoSeeMoreOpenThanWasGrantedAreFound() {
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    var more = List.of(new ActionName("k8s.pod.logs"), new ActionName("k8s.exec"));
    granted(
        2, NOON.plusSeconds(60).plus(EIGHT_HOURS), new Terms(more, ASKED.resources(), EIGHT_HOURS));
    thenBroken("AnsweredAsTheRulesSay");
  }

  @Test
  void aGrantOfWhatTheProviderTurnedDownIsFound() {
    provider = Deployment.DEFAULTS.with(wanting(CheckName.ELIGIBILITY));
    registered();
    opened();
    approved(ANNA, NOON.plusSeconds(60));
    thenBroken("GrantedAsRequired");
  }

  private static EvaluationRules wanting(CheckName name) {
    return new EvaluationRules(Set.of(name), Criteria.DEFAULTS, List.of(), AN_HOUR);
  }
}
