package dev.lockbox.domain;

import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What the provider reports of such an access.
 *
 * @param engineer who has, had or will have the access
 * @param resources what it reaches; 1 to {@value #RESOURCES_MAX}, each once
 * @param evidence what happened and what shows it, in the words of whoever reports
 * @param pseudonym about the engineer: what the customer is shown instead of the id
 */
public record ExclusionReport(
    ExclusionCategory category,
    PersonId engineer,
    IncidentId incident,
    List<ResourceName> resources,
    DataExposure exposure,
    PersonalText evidence,
    Optional<PersonalText> pseudonym) {
  public static final int RESOURCES_MAX = 64;

  public ExclusionReport {
    resources = List.copyOf(resources);
    if (resources.isEmpty() || resources.size() > RESOURCES_MAX) {
      throw new IllegalArgumentException(
          "resources must be 1 to %s, were %s".formatted(RESOURCES_MAX, resources.size()));
    }
    if (new HashSet<>(resources).size() != resources.size()) {
      throw new IllegalArgumentException("resources must be distinct");
    }
    if (pseudonym.filter(given -> !given.subject().equals(engineer)).isPresent()) {
      throw new IllegalArgumentException("the pseudonym must be that of %s".formatted(engineer));
    }
  }

  /** By their id. */
  public ExclusionReport(
      ExclusionCategory category,
      PersonId engineer,
      IncidentId incident,
      List<ResourceName> resources,
      DataExposure exposure,
      PersonalText evidence) {
    this(category, engineer, incident, resources, exposure, evidence, Optional.empty());
  }

  /** As whom the customer is shown the engineer: by a pseudonym, where the provider gave one. */
  public String shownEngineer() {
    return pseudonym.map(PersonalText::text).orElse(engineer.value());
  }
}
