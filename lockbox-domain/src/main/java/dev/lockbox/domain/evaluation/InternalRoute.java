package dev.lockbox.domain.evaluation;

import dev.lockbox.domain.identity.Code;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which requests need the provider's own approval first: those of which all of this is true. What a
 * request leaves unsaid counts as said, so that silence leads round nobody.
 *
 * @param purpose empty for every one
 * @param levelAtLeast empty for every level
 * @param escalationAtLeast 0 for every one; what is unsaid is 0
 * @param reasonCodes empty for every one
 * @param teams empty for every one
 * @param resources the beginning of a resource's name, as a tenant's routes have it; empty for all
 * @param actions the beginning of an action's name; empty for all
 * @param stages in the order in which they are passed; 1 to {@value #STAGES_MAX}
 */
public record InternalRoute(
    Optional<Purpose> purpose,
    Optional<PermissionLevel> levelAtLeast,
    int escalationAtLeast,
    Set<Code> reasonCodes,
    Set<Code> teams,
    String resources,
    String actions,
    List<InternalStage> stages) {
  public static final int STAGES_MAX = 3;
  private static final int PREFIX_CHARS_MAX = 512;

  public InternalRoute {
    reasonCodes = Set.copyOf(reasonCodes);
    teams = Set.copyOf(teams);
    stages = List.copyOf(stages);
    Limits.within("escalationAtLeast", escalationAtLeast, 0, Requester.ESCALATION_MAX);
    Limits.atMost("reason codes of a route", reasonCodes, Criteria.WORDS_MAX);
    Limits.atMost("teams of a route", teams, Criteria.WORDS_MAX);
    Limits.within("resources of a route in characters", resources.length(), 0, PREFIX_CHARS_MAX);
    Limits.within("actions of a route in characters", actions.length(), 0, PREFIX_CHARS_MAX);
    Limits.within("number of stages of a route", stages.size(), 1, STAGES_MAX);
  }

  /** Every request needs these stages. */
  public static InternalRoute always(InternalStage... stages) {
    return new InternalRoute(
        Optional.empty(), Optional.empty(), 0, Set.of(), Set.of(), "", "", List.of(stages));
  }

  boolean leads(Sought sought, Details details) {
    return isOneOf(purpose.map(Set::of).orElse(Set.of()), details.purpose())
        && isHighEnough(details.level())
        && details.requester().escalationLevel().orElse(0) >= escalationAtLeast
        && isOneOf(reasonCodes, details.reasonCode())
        && isOneOf(teams, details.requester().team())
        && sought.actions().stream().anyMatch(one -> one.value().startsWith(actions))
        && sought.resources().stream().anyMatch(one -> Scopes.meet(resources, one));
  }

  private boolean isHighEnough(Optional<PermissionLevel> asked) {
    return levelAtLeast.isEmpty() || asked.isEmpty() || asked.get().reaches(levelAtLeast.get());
  }

  private static <T> boolean isOneOf(Set<T> wanted, Optional<T> said) {
    return wanted.isEmpty() || said.isEmpty() || wanted.contains(said.get());
  }
}
