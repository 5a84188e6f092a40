package dev.lockbox.simulator.people;

import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NamePattern;
import dev.lockbox.domain.rules.AccessRules;
import dev.lockbox.domain.rules.AutoRule;
import dev.lockbox.domain.rules.ConditionRule;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.HighRisk;
import dev.lockbox.domain.rules.Match;
import dev.lockbox.domain.rules.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an administrator may have decided beforehand. */
final class Presets {
  /** What approves stands first, and what denies is written in capitals. */
  static final AccessRules AUTOMATIC =
      new AccessRules(
          List.of(),
          HighRisk.AS_OTHERS,
          List.of(),
          List.of(
              approving("reading", about("k8s.*", "/clusters/aro1", Set.of())),
              new AutoRule(
                  new Code("long"),
                  AutoRule.Effect.DENY,
                  new Match(
                      globs("K8S.METRICS.*"),
                      List.of(),
                      Set.of(),
                      Optional.empty(),
                      Optional.of(Duration.ofHours(4)),
                      Optional.empty()))),
          Optional.empty());

  /** In working hours, for a reason, under two conditions that leave one way in together. */
  static final AccessRules CONDITIONAL =
      new AccessRules(
          List.of(),
          HighRisk.AS_OTHERS,
          List.of(
              new ConditionRule(
                  new Code("no-phi"),
                  about("*", "/Clusters", Set.of()),
                  new Conditions(
                      Set.of(Obligation.RECORD),
                      Set.of(new Code("PHI")),
                      channels("WEB", "RDP"),
                      Optional.empty(),
                      false)),
              new ConditionRule(
                  new Code("web"),
                  about("k8s.pod.*", "/clusters/*/ns/openshift-etcd/pods", Set.of()),
                  new Conditions(
                      Set.of(), Set.of(), channels("WEB", "CLI"), Optional.empty(), true))),
          List.of(
              approving(
                  "maintenance",
                  about("k8s.*", "/clusters/*/ns", Set.of(new Code("PROVIDER_MAINTENANCE")))),
              approving("nothing", about("K8S.*", "/clusters", Set.of()))),
          Optional.of(
              new Schedule(
                  ZoneOffset.UTC,
                  EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                  LocalTime.of(6, 0),
                  LocalTime.of(20, 0))));

  /** The metrics of one sort of namespaces, in another case of letters; whatever approves them. */
  static final AccessRules DENIED =
      new AccessRules(
          List.of(Denial.of(List.of("K8s.metrics.*"), "/Clusters/*/NS/openshift-*")),
          HighRisk.AS_OTHERS,
          List.of(),
          List.of(approving("all", about("*", "/clusters", Set.of()))),
          Optional.empty());

  /** What one rule approves a denial denies, all of it and in another case of letters. */
  static final AccessRules DENIED_AND_APPROVED =
      new AccessRules(
          List.of(Denial.of(List.of("K8S.*"), "/Clusters")),
          HighRisk.AS_OTHERS,
          List.of(),
          List.of(approving("pods", about("k8s.pod.*", "/clusters/aro1", Set.of()))),
          Optional.empty());

  /** Or another rule does. */
  static final AccessRules APPROVED_AND_DENIED =
      new AccessRules(
          List.of(),
          HighRisk.AS_OTHERS,
          List.of(),
          List.of(
              approving("metrics", about("k8s.metrics.*", "/clusters/aro1", Set.of())),
              new AutoRule(
                  new Code("nothing"),
                  AutoRule.Effect.DENY,
                  new Match(
                      globs("K8S.*"),
                      List.of(),
                      Set.of(),
                      Optional.empty(),
                      Optional.empty(),
                      Optional.empty()))),
          Optional.empty());

  private Presets() {}

  private static AutoRule approving(String id, Match when) {
    return new AutoRule(new Code(id), AutoRule.Effect.APPROVE, when);
  }

  private static Match about(String actions, String resources, Set<Code> reasons) {
    return new Match(
        globs(actions),
        List.of(NamePattern.of(resources)),
        reasons,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Glob> globs(String... texts) {
    return Stream.of(texts).map(Glob::new).toList();
  }

  private static Optional<Set<Code>> channels(String one, String other) {
    return Optional.of(Set.of(new Code(one), new Code(other)));
  }
}
