package dev.lockbox.simulator.history;

import dev.lockbox.domain.evaluation.CheckName;
import dev.lockbox.domain.evaluation.Criteria;
import dev.lockbox.domain.evaluation.EvaluationRules;
import dev.lockbox.domain.evaluation.InternalRoute;
import dev.lockbox.domain.evaluation.InternalStage;
import dev.lockbox.domain.evaluation.PermissionLevel;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.rules.AccessCap;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** What the provider may set for all of its customers. */
final class Deployments {
  private static final List<AccessLimits> LIMITS =
      List.of(
          AccessLimits.DEFAULTS,
          AccessLimits.DEFAULTS,
          new AccessLimits(Duration.ofDays(4), Duration.ofHours(1)),
          new AccessLimits(Duration.ofHours(1), Duration.ofHours(8)));

  private static final Duration AN_HOUR = Duration.ofHours(1);

  /** How long may be asked for, where that is longer than what is granted to who says no time. */
  private static final Map<AccessLimits, AccessCap> CAPS =
      Map.of(
          LIMITS.get(2), AccessCap.of(Duration.ofHours(8)),
          LIMITS.get(3), AccessCap.of(Duration.ofHours(8).plusMillis(1)));

  private static final InternalStage MANAGER = new InternalStage(InternalStage.MANAGER, 1);
  private static final InternalStage LEADS = new InternalStage(new GroupId("SUPPORT_LEAD"), 2);

  private static final Criteria STRICT =
      new Criteria(
          10,
          10,
          Set.of(new Code("INCIDENT"), new Code("PROVIDER_MAINTENANCE")),
          Set.of(new Code("PROVIDER_MAINTENANCE")),
          Set.of(new Code("OPEN")),
          Set.of(new Country("DE")),
          Set.of(new Code("fido")),
          false);

  /** Of five histories, in how many nobody of the provider's looks. */
  private static final int UNSET_OF_FIVE = 3;

  private static final List<EvaluationRules> EVALUATIONS =
      List.of(
          rules(
              Set.of(
                  CheckName.ELIGIBILITY,
                  CheckName.ROLE,
                  CheckName.ROLE_PREREQUISITE,
                  CheckName.MAX_DURATION,
                  CheckName.RESOURCE_SCOPE,
                  CheckName.PERMISSION_LEVEL),
              Criteria.DEFAULTS),
          rules(
              Set.of(
                  CheckName.JUSTIFICATION,
                  CheckName.REASON_CODE,
                  CheckName.TICKET,
                  CheckName.TICKET_TENANT,
                  CheckName.IDENTITY,
                  CheckName.LOCATION,
                  CheckName.PURPOSE),
              STRICT),
          rules(
              Set.of(CheckName.WORK_SCOPE, CheckName.ALTERNATIVES),
              Criteria.DEFAULTS,
              InternalRoute.always(MANAGER)),
          rules(Set.of(), Criteria.DEFAULTS, InternalRoute.always(LEADS)),
          rules(
              Set.of(),
              Criteria.DEFAULTS,
              new InternalRoute(
                  Optional.empty(),
                  Optional.empty(),
                  1,
                  Set.of(),
                  Set.of(new Code("etcd")),
                  "/clusters",
                  "k8s.pod",
                  List.of(MANAGER, LEADS)),
              new InternalRoute(
                  Optional.empty(),
                  Optional.of(PermissionLevel.WRITE),
                  0,
                  Set.of(),
                  Set.of(),
                  "",
                  "",
                  List.of(MANAGER))));

  private Deployments() {}

  static Deployment any(SplittableRandom random) {
    return random.nextInt(5) < UNSET_OF_FIVE
        ? lookingAtNothing(random)
        : looking(EVALUATIONS, random);
  }

  /** Nobody of the provider's looks. */
  static Deployment lookingAtNothing(SplittableRandom random) {
    return looking(List.of(EvaluationRules.NONE), random);
  }

  /** Some of the provider's own are asked first. */
  static Deployment askingInside(SplittableRandom random) {
    return looking(
        EVALUATIONS.stream().filter(wanted -> !wanted.internal().isEmpty()).toList(), random);
  }

  private static Deployment looking(List<EvaluationRules> some, SplittableRandom random) {
    var evaluation = some.get(random.nextInt(some.size()));
    var limits = LIMITS.get(random.nextInt(LIMITS.size()));
    return Deployment.DEFAULTS
        .with(limits, CAPS.getOrDefault(limits, AccessCap.NONE))
        .with(evaluation);
  }

  private static EvaluationRules rules(
      Set<CheckName> required, Criteria criteria, InternalRoute... internal) {
    return new EvaluationRules(required, criteria, List.of(internal), AN_HOUR);
  }
}
