package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.NamePattern;
import java.util.List;
import java.util.Optional;

/**
 * How much one request may ask for.
 *
 * @param widest what holds a resource that is meant by one of these, and is none itself, is too
 *     wide; at most {@value #PATTERNS_MAX}; none for no such bound
 * @param resourcesAtMost how many resources one request may name; 1 to {@value #RESOURCES_MAX};
 *     empty for as many as a request can hold
 */
public record Width(List<NamePattern> widest, Optional<Integer> resourcesAtMost)
    implements Policy.Part {
  public static final int PATTERNS_MAX = 32;
  public static final int RESOURCES_MAX = 64;

  /** As wide as the catalogue lets anybody ask. */
  public static final Width ANY = new Width(List.of(), Optional.empty());

  public Width {
    widest = List.copyOf(widest);
    Bounds.atMost("widest resources", widest, PATTERNS_MAX);
    resourcesAtMost.ifPresent(most -> Bounds.within("resourcesAtMost", most, 1, RESOURCES_MAX));
  }

  /** Whether one request may name all of these. */
  public boolean allows(List<ResourceName> asked) {
    return resourcesAtMost.map(most -> asked.size() <= most).orElse(true)
        && asked.stream().noneMatch(this::isTooWide);
  }

  private boolean isTooWide(ResourceName resource) {
    return widest.stream().anyMatch(pattern -> pattern.isHeldBy(resource));
  }
}
