package dev.lockbox.domain;

import dev.lockbox.domain.identity.IncidentId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.identity.ResourceName;
import java.util.HashSet;
import java.util.List;

/**
 * What the provider reports of such an access.
 *
 * @param engineer who has, had or will have the access
 * @param resources what it reaches; 1 to {@value #RESOURCES_MAX}, each once
 * @param evidence what happened and what shows it, in the words of whoever reports
 */
public record ExclusionReport(
    ExclusionCategory category,
    PersonId engineer,
    IncidentId incident,
    List<ResourceName> resources,
    DataExposure exposure,
    PersonalText evidence) {
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
  }
}
