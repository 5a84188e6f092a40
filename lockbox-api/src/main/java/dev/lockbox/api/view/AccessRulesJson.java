package dev.lockbox.api.view;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.api.json.Needed;
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
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer never grants, what it demands of grants, and what it decided beforehand. What
 * restricts wins over what allows.
 *
 * @param denied what nobody grants; at most 64
 * @param highRisk what holds for actions of high risk; null for the same as for others
 * @param conditions a grant keeps those of every rule that concerns it; at most 64
 * @param automatic the first that denies decides, or else the first that approves; at most 64
 * @param hours within which access may begin; null for any time
 */
@Introspected
@Schema(name = "AccessRules")
public record AccessRulesJson(
    @Needed List<DeniedJson> denied,
    @Needed @Nullable HighRiskJson highRisk,
    @Needed List<ConditionRuleJson> conditions,
    @Needed List<AutoRuleJson> automatic,
    @Needed @Nullable ScheduleJson hours) {

  /**
   * What nobody grants.
   *
   * @param actions any of these, each {@code *} standing for any characters; 1 to 32
   * @param resources a name, a pattern for each segment: it, what lies below it and what holds it
   */
  @Introspected
  @Schema(name = "Denied")
  public record DeniedJson(@Needed List<String> actions, @Needed String resources) {
    static DeniedJson of(Denial denial) {
      return new DeniedJson(globs(denial.actions()), denial.pattern());
    }

    Denial toDomain() {
      return Denial.of(actions, resources);
    }
  }

  /**
   * What holds for a request with an action of high risk.
   *
   * @param accessFor the most that may be asked for, ISO 8601; null for the same as of others
   * @param recorded whether all that is done must be recorded
   */
  @Introspected
  @Schema(name = "HighRisk")
  public record HighRiskJson(@Needed @Nullable String accessFor, @Needed boolean recorded) {
    static HighRiskJson of(HighRisk risk) {
      return new HighRiskJson(
          risk.accessFor().map(Duration::toString).orElse(null), risk.isRecorded());
    }

    HighRisk toDomain() {
      return new HighRisk(Optional.ofNullable(accessFor).map(Duration::parse), recorded);
    }
  }

  /**
   * What is demanded of every grant of such requests.
   *
   * @param id by which events name it; no other rule's
   */
  @Introspected
  @Schema(name = "ConditionRule")
  public record ConditionRuleJson(
      @Needed String id, @Needed MatchJson when, @Needed ConditionsJson conditions) {
    static ConditionRuleJson of(ConditionRule rule) {
      return new ConditionRuleJson(
          rule.id().value(), MatchJson.of(rule.when()), ConditionsJson.of(rule.conditions()));
    }

    ConditionRule toDomain() {
      return new ConditionRule(new Code(id), when.toDomain(), conditions.toDomain());
    }
  }

  /**
   * A decision that was made beforehand.
   *
   * @param id by which events name it; no other rule's
   */
  @Introspected
  @Schema(name = "AutoRule")
  public record AutoRuleJson(
      @Needed String id, @Needed AutoRule.Effect effect, @Needed MatchJson when) {
    static AutoRuleJson of(AutoRule rule) {
      return new AutoRuleJson(rule.id().value(), rule.effect(), MatchJson.of(rule.when()));
    }

    AutoRule toDomain() {
      return new AutoRule(new Code(id), effect, when.toDomain());
    }
  }

  /**
   * Which requests a rule is about. One that restricts concerns a request of which any part is
   * meant; one that allows covers a request of which every part is.
   *
   * @param actions any of these, each {@code *} standing for any characters; none for every action
   * @param resources any of these names, a pattern for each segment; none for every resource
   * @param reasons any of these codes; none for every reason
   * @param risk restricting: from this on. Allowing: up to this; null for up to LOW
   * @param accessFor restricting: longer than this. Allowing: up to this. ISO 8601; null for any
   * @param schedule access would begin within these hours; null for at any time
   */
  @Introspected
  @Schema(name = "Match")
  public record MatchJson(
      @Needed List<String> actions,
      @Needed List<String> resources,
      @Needed List<String> reasons,
      @Needed @Nullable Risk risk,
      @Needed @Nullable String accessFor,
      @Needed @Nullable ScheduleJson schedule) {
    static MatchJson of(Match when) {
      return new MatchJson(
          globs(when.actions()),
          when.resources().stream().map(NamePattern::toString).toList(),
          when.reasons().stream().map(Code::value).sorted().toList(),
          when.risk().orElse(null),
          when.accessFor().map(Duration::toString).orElse(null),
          when.schedule().map(ScheduleJson::of).orElse(null));
    }

    Match toDomain() {
      return new Match(
          actions.stream().map(Glob::new).toList(),
          resources.stream().map(NamePattern::of).toList(),
          reasons.stream().map(Code::new).collect(toUnmodifiableSet()),
          Optional.ofNullable(risk),
          Optional.ofNullable(accessFor).map(Duration::parse),
          Optional.ofNullable(schedule).map(ScheduleJson::toDomain));
    }
  }

  /**
   * Hours of the week, by the clocks of a place.
   *
   * @param zone as the tz database names it, such as {@code Europe/Vienna}; or an offset from UTC
   * @param days on which the hours begin; at least one
   * @param from the first instant, {@code HH:MM}
   * @param to the first instant that is not among them; when not after {@code from}, the next day's
   */
  @Introspected
  @Schema(name = "Schedule")
  public record ScheduleJson(
      @Needed String zone, @Needed List<DayOfWeek> days, @Needed String from, @Needed String to) {
    static ScheduleJson of(Schedule hours) {
      return new ScheduleJson(
          hours.zone().getId(),
          hours.days().stream().sorted().toList(),
          hours.from().toString(),
          hours.to().toString());
    }

    Schedule toDomain() {
      try {
        return new Schedule(
            ZoneId.of(zone),
            days.stream().collect(toUnmodifiableSet()),
            LocalTime.parse(from),
            LocalTime.parse(to));
      } catch (DateTimeException unknown) {
        throw new IllegalArgumentException(
            "a schedule needs a zone of the tz database, and hours like 08:00", unknown);
      }
    }
  }

  static AccessRulesJson of(AccessRules rules) {
    return new AccessRulesJson(
        rules.denied().stream().map(DeniedJson::of).toList(),
        rules.highRisk().equals(HighRisk.AS_OTHERS) ? null : HighRiskJson.of(rules.highRisk()),
        rules.conditions().stream().map(ConditionRuleJson::of).toList(),
        rules.automatic().stream().map(AutoRuleJson::of).toList(),
        rules.hours().map(ScheduleJson::of).orElse(null));
  }

  AccessRules toDomain() {
    return new AccessRules(
        denied.stream().map(DeniedJson::toDomain).toList(),
        Optional.ofNullable(highRisk).map(HighRiskJson::toDomain).orElse(HighRisk.AS_OTHERS),
        conditions.stream().map(ConditionRuleJson::toDomain).toList(),
        automatic.stream().map(AutoRuleJson::toDomain).toList(),
        Optional.ofNullable(hours).map(ScheduleJson::toDomain));
  }

  private static List<String> globs(List<Glob> globs) {
    return globs.stream().map(Glob::text).toList();
  }
}
