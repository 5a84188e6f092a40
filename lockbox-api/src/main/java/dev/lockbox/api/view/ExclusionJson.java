package dev.lockbox.api.view;

import dev.lockbox.api.tag.Tagged;
import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access that no approval covers, as the customer reads it. Every name is always there; {@code
 * null} where there is nothing.
 *
 * @param stage {@code PROPOSED}: a break-glass waits for its second person; {@code LAPSED}: nobody
 *     came; {@code INVOKED}; {@code OVERDUE}: not acknowledged in time; {@code ACKNOWLEDGED}
 * @param engineer who has, had or will have the access: by their id, or by the pseudonym that the
 *     provider gave
 * @param incident the provider's own name for what it is about
 * @param exposure what could be read of the data
 * @param evidence in the words of whoever reported it
 * @param proposedBy the first of the two people of a break-glass
 * @param reportedBy who reported it, or was the second person
 * @param since when it was reported or confirmed
 * @param deadline by when it is to be confirmed or acknowledged; null when neither is due any more
 * @param acknowledgedBy who of the customer took note
 */
@Introspected
@Schema(name = "Exclusion")
public record ExclusionJson(
    String id,
    String tenant,
    Exclusion.Stage stage,
    ExclusionCategory category,
    String engineer,
    String incident,
    List<String> resources,
    DataExposure exposure,
    String evidence,
    @Nullable String proposedBy,
    String reportedBy,
    Instant since,
    @Nullable Instant deadline,
    @Nullable String acknowledgedBy)
    implements Tagged {

  /** Whether this is one of those who brought it before the customer. */
  public boolean isToldBy(PersonId person) {
    return reportedBy.equals(person.value()) || person.value().equals(proposedBy);
  }

  /** As it stands; it must be known. */
  public static ExclusionJson of(ExclusionId exclusion, Exclusion state) {
    var report = state.report().orElseThrow();
    return new ExclusionJson(
        exclusion.value(),
        exclusion.tenant().value(),
        state.stage(),
        report.category(),
        report.shownEngineer(),
        report.incident().value(),
        report.resources().stream().map(ResourceName::value).toList(),
        report.exposure(),
        report.evidence().text(),
        state.proposedBy().map(PersonId::value).orElse(null),
        state.reportedBy().orElseThrow().value(),
        state.since().orElseThrow(),
        state.deadline().orElse(null),
        state.acknowledgedBy().map(PersonId::value).orElse(null));
  }
}
