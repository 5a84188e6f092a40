package dev.lockbox.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionCommand.ConfirmBreakGlass;
import dev.lockbox.domain.ExclusionCommand.ReportExclusion;
import dev.lockbox.domain.ExclusionEvent.BreakGlassProposed;
import dev.lockbox.domain.ExclusionEvent.ExclusionInvoked;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.RequestEvent.RequestApproved;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the oracle finds wrong with accesses that no approval covers. */
class JudgedExclusionsTest extends StoryByHand {
  private static final ExclusionId EXCLUSION = new ExclusionId(CONTOSO, "exclusion-1");

  @Test
  void aGlassThatTwoPeopleBreakIsRight() {
    registered();
    var report = proposed();
    confirmed(report, BEN, Optional.of(ANNA));
    assertThat(judged()).isEmpty();
  }

  @Test
  void aGlassThatOnePersonBreaksIsFound() {
    registered();
    var report = proposed();
    confirmed(report, ANNA, Optional.of(ANNA));
    thenBroken("GlassBrokenByTwo");
  }

  @Test
  void aGlassThatWhoeverGoesInBreaksIsFound() {
    registered();
    var report = proposed();
    confirmed(report, EVA, Optional.of(ANNA));
    thenBroken("GlassBrokenByTwo");
  }

  @Test
  void whatNobodyTakesNoteOfForEverIsFound() {
    registered();
    var report = proposed();
    confirmed(report, BEN, Optional.of(ANNA));
    assertThat(Oracle.judge(evidence(Evidence.Extent.AT_REST)))
        .map(Broken::invariant)
        .contains("GlassBrokenByTwo");
  }

  @Test
  void aGrantThatIsCalledAnExclusionIsFound() {
    registered();
    opened();
    proposed();
    var confirm = new ConfirmBreakGlass(EXCLUSION, by(BEN, "confirm"));
    var by = provenance(confirm);
    var until = NOON.plus(EIGHT_HOURS);
    happened(confirm, NOON, 2, new RequestApproved(REQUEST, NOON, by, Optional.empty(), until));
    granted(2, until, lasting(EIGHT_HOURS));
    thenBroken("GrantedByAnother");
  }

  /** Anna asks to break the glass, for Eva. */
  private ExclusionReport proposed() {
    var report =
        new ExclusionReport(
            ExclusionCategory.EMERGENCY,
            EVA,
            new IncidentId("INC-4712"),
            ASKED.resources(),
            DataExposure.NOT_KNOWN,
            new PersonalText(ANNA, "it could not wait"));
    var command = new ReportExclusion(EXCLUSION, by(ANNA, "report"), report);
    var confirmBy = NOON.plus(AN_HOUR);
    happened(
        command,
        NOON,
        1,
        new BreakGlassProposed(EXCLUSION, NOON, provenance(command), report, confirmBy));
    return report;
  }

  private void confirmed(ExclusionReport report, PersonId who, Optional<PersonId> proposedBy) {
    var confirm = new ConfirmBreakGlass(EXCLUSION, by(who, "confirm"));
    var by = provenance(confirm);
    var acknowledgeBy = NOON.plus(Duration.ofDays(3));
    happened(
        confirm,
        NOON,
        1,
        new ExclusionInvoked(EXCLUSION, NOON, by, proposedBy, report, acknowledgeBy));
  }
}
