package dev.lockbox.domain.rules;

import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import java.util.List;
import java.util.Set;

/**
 * A route for requests of which something is said. Of each set that is not empty, one must be said;
 * at least one set is not empty.
 *
 * @param tags at most {@value #CODES_MAX}, as are the others
 * @param reasonCodes why it is asked
 * @param severities how bad the problem is
 * @param route for which actions on which resources, and whose yes they need
 */
public record DetailedRoute(
    Set<Code> tags, Set<Code> reasonCodes, Set<Code> severities, Route route) {
  public static final int CODES_MAX = 32;

  public DetailedRoute {
    tags = Set.copyOf(tags);
    reasonCodes = Set.copyOf(reasonCodes);
    severities = Set.copyOf(severities);
    Bounds.atMost("tags of a route", tags, CODES_MAX);
    Bounds.atMost("reason codes of a route", reasonCodes, CODES_MAX);
    Bounds.atMost("severities of a route", severities, CODES_MAX);
    if (tags.isEmpty() && reasonCodes.isEmpty() && severities.isEmpty()) {
      throw new IllegalArgumentException(
          "a route by details must name a tag, a reason code or a severity");
    }
  }

  boolean leads(List<ActionName> asked, List<ResourceName> touched, Details said) {
    return (tags.isEmpty() || said.tags().stream().anyMatch(tags::contains))
        && (reasonCodes.isEmpty() || said.reasonCode().map(reasonCodes::contains).orElse(false))
        && (severities.isEmpty() || said.severity().map(severities::contains).orElse(false))
        && route.leads(asked, touched);
  }
}
