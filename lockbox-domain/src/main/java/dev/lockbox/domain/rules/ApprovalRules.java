package dev.lockbox.domain.rules;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.evaluation.Railed;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.resource.Catalogue;
import dev.lockbox.domain.signature.ApproverKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What holds for a tenant's requests at one position of its log.
 *
 * @param version of the tenant, by which events name what they were decided under
 * @param approvers as the tenant's registry names them at this position, or an assignment does for
 *     anything of the tenant's
 * @param everywhere those of them whom the registry names: approvers of the whole tenant
 * @param changers who ever changed the tenant's rules
 * @param waiting who changed them of late, and from when on they may say yes again
 * @param keys by which people of the tenant sign at this position
 * @param limits of time: the tenant's own, or the deployment's
 * @param deployment what holds for every tenant
 */
public record ApprovalRules(
    long version,
    Set<PersonId> approvers,
    Set<PersonId> everywhere,
    Set<PersonId> changers,
    Map<PersonId, Instant> waiting,
    ApproverKeys keys,
    AccessLimits limits,
    Settings settings,
    Deployment deployment) {
  public ApprovalRules {
    approvers = Set.copyOf(approvers);
    everywhere = Set.copyOf(everywhere);
    changers = Set.copyOf(changers);
    waiting = Map.copyOf(waiting);
  }

  /** Nobody has a key. */
  public ApprovalRules(
      long version,
      Set<PersonId> approvers,
      Set<PersonId> everywhere,
      Set<PersonId> changers,
      Map<PersonId, Instant> waiting,
      AccessLimits limits,
      Settings settings,
      Deployment deployment) {
    this(
        version,
        approvers,
        everywhere,
        changers,
        waiting,
        ApproverKeys.NONE,
        limits,
        settings,
        deployment);
  }

  /** The same, where people have these keys. */
  public ApprovalRules with(ApproverKeys others) {
    return new ApprovalRules(
        version, approvers, everywhere, changers, waiting, others, limits, settings, deployment);
  }

  /** And nobody is an approver by an assignment. */
  public ApprovalRules(
      long version,
      Set<PersonId> approvers,
      Set<PersonId> changers,
      Map<PersonId, Instant> waiting,
      AccessLimits limits,
      Settings settings,
      Deployment deployment) {
    this(version, approvers, approvers, changers, waiting, limits, settings, deployment);
  }

  /** And nobody waits. */
  public ApprovalRules(
      long version,
      Set<PersonId> approvers,
      Set<PersonId> changers,
      AccessLimits limits,
      Settings settings,
      Deployment deployment) {
    this(version, approvers, approvers, changers, Map.of(), limits, settings, deployment);
  }

  /**
   * @param at the earliest that it may be, so that a clock that is ahead frees nobody
   */
  public boolean mustWait(PersonId person, Instant at) {
    return waiting.entrySet().stream()
        .anyMatch(one -> person.mayBe(one.getKey()) && at.isBefore(one.getValue()));
  }

  /** What can be asked for at all. */
  public Catalogue catalogue() {
    return deployment.catalogue();
  }

  /**
   * Who may know of access of this engineer to these: nobody is told of what is outside their
   * scope, and nobody decides on their own requests.
   */
  public Set<PersonId> approversFor(PersonId engineer, List<ResourceName> touched) {
    return without(engineer, approvers).stream()
        .filter(
            person ->
                everywhere.contains(person)
                    || touched.stream().allMatch(one -> isAssigned(person, one)))
        .collect(toUnmodifiableSet());
  }

  /** Whether anything at all must be behind the lockbox whatever the enrolment says. */
  public boolean hasGuardRails() {
    return guardRails().anyMatch(rails -> !rails.given().isEmpty());
  }

  /** What of these some guard rail wants behind the lockbox: the provider's, then the tenant's. */
  public List<Railed> railed(List<ResourceName> asked, Details said) {
    return guardRails().flatMap(rails -> rails.railed(asked, said, settings.enrolment())).toList();
  }

  private Stream<GuardRails> guardRails() {
    return Stream.of(deployment.guardRails(), settings.policy().guardRails());
  }

  /** The most that may be asked for. */
  public Duration longestAccess(List<ActionName> actions, List<ResourceName> resources) {
    var cap = settings.limits().isPresent() ? settings.policy().cap() : deployment.cap();
    return atRisk(actions, resources, cap.over(limits));
  }

  /** What a yes grants to who says no time. */
  public Duration usualAccess(List<ActionName> actions, List<ResourceName> resources) {
    return atRisk(actions, resources, limits.accessFor());
  }

  private Duration atRisk(List<ActionName> actions, List<ResourceName> resources, Duration limit) {
    return settings.policy().access().longestAccess(catalogue().riskOf(actions, resources), limit);
  }

  /** Whose yes a request needs, in this order; some may be impossible to pass. */
  public List<Stage> stagesFor(
      PersonId engineer, List<ActionName> actions, List<ResourceName> resources, Details details) {
    return settings.stagesFor(actions, resources, details).stream()
        .map(
            rule ->
                new Stage(rule.group(), inGroup(rule.group(), engineer, resources), rule.quorum()))
        .toList();
  }

  /**
   * Whether this person may say yes in this stage of a request now. Who was not named at opening
   * and ever changed the rules may not: which came first is not asked, so no clock can be set back
   * to answer it wrongly.
   *
   * @param touched what the yes would open; who approves there no more may not
   */
  public boolean mayApprove(
      PersonId person,
      PersonId engineer,
      List<ResourceName> touched,
      Stage stage,
      ApproverMode mode) {
    return switch (mode) {
      case SNAPSHOT ->
          approvers.contains(person)
              && stage.approvers().contains(person)
              && approvesFor(person, touched);
      case LIVE ->
          inGroup(stage.group(), engineer, touched).contains(person)
              && (stage.approvers().contains(person) || !person.mayBeOneOf(changers));
    };
  }

  /** Who must say that they closed once a grant ended. */
  public ClosingRules closing() {
    return settings.policy().closing();
  }

  /** Whether this person may say no now to what touches these: somewhere in their scope it does. */
  public boolean maySayNo(PersonId person, List<ResourceName> touched) {
    return everywhere.contains(person) || touched.stream().anyMatch(one -> isAssigned(person, one));
  }

  private boolean approvesFor(PersonId person, List<ResourceName> touched) {
    var scopes = settings.policy().scopes();
    return touched.stream()
        .allMatch(
            one ->
                isAssigned(person, one)
                    || (everywhere.contains(person)
                        && scopes.allow(person, List.of(one), settings::peopleIn)));
  }

  private boolean isAssigned(PersonId person, ResourceName resource) {
    return settings.policy().assignments().let(person, CustomerRole::approves, resource);
  }

  private Set<PersonId> inGroup(
      Optional<GroupId> group, PersonId engineer, List<ResourceName> touched) {
    return inGroup(group, engineer).stream()
        .filter(person -> approvesFor(person, touched))
        .collect(toUnmodifiableSet());
  }

  private Set<PersonId> inGroup(Optional<GroupId> group, PersonId engineer) {
    return group
        .map(id -> without(engineer, settings.peopleIn(id)))
        .map(people -> both(people, approvers))
        .orElseGet(() -> without(engineer, approvers));
  }

  private static Set<PersonId> both(Set<PersonId> some, Set<PersonId> others) {
    return some.stream().filter(others::contains).collect(toUnmodifiableSet());
  }

  private static Set<PersonId> without(PersonId one, Set<PersonId> people) {
    return people.stream().filter(person -> !person.mayBe(one)).collect(toUnmodifiableSet());
  }
}
