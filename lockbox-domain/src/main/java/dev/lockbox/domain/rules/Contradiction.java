package dev.lockbox.domain.rules;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.rules.AutoRule.Effect;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule that approves nothing, since all that it could is denied. Found only where one denial, or
 * one rule that denies, is enough for that whatever is asked for; what several deny between them is
 * not looked for, nor is anything among more patterns than anybody writes by hand.
 *
 * @param approving the rule
 * @param denying in words, what denies
 */
public record Contradiction(Code approving, String denying) {
  /**
   * Pairs of a pattern that approves and one that denies, so that no change of rules takes long.
   */
  static final int PAIRS_MAX = 65_536;

  static Optional<Contradiction> firstOf(AccessRules rules) {
    return pairs(rules) > PAIRS_MAX
        ? Optional.empty()
        : having(rules, Effect.APPROVE).flatMap(rule -> against(rule, rules)).findFirst();
  }

  private static int pairs(AccessRules rules) {
    var denied = rules.denied().stream().mapToInt(one -> one.actions().size() + 1).sum();
    return patterns(rules, Effect.APPROVE) * (patterns(rules, Effect.DENY) + denied);
  }

  private static int patterns(AccessRules rules, Effect effect) {
    return having(rules, effect)
        .map(AutoRule::when)
        .mapToInt(when -> when.actions().size() + when.resources().size())
        .sum();
  }

  private static Stream<AutoRule> having(AccessRules rules, Effect effect) {
    return rules.automatic().stream().filter(rule -> rule.effect() == effect);
  }

  private static Stream<Contradiction> against(AutoRule approving, AccessRules rules) {
    var when = approving.when();
    var byDenial =
        rules.denied().stream()
            .filter(denial -> denial.deniesAllOf(when.actions(), when.resources()))
            .map(denial -> "the denial of " + denial);
    var byRule =
        having(rules, Effect.DENY)
            .filter(rule -> rule.when().concernsAllCoveredBy(when))
            .map(rule -> "rule " + rule.id());
    return Stream.concat(byRule, byDenial)
        .map(denying -> new Contradiction(approving.id(), denying));
  }

  /** For people: {@code rule logs approves nothing, since rule never covers all of it}. */
  @Override
  public String toString() {
    return "rule %s approves nothing, since %s covers all of it".formatted(approving, denying);
  }
}
