package dev.lockbox.events.codec;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.resource.Risk;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.ConditionRule;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import dev.lockbox.wire.shared.AutoEffect;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a tenant never grants, what it demands and what it decided beforehand. */
final class AccessRulesMapping {
  private AccessRulesMapping() {}

  static dev.lockbox.wire.shared.AccessRules wire(AccessRules rules) {
    return new dev.lockbox.wire.shared.AccessRules(
        rules.denied().stream().map(AccessRulesMapping::wire).toList(),
        rules.highRisk().accessFor().map(Duration::toMillis).orElse(null),
        rules.highRisk().isRecorded(),
        rules.conditions().stream().map(AccessRulesMapping::wire).toList(),
        rules.automatic().stream().map(AccessRulesMapping::wire).toList(),
        rules.hours().map(AccessRulesMapping::wire).orElse(null));
  }

  static AccessRules fromAccessRules(dev.lockbox.wire.shared.AccessRules wire) {
    return new AccessRules(
        wire.getDenied().stream().map(AccessRulesMapping::fromDenial).toList(),
        new HighRisk(
            Optional.ofNullable(wire.getHighRiskAccessForMillis()).map(Duration::ofMillis),
            wire.getIsHighRiskRecorded()),
        wire.getConditions().stream().map(AccessRulesMapping::fromConditionRule).toList(),
        wire.getAutomatic().stream().map(AccessRulesMapping::fromAutoRule).toList(),
        fromSchedule(wire.getHours()));
  }

  private static dev.lockbox.wire.shared.DeniedActions wire(Denial denial) {
    return new dev.lockbox.wire.shared.DeniedActions(wireGlobs(denial.actions()), denial.pattern());
  }

  private static Denial fromDenial(dev.lockbox.wire.shared.DeniedActions wire) {
    return Denial.of(wire.getActions(), wire.getResources());
  }

  private static dev.lockbox.wire.shared.ConditionRule wire(ConditionRule rule) {
    return new dev.lockbox.wire.shared.ConditionRule(
        rule.id().value(), wire(rule.when()), ConditionsMapping.wire(rule.conditions()));
  }

  private static ConditionRule fromConditionRule(dev.lockbox.wire.shared.ConditionRule wire) {
    return new ConditionRule(
        new Code(wire.getId()),
        fromMatch(wire.getWhen()),
        ConditionsMapping.fromConditions(wire.getConditions()));
  }

  private static dev.lockbox.wire.shared.AutoRule wire(AutoRule rule) {
    return new dev.lockbox.wire.shared.AutoRule(
        rule.id().value(), AutoEffect.valueOf(rule.effect().name()), wire(rule.when()));
  }

  private static AutoRule fromAutoRule(dev.lockbox.wire.shared.AutoRule wire) {
    return new AutoRule(
        new Code(wire.getId()),
        AutoRule.Effect.valueOf(wire.getEffect().name()),
        fromMatch(wire.getWhen()));
  }

  private static dev.lockbox.wire.shared.Match wire(Match when) {
    return new dev.lockbox.wire.shared.Match(
        wireGlobs(when.actions()),
        when.resources().stream().map(NamePattern::toString).toList(),
        when.reasons().stream().map(Code::value).sorted().toList(),
        when.risk().map(risk -> dev.lockbox.wire.shared.Risk.valueOf(risk.name())).orElse(null),
        when.accessFor().map(Duration::toMillis).orElse(null),
        when.schedule().map(AccessRulesMapping::wire).orElse(null));
  }

  private static Match fromMatch(dev.lockbox.wire.shared.Match wire) {
    return new Match(
        wire.getActions().stream().map(Glob::new).toList(),
        wire.getResources().stream().map(NamePattern::of).toList(),
        wire.getReasons().stream().map(Code::new).collect(Collectors.toUnmodifiableSet()),
        Optional.ofNullable(wire.getRisk()).map(risk -> Risk.valueOf(risk.name())),
        Optional.ofNullable(wire.getAccessForMillis()).map(Duration::ofMillis),
        fromSchedule(wire.getSchedule()));
  }

  private static dev.lockbox.wire.shared.Schedule wire(Schedule hours) {
    return new dev.lockbox.wire.shared.Schedule(
        hours.zone().getId(),
        hours.days().stream()
            .sorted()
            .map(day -> dev.lockbox.wire.shared.Day.valueOf(day.name()))
            .toList(),
        hours.from().toString(),
        hours.to().toString());
  }

  private static Optional<Schedule> fromSchedule(dev.lockbox.wire.shared.@Nullable Schedule wire) {
    return Optional.ofNullable(wire).map(AccessRulesMapping::schedule);
  }

  private static Schedule schedule(dev.lockbox.wire.shared.Schedule wire) {
    try {
      return new Schedule(
          ZoneId.of(wire.getZone()),
          wire.getDays().stream()
              .map(day -> DayOfWeek.valueOf(day.name()))
              .collect(Collectors.toUnmodifiableSet()),
          LocalTime.parse(wire.getFrom()),
          LocalTime.parse(wire.getTo()));
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException("a schedule's zone or hours are not known", unknown);
    }
  }

  private static List<String> wireGlobs(List<Glob> globs) {
    return globs.stream().map(Glob::text).toList();
  }
}
