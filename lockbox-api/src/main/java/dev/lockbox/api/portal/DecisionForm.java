package dev.lockbox.api.portal;

import dev.lockbox.api.command.DecisionBody;
import dev.lockbox.api.problem.Code;
import dev.lockbox.api.problem.ProblemException;
import dev.lockbox.api.view.ConditionsJson;
import dev.lockbox.domain.gateway.Obligation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form in which somebody decides. It says of each part how much was shown, so that one
 * form always asks the same, whatever stands by the time it arrives; a second click on it is the
 * same decision.
 */
final class DecisionForm {
  /** Beside one field for each obligation. */
  private static final Set<String> OF_A_YES =
      Set.of(
          "csrf",
          "decisionId",
          "reason",
          "ifVersion",
          "actions",
          "actionsShown",
          "resources",
          "resourcesShown",
          "accessFor",
          "accessForShown",
          "excluded",
          "channels",
          "countries",
          "singleUse",
          "key",
          "signature",
          "authenticatorData",
          "clientData");

  private static final ConditionsJson NONE =
      new ConditionsJson(List.of(), List.of(), null, null, false);

  private DecisionForm() {}

  /** What needs no more than who and why: a no, the end of a grant. */
  static DecisionBody bare(Form form) {
    return new DecisionBody(
        form.one("decisionId"), reason(form), null, null, null, null, null, null);
  }

  /** A yes to what is chosen, which may be all that was shown. */
  static DecisionBody yes(Form form) {
    form.mayHoldOnly(namesOfAYes());
    return new DecisionBody(
        form.one("decisionId"),
        reason(form),
        form.number("ifVersion"),
        less(form, "actions"),
        less(form, "resources"),
        form.one("accessFor").equals(form.one("accessForShown")) ? null : form.one("accessFor"),
        conditions(form),
        KeyForm.proof(form).orElse(null));
  }

  private static Set<String> namesOfAYes() {
    var names = new HashSet<>(OF_A_YES);
    Arrays.stream(Obligation.values()).map(Obligation::name).forEach(names::add);
    return names;
  }

  private static @Nullable String reason(Form form) {
    return form.text("reason").orElse(null);
  }

  /** Null where everything is chosen that was shown. */
  private static @Nullable List<String> less(Form form, String name) {
    var chosen = form.all(name);
    if (chosen.isEmpty()) {
      throw new ProblemException(
          Code.INVALID_REQUEST,
          "Nothing would be granted: choose at least one of the %s, or deny.".formatted(name));
    }
    return chosen.size() == form.number(name + "Shown") ? null : chosen;
  }

  private static @Nullable ConditionsJson conditions(Form form) {
    var obligations =
        Arrays.stream(Obligation.values()).filter(one -> form.has(one.name())).toList();
    var demanded =
        new ConditionsJson(
            obligations,
            form.words("excluded"),
            some(form.words("channels")),
            some(countries(form)),
            form.has("singleUse"));
    return demanded.equals(NONE) ? null : demanded;
  }

  private static List<String> countries(Form form) {
    return form.words("countries").stream()
        .map(one -> one.toUpperCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static @Nullable List<String> some(List<String> words) {
    return words.isEmpty() ? null : words;
  }
}
