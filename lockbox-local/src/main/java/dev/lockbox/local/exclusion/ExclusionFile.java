package dev.lockbox.local.exclusion;

import dev.lockbox.domain.DataExposure;
import dev.lockbox.domain.ExclusionCategory;
import dev.lockbox.domain.ExclusionReport;
import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.local.intake.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as somebody writes it down, with the names under which the API shows it, and a
 * pseudonym.
 */
public record ExclusionFile(
    ExclusionCategory category,
    String engineer,
    String incident,
    List<String> resources,
    DataExposure exposure,
    String evidence,
    @Nullable String pseudonym) {

  /**
   * @param by in whose words the evidence is
   * @throws dev.lockbox.local.intake.BadDocument when the file is no report
   */
  public static ExclusionReport read(Path file, PersonId by) {
    var parsed = Documents.read(file, ExclusionFile.class);
    Documents.require(file, "category", parsed.category);
    Documents.require(file, "engineer", parsed.engineer);
    Documents.require(file, "incident", parsed.incident);
    Documents.require(file, "resources", parsed.resources);
    Documents.require(file, "exposure", parsed.exposure);
    Documents.require(file, "evidence", parsed.evidence);
    return Documents.checked(file.toString(), () -> parsed.report(by));
  }

  private ExclusionReport report(PersonId by) {
    var person = new PersonId(engineer);
    return new ExclusionReport(
        category,
        person,
        new IncidentId(incident),
        resources.stream().map(ResourceName::new).toList(),
        exposure,
        new PersonalText(by, evidence),
        Optional.ofNullable(pseudonym).map(words -> new PersonalText(person, words)));
  }
}
