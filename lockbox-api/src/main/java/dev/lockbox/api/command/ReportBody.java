package dev.lockbox.api.command;

import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a report of access that no approval covers says; every name but the pseudonym
 * must be there.
 *
 * @param decisionId the caller's own id of this attempt, 1 to 64 characters; the same again is the
 *     same attempt
 * @param engineer who has, had or will have the access
 * @param incident the provider's own name for what it is about
 * @param resources what it reaches, 1 to 64, each once
 * @param exposure what could be read of the data
 * @param evidence what happened and what shows it, at most 4096 bytes of UTF-8
 * @param pseudonym what the customer is shown instead of the engineer's id; null for the id
 */
@Schema(name = "ExclusionReport")
record ReportBody(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) ExclusionCategory category,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String engineer,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String incident,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> resources,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) DataExposure exposure,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String evidence,
    @Nullable String pseudonym) {

  /**
   * A second person's word for an emergency.
   *
   * @param decisionId the caller's own id of this attempt, 1 to 64 characters
   */
  @Schema(name = "BreakGlassConfirmation")
  record Confirmation(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String decisionId) {}

  /**
   * @throws ProblemException INVALID_REQUEST
   */
  static ReportBody parse(byte[] body) {
    return SettingsBody.parse(body, ReportBody.class);
  }

  /**
   * @param reporter in whose words the evidence is
   * @throws ProblemException INVALID_REQUEST for what is out of bounds, INVALID_REASON for evidence
   *     that says nothing or too much
   */
  ExclusionReport reportOf(PersonId reporter) {
    var said =
        RolesBody.words(reporter, evidence)
            .orElseThrow(
                () -> new ProblemException(Code.INVALID_REASON, "evidence must not be blank"));
    try {
      return report(said);
    } catch (IllegalArgumentException outOfBounds) {
      throw new ProblemException(Code.INVALID_REQUEST, String.valueOf(outOfBounds.getMessage()));
    }
  }

  private ExclusionReport report(PersonalText said) {
    var person = new PersonId(engineer);
    return new ExclusionReport(
        category,
        person,
        new IncidentId(incident),
        resources.stream().map(ResourceName::new).toList(),
        exposure,
        said,
        Optional.ofNullable(pseudonym).map(words -> new PersonalText(person, words)));
  }
}
