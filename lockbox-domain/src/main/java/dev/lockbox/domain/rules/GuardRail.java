package dev.lockbox.domain.rules;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.NamePattern;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What must be behind the lockbox whatever the enrolment says. It restricts, so it reaches as far
 * as it can: tags and names are met in any case of letters.
 *
 * @param id by which checks name it
 * @param tags one of these is said of the request; none for any request. At most {@value
 *     #PATTERNS_MAX}, as are the resources
 * @param resources any of these, what lies below them and what holds them; none for every resource.
 *     Tags or resources are given
 */
public record GuardRail(Code id, Set<Code> tags, List<NamePattern> resources) {
  public static final int PATTERNS_MAX = 32;

  public GuardRail {
    tags = Set.copyOf(tags);
    resources = List.copyOf(resources);
    Bounds.atMost("tags of a guard rail", tags, PATTERNS_MAX);
    Bounds.atMost("resources of a guard rail", resources, PATTERNS_MAX);
    if (tags.isEmpty() && resources.isEmpty()) {
      throw new IllegalArgumentException(
          "guard rail %s must name a tag or a resource".formatted(id));
    }
  }

  /** As it is written: words, and patterns of names. */
  public static GuardRail of(String id, Collection<String> tags, Collection<String> resources) {
    return new GuardRail(
        new Code(id),
        tags.stream().map(Code::new).collect(toUnmodifiableSet()),
        resources.stream().map(NamePattern::of).toList());
  }

  boolean isAbout(ResourceName resource, Details said) {
    return isAbout(resource, said.tags());
  }

  /** Whether this resource, of which these tags were said, must be behind the lockbox. */
  public boolean isAbout(ResourceName resource, Set<Code> said) {
    return (tags.isEmpty() || said.stream().anyMatch(this::hasTag))
        && (resources.isEmpty() || resources.stream().anyMatch(one -> one.touches(resource)));
  }

  private boolean hasTag(Code said) {
    var word = said.value().toLowerCase(Locale.ROOT);
    return tags.stream().anyMatch(tag -> tag.value().toLowerCase(Locale.ROOT).equals(word));
  }

  /**
   * Whether a subscription breaks it: some of that must be enrolled, and is not. Where the rail
   * names only a part of it, that part suffices.
   *
   * @param said the tags that were ever said of anything of it
   */
  public boolean isBrokenBy(ResourceName subscription, Set<Code> said, Enrolment enrolment) {
    return isAbout(subscription, said) && !enrolment.coversAll(subscription) && !isIn(enrolment);
  }

  /** Whether all that it names is enrolled, whatever else is not. */
  private boolean isIn(Enrolment enrolment) {
    return !resources.isEmpty() && resources.stream().allMatch(enrolment::coversAll);
  }

  /**
   * Whether what is about to leave the lockbox is named here, whatever anybody says of it. A rail
   * by tags names nothing by itself: who says them of what is the request.
   */
  boolean names(Enrolment now, Enrolment wanted) {
    return tags.isEmpty() && resources.stream().anyMatch(one -> now.loses(one, wanted));
  }
}
