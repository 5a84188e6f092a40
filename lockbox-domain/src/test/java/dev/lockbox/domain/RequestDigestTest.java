package dev.lockbox.domain;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Evaluation;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestDigestTest {
  private static final Terms TERMS = new Terms(ACTIONS, RESOURCES, Duration.ofHours(8));

  @Test
  void whoReadsTheSameSeesTheSame() {
    assertThat(digest("eva", Cast.JUSTIFICATION, Details.NONE, TERMS))
        .isEqualTo(digest("eva", Cast.JUSTIFICATION, Details.NONE, TERMS));
  }

  @Test
  void whateverAYesGrantsAndWhyIsInIt() {
    var shorter = new Terms(ACTIONS, RESOURCES, Duration.ofHours(1));
    var single = Said.nothing().singleUse().details();
    assertThat(
            List.of(
                digest("eva", Cast.JUSTIFICATION, Details.NONE, TERMS),
                digest("femi", Cast.JUSTIFICATION, Details.NONE, TERMS),
                digest("eva", Cast.JUSTIFICATION + " ", Details.NONE, TERMS),
                digest("eva", Cast.JUSTIFICATION, single, TERMS),
                digest("eva", Cast.JUSTIFICATION, Details.NONE, shorter),
                digest("eva", Cast.JUSTIFICATION, Details.NONE, TERMS.under(Conditions.RECORDED)),
                RequestDigest.of(
                    new RequestId(Cast.FABRIKAM, "req-1001"),
                    opening("eva", Cast.JUSTIFICATION, Details.NONE),
                    TERMS)))
        .doesNotHaveDuplicates();
  }

  @Test
  void aPseudonymKeepsItsSecret() {
    assertThat(digest("eva", Cast.JUSTIFICATION, veiled("eva"), TERMS))
        .isEqualTo(digest("femi", Cast.JUSTIFICATION, veiled("femi"), TERMS));
  }

  @Test
  void aYesToPracticeIsNoneToTheSameInEarnest() {
    var earnest = opening("eva", Cast.JUSTIFICATION, Details.NONE);
    var practice =
        new Opening(
            earnest.asked(),
            earnest.accessFor(),
            earnest.approvers(),
            earnest.openedAt(),
            earnest.decideBy(),
            earnest.evaluation(),
            earnest.internalApprovals(),
            true);
    assertThat(RequestDigest.of(Cast.REQUEST, practice, TERMS))
        .isNotEqualTo(RequestDigest.of(Cast.REQUEST, earnest, TERMS));
  }

  private static Details veiled(String engineer) {
    return Said.of(new PersonId(engineer)).pseudonym("Engineer 7").details();
  }

  private static Fingerprint digest(String engineer, String why, Details details, Terms terms) {
    return RequestDigest.of(Cast.REQUEST, opening(engineer, why, details), terms);
  }

  private static Opening opening(String engineer, String why, Details details) {
    var person = new PersonId(engineer);
    var asked =
        new Asked(
            person,
            new PersonalText(person, why),
            Optional.of(Cast.TICKET),
            ACTIONS,
            RESOURCES,
            Optional.empty());
    return new Opening(
        asked,
        Duration.ofHours(8),
        Set.of(Cast.ANNA),
        Cast.MORNING,
        Cast.NOON,
        Optional.of(new Evaluation(details, Facts.NONE, List.of(), Evaluation.Outcome.PASSED)),
        List.of(),
        false);
  }
}
