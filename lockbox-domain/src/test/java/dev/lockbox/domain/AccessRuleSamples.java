package dev.lockbox.domain;

import static dev.lockbox.domain.Dialogues.accepted;
import static dev.lockbox.domain.Dialogues.offer;
import static dev.lockbox.domain.Dialogues.offered;
import static dev.lockbox.domain.Events.conditionsRequired;
import static dev.lockbox.domain.Events.deniedByRule;
import static dev.lockbox.domain.Events.grantedByRule;
import static dev.lockbox.domain.Events.grantedWithoutCustomer;
import static dev.lockbox.domain.Events.narrowed;
import static dev.lockbox.domain.Samples.unsaid;

import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.resource.Risk;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.AutoRule.Effect;
import dev.lockbox.domain.rules.ConditionRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Access rules with everything set that can be set. */
final class AccessRuleSamples {
  private static final Schedule NIGHTS =
      new Schedule(
          ZoneId.of("Europe/Vienna"),
          Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
          LocalTime.of(22, 0),
          LocalTime.of(6, 30));

  private static final Match LOGS =
      new Match(
          List.of(new Glob("k8s.pod.logs"), new Glob("*.metrics.read")),
          List.of(NamePattern.of("/clusters/*/ns/openshift-*")),
          Set.of(new Code("OUTAGE"), new Code("UPGRADE")),
          Optional.of(Risk.LOW),
          Optional.of(Duration.ofHours(2)),
          Optional.of(NIGHTS));

  static final AccessRules ALL =
      new AccessRules(
          List.of(Denial.of(List.of("app.*", "secret.*"), "/apps/*/source")),
          new HighRisk(Optional.of(Duration.ofHours(1)), true),
          List.of(new ConditionRule(new Code("demand-all"), Match.ANYTHING, Samples.CONDITIONS)),
          List.of(
              new AutoRule(Samples.LOGS, Effect.APPROVE, LOGS),
              new AutoRule(new Code("never"), Effect.DENY, LOGS)),
          Optional.of(NIGHTS));

  /** Everything must be recorded. */
  static final AccessRules DEMANDING =
      new AccessRules(
          List.of(),
          HighRisk.AS_OTHERS,
          List.of(new ConditionRule(new Code("all"), Match.ANYTHING, Conditions.RECORDED)),
          List.of(),
          Optional.empty());

  /** What Eva asks for, unless she says otherwise, needs nobody. */
  static final AccessRules APPROVING =
      automatic(
          new AutoRule(
              Samples.LOGS,
              Effect.APPROVE,
              new Match(
                  List.of(new Glob("k8s.pod.logs")),
                  List.of(NamePattern.of("/clusters/*")),
                  Set.of(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())));

  /** Nothing is granted to anybody. */
  static final AccessRules DENYING =
      automatic(new AutoRule(new Code("never"), Effect.DENY, Match.ANYTHING));

  private AccessRuleSamples() {}

  static List<Event> events() {
    return List.of(
        conditionsRequired(Samples.CONDITIONS, Samples.LOGS).build(unsaid(1)),
        grantedByRule(Samples.LOGS, Samples.CONDITIONS).build(unsaid(0)),
        deniedByRule(Samples.LOGS).build(unsaid(0)));
  }

  static List<Event> sparseEvents() {
    return List.of(
        narrowed(Samples.UNDER).build(unsaid(1)),
        grantedWithoutCustomer(Conditions.RECORDED).build(unsaid(0)),
        grantedByRule(Samples.LOGS, Conditions.NONE).build(unsaid(0)),
        offered(offer(Samples.LESS), Samples.UNDER).build(unsaid(3)),
        accepted(4, Samples.UNDER).build(unsaid(4)));
  }

  private static AccessRules automatic(AutoRule rule) {
    return new AccessRules(
        List.of(), HighRisk.AS_OTHERS, List.of(), List.of(rule), Optional.empty());
  }
}
