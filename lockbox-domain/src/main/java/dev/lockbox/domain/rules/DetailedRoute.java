package dev.lockbox.domain.rules;

import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Requester;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.ResourceName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A route for requests of which something is said. Of each set that is not empty, one must be said;
 * at least one of them, or the escalation, is given.
 *
 * @param tags at most {@value #CODES_MAX}, as are the others
 * @param reasonCodes why it is asked
 * @param severities how bad the problem is
 * @param teams of the engineer's
 * @param escalationAtLeast how often the problem was passed on; 0 for however often; what is unsaid
 *     is 0. At most {@value Requester#ESCALATION_MAX}
 * @param route for which actions on which resources, and whose yes they need
 */
public record DetailedRoute(
    Set<Code> tags,
    Set<Code> reasonCodes,
    Set<Code> severities,
    Set<Code> teams,
    int escalationAtLeast,
    Route route) {
  public static final int CODES_MAX = 32;

  public DetailedRoute {
    tags = Set.copyOf(tags);
    reasonCodes = Set.copyOf(reasonCodes);
    severities = Set.copyOf(severities);
    teams = Set.copyOf(teams);
    Bounds.atMost("tags of a route", tags, CODES_MAX);
    Bounds.atMost("reason codes of a route", reasonCodes, CODES_MAX);
    Bounds.atMost("severities of a route", severities, CODES_MAX);
    Bounds.atMost("teams of a route", teams, CODES_MAX);
    Bounds.within("escalationAtLeast", escalationAtLeast, 0, Requester.ESCALATION_MAX);
    if (Stream.of(tags, reasonCodes, severities, teams).allMatch(Set::isEmpty)
        && escalationAtLeast == 0) {
      throw new IllegalArgumentException(
          "a route by details must name a tag, a reason code or a severity, a team or an escalation");
    }
  }

  boolean leads(List<ActionName> asked, List<ResourceName> touched, Details said) {
    return (tags.isEmpty() || said.tags().stream().anyMatch(tags::contains))
        && (reasonCodes.isEmpty() || said.reasonCode().map(reasonCodes::contains).orElse(false))
        && (severities.isEmpty() || said.severity().map(severities::contains).orElse(false))
        && leads(said.requester())
        && route.leads(asked, touched);
  }

  private boolean leads(Requester said) {
    return (teams.isEmpty() || said.team().map(teams::contains).orElse(false))
        && said.escalationLevel().orElse(0) >= escalationAtLeast;
  }
}
