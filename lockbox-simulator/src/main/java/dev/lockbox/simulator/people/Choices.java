package dev.lockbox.simulator.people;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Policy;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an administrator may set. */
final class Choices {
  private static final AccessLimits SHORT =
      new AccessLimits(Duration.ofHours(2), Duration.ofHours(1));
  private static final StageRule TWO = new StageRule(Optional.empty(), 2);
  private static final StageRule ONE = StageRule.ANYBODY;

  private static final GroupId LEADS = new GroupId("leads");
  private static final GroupId SECURITY = new GroupId("security");
  private static final List<Group> GROUPS =
      List.of(
          new Group(LEADS, Set.of(new PersonId("ben"), new PersonId("eva")), Set.of()),
          new Group(SECURITY, Set.of(new PersonId("anna")), Set.of(new GroupId("night"))),
          new Group(
              new GroupId("night"),
              Set.of(new PersonId("carla"), new PersonId("stranger")),
              Set.of(SECURITY)));

  /**
   * Of whoever has a key; of everybody; of two, an hour on; and of everybody, where rules decide.
   */
  static final List<Settings> SIGNED =
      List.of(
          under(Policies.SIGNED_BY_WHOEVER_CAN),
          under(Policies.SIGNED),
          with(Optional.empty(), ApproverMode.SNAPSHOT, false, false, List.of(TWO))
              .with(Policies.SIGNED_AN_HOUR_ON),
          under(Policies.SIGNED_AT_ONCE));

  static final List<Settings> SETTINGS =
      List.of(
          Settings.DEFAULTS,
          with(Optional.empty(), ApproverMode.SNAPSHOT, false, false, List.of(TWO)),
          with(Optional.empty(), ApproverMode.LIVE, false, false, List.of(ONE)),
          with(Optional.of(SHORT), ApproverMode.SNAPSHOT, true, false, List.of(ONE))
              .with(Policies.UP_TO_EIGHT_HOURS),
          with(Optional.empty(), ApproverMode.SNAPSHOT, false, true, List.of(ONE)),
          with(Optional.empty(), ApproverMode.LIVE, false, false, List.of(ONE, ONE)),
          notEnrolled(),
          grouped(ApproverMode.SNAPSHOT),
          routed(),
          grouped(ApproverMode.LIVE),
          enrolledInPart("/Clusters/aro1/"),
          enrolledInPart("/clusters/aro"),
          under(Policies.EDITORS_WAIT),
          under(Policies.decided(Presets.AUTOMATIC)),
          under(Policies.decided(Presets.CONDITIONAL)),
          under(Policies.decided(Presets.DENIED)),
          under(Policies.ONE_AT_A_TIME),
          under(Policies.TWO_AT_A_TIME),
          under(Policies.TWO_MUST_CLOSE),
          under(Policies.ONE_MUST_CLOSE),
          under(Policies.FOR_MAINTENANCE),
          under(Policies.GUARDED),
          under(Policies.ROOMY),
          under(Policies.PATIENT),
          under(Policies.decided(Presets.DENIED_AND_APPROVED)),
          under(Policies.decided(Presets.APPROVED_AND_DENIED)),
          under(Policies.PODS_ONLY),
          under(Policies.LISTED_ONLY),
          under(Policies.REVIEWED),
          SIGNED.get(0),
          SIGNED.get(1),
          SIGNED.get(2),
          SIGNED.get(3),
          notEnrolled().with(Policies.RAILED_BY_NAME),
          notEnrolled().with(Policies.RAILED_BY_TAG),
          under(Policies.RAILED_BY_NAME),
          enrolledInPart("/clusters/aro").with(Policies.RAILED_BY_NAME),
          under(Policies.REMINDED),
          under(Policies.REMINDED_AND_CLOSED));

  private Choices() {}

  private static Settings with(
      Optional<AccessLimits> limits,
      ApproverMode mode,
      boolean ticket,
      boolean secondPerson,
      List<StageRule> stages) {
    return new Settings(
        Enrolment.WHOLE_TENANT, limits, mode, ticket, secondPerson, List.of(), stages, List.of());
  }

  /** First one of the leads, then one of security; whose night shift is a group within. */
  private static Settings grouped(ApproverMode mode) {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        mode,
        false,
        false,
        GROUPS,
        List.of(one(LEADS), one(SECURITY)),
        List.of());
  }

  /** Reading logs needs security's yes; reading anything of a cluster, two people's. */
  private static Settings routed() {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        GROUPS,
        List.of(ONE),
        List.of(
            new Route("/clusters/ARO1", "k8s.pod", List.of(one(SECURITY))),
            new Route("/clusters/aro1/ns/openshift-etcd/x", "", List.of(one(LEADS))),
            new Route("/vaults", "k8s", List.of(TWO)),
            new Route("", "k8s.metrics", List.of(one(SECURITY), one(LEADS)))));
  }

  private static StageRule one(GroupId group) {
    return new StageRule(Optional.of(group), 1);
  }

  private static Settings enrolledInPart(String branch) {
    return new Settings(
        new Enrolment(Enrolment.Scope.SUBSCRIPTIONS, Set.of(new ResourceName(branch))),
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(ONE),
        List.of());
  }

  /** By any one approver, where nothing else is in the way. */
  private static Settings under(Policy policy) {
    return new Settings(
        Enrolment.WHOLE_TENANT,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(ONE),
        List.of(),
        policy);
  }

  private static Settings notEnrolled() {
    return new Settings(
        Enrolment.OFF,
        Optional.empty(),
        ApproverMode.SNAPSHOT,
        false,
        false,
        List.of(),
        List.of(ONE),
        List.of());
  }
}
