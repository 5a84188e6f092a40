package dev.lockbox.domain.resource;

import static dev.lockbox.domain.resource.Text.require;

import dev.lockbox.domain.resource.Standing.Supported;
import java.util.List;

/**
 * A kind of resources: how they are named, and what can be asked of them.
 *
 * @param id {@code iaas.vm}; two words at most
 * @param about what they are, in one sentence
 * @param forms of their names, by distinct labels, no two of which a name could have at once; 1 to
 *     32
 */
public record ResourceType(String id, String about, List<NameForm> forms, Standing standing) {
  private static final int FORMS_MAX = 32;

  public ResourceType {
    Text.id(id);
    Text.sentence("about", about);
    forms = Text.some("forms of names of " + id, forms, FORMS_MAX);
    Text.distinct("forms of names of " + id, forms.stream().map(NameForm::label).toList());
    if (standing instanceof Supported supported) {
      for (var action : supported.actions()) {
        requireApplicable(id, action, forms);
      }
      for (var denial : supported.denied()) {
        requireEffective(id, denial, supported.actions(), forms);
      }
    }
  }

  /** A condition that no name could meet, or a form that is not there, is a slip of the pen. */
  private static void requireApplicable(String id, Action action, List<NameForm> forms) {
    for (var label : action.appliesTo()) {
      var form = forms.stream().filter(each -> each.label().equals(label)).findFirst();
      require(
          form.isPresent(),
          "%s of %s applies to %s, which is no form of its names",
          action.name(),
          id,
          label);
      for (var only : action.only()) {
        require(
            form.orElseThrow().names(only.part()),
            "%s of %s is allowed only where %s, but %s has no such part",
            action.name(),
            id,
            only,
            form.orElseThrow().pattern());
      }
    }
  }

  /** A denial that denies nothing is a slip of the pen, and a dangerous one. */
  private static void requireEffective(
      String id, Denial denial, List<Action> actions, List<NameForm> forms) {
    require(
        actions.stream().anyMatch(action -> denial.isAbout(action.name())),
        "%s denies %s, but has no such action",
        id,
        denial);
    require(
        forms.stream().anyMatch(denial::canConcern),
        "%s denies %s, but has no such names",
        id,
        denial);
  }
}
