package dev.lockbox.domain;

import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.ConditionRule;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import java.util.List;
import java.util.Optional;

/** What a tenant never grants, demands and decided beforehand, as texts; see {@link Contents}. */
final class AccessRulesContents {
  private AccessRulesContents() {}

  static void add(List<String> parts, AccessRules rules) {
    parts.add(Integer.toString(rules.denied().size()));
    rules.denied().forEach(denial -> add(parts, denial));
    add(parts, rules.highRisk());
    parts.add(Integer.toString(rules.conditions().size()));
    rules.conditions().forEach(rule -> add(parts, rule));
    parts.add(Integer.toString(rules.automatic().size()));
    rules.automatic().forEach(rule -> add(parts, rule));
    add(parts, rules.hours());
  }

  private static void add(List<String> parts, Denial denial) {
    Contents.addAll(parts, denial.actions());
    parts.add(denial.pattern());
  }

  private static void add(List<String> parts, HighRisk risk) {
    parts.add(risk.accessFor().map(Object::toString).orElse(""));
    parts.add(Boolean.toString(risk.isRecorded()));
  }

  private static void add(List<String> parts, ConditionRule rule) {
    parts.add(rule.id().value());
    add(parts, rule.when());
    ConditionsContents.add(parts, rule.conditions());
  }

  private static void add(List<String> parts, AutoRule rule) {
    parts.add(rule.id().value());
    parts.add(rule.effect().name());
    add(parts, rule.when());
  }

  private static void add(List<String> parts, Match when) {
    Contents.addAll(parts, when.actions());
    Contents.addAll(parts, when.resources());
    ConditionsContents.addSorted(parts, when.reasons());
    parts.add(when.risk().map(Enum::name).orElse(""));
    parts.add(when.accessFor().map(Object::toString).orElse(""));
    add(parts, when.schedule());
  }

  private static void add(List<String> parts, Optional<Schedule> hours) {
    parts.add(hours.map(given -> given.zone().getId()).orElse(""));
    hours.ifPresent(
        given -> {
          ConditionsContents.addSorted(parts, given.days());
          parts.add(given.from().toString());
          parts.add(given.to().toString());
        });
  }
}
