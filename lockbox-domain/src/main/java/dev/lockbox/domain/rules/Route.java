package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.ResourceName;
import java.util.List;

/**
 * Which requests need the yes of whom.
 *
 * @param resources the beginning of a resource's name, up to a slash or the name's end, in any case
 *     of letters; empty for every resource
 * @param actions the beginning of an action's name; empty for every action
 * @param stages in the order in which they are passed; 1 to {@value #STAGES_MAX}
 */
public record Route(String resources, String actions, List<StageRule> stages) {
  public static final int STAGES_MAX = 3;
  private static final int PREFIX_CHARS_MAX = 512;

  public Route {
    stages = List.copyOf(stages);
    Bounds.within("number of stages of a route", stages.size(), 1, STAGES_MAX);
    Bounds.within("resources of a route in characters", resources.length(), 0, PREFIX_CHARS_MAX);
    Bounds.within("actions of a route in characters", actions.length(), 0, PREFIX_CHARS_MAX);
  }

  /** Whether one of these actions on one of these resources goes this way. */
  boolean leads(List<ActionName> asked, List<ResourceName> touched) {
    return asked.stream().anyMatch(one -> one.value().startsWith(actions))
        && touched.stream().anyMatch(one -> Branch.meets(resources, one));
  }
}
