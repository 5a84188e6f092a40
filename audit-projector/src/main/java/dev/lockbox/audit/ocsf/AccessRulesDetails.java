package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.ConditionRule;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import java.time.Duration;
import java.util.List;

/** What a tenant never grants, demands of grants and decided beforehand, as fields. */
final class AccessRulesDetails {
  private AccessRulesDetails() {}

  static Fields of(AccessRules rules) {
    return new Fields()
        .objects("denied", rules.denied().stream().map(AccessRulesDetails::of).toList())
        .object("high_risk", of(rules.highRisk()))
        .objects("conditions", rules.conditions().stream().map(AccessRulesDetails::of).toList())
        .objects("automatic", rules.automatic().stream().map(AccessRulesDetails::of).toList())
        .object("hours", rules.hours().map(AccessRulesDetails::of));
  }

  private static Fields of(Denial denial) {
    return new Fields()
        .texts("actions", globs(denial.actions()))
        .text("resources", denial.pattern());
  }

  private static Fields of(HighRisk risk) {
    return new Fields()
        .number("access_for_ms", risk.accessFor().map(Duration::toMillis))
        .flag("recorded", risk.isRecorded());
  }

  private static Fields of(ConditionRule rule) {
    return new Fields()
        .text("id", rule.id().value())
        .object("when", of(rule.when()))
        .object("conditions", Details.conditions(rule.conditions()));
  }

  private static Fields of(AutoRule rule) {
    return new Fields()
        .text("id", rule.id().value())
        .text("effect", rule.effect().name())
        .object("when", of(rule.when()));
  }

  private static Fields of(Match when) {
    return new Fields()
        .texts("actions", globs(when.actions()))
        .texts("resources", when.resources().stream().map(NamePattern::toString).toList())
        .texts("reasons", when.reasons().stream().map(Code::value).sorted().toList())
        .text("risk", when.risk().map(Enum::name))
        .number("access_for_ms", when.accessFor().map(Duration::toMillis))
        .object("schedule", when.schedule().map(AccessRulesDetails::of));
  }

  private static Fields of(Schedule hours) {
    return new Fields()
        .text("zone", hours.zone().getId())
        .texts("days", hours.days().stream().sorted().map(Enum::name).toList())
        .text("from", hours.from().toString())
        .text("to", hours.to().toString());
  }

  private static List<String> globs(List<Glob> globs) {
    return globs.stream().map(Glob::text).toList();
  }
}
