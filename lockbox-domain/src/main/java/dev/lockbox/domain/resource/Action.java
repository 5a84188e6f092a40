package dev.lockbox.domain.resource;

import dev.lockbox.domain.identity.ActionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be asked of a resource. It stands for itself alone: no action includes another
 * one, however their names begin.
 *
 * @param appliesTo labels of the forms of names it can be asked of; 1 to 32
 * @param only all of which must hold; at most 8
 */
public record Action(ActionName name, Risk risk, List<String> appliesTo, List<Only> only) {
  private static final int APPLIES_MAX = 32;
  private static final int ONLY_MAX = 8;

  public Action {
    appliesTo =
        Text.some("forms of names that %s applies to".formatted(name), appliesTo, APPLIES_MAX);
    only = List.copyOf(only);
    Text.require(only.size() <= ONLY_MAX, "%s must have at most %s conditions", name, ONLY_MAX);
  }

  boolean appliesTo(NameForm form) {
    return appliesTo.contains(form.label());
  }

  /** The first condition that these parts of a name do not meet. */
  Optional<Only> unmet(Map<String, String> found) {
    return only.stream().filter(each -> !each.holds(found)).findFirst();
  }
}
