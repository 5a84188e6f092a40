package dev.lockbox.domain.rules;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.lockbox.domain.evaluation.Details;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a tenant has set for its requests; always as a whole.
 *
 * @param limits empty for the deployment's
 * @param approvers whether those who became approvers after a request was opened may say yes to it
 * @param isTicketRequired whether a request must name the ticket worked on
 * @param isSecondPersonRequired whether a change of these settings waits for another administrator
 * @param groups each id once; at most {@value #GROUPS_MAX}
 * @param stages of a request that no route leads elsewhere; 1 to {@value Route#STAGES_MAX}
 * @param routes a request needs the stages of every route that leads it, of these and of those by
 *     details; at most {@value #ROUTES_MAX}, with at most {@value #ROUTED_STAGES_MAX} different
 *     stages between them all
 * @param policy all else
 */
public record Settings(
    Enrolment enrolment,
    Optional<AccessLimits> limits,
    ApproverMode approvers,
    boolean isTicketRequired,
    boolean isSecondPersonRequired,
    List<Group> groups,
    List<StageRule> stages,
    List<Route> routes,
    Policy policy) {
  public static final int GROUPS_MAX = 100;
  public static final int ROUTES_MAX = 100;
  public static final int ROUTED_STAGES_MAX = 6;

  /**
   * What holds while a tenant has set nothing: everything is asked, and any one approver decides.
   */
  public static final Settings DEFAULTS =
      new Settings(
          Enrolment.WHOLE_TENANT,
          Optional.empty(),
          ApproverMode.SNAPSHOT,
          false,
          false,
          List.of(),
          List.of(StageRule.ANYBODY),
          List.of());

  /** With nothing else set. */
  public Settings(
      Enrolment enrolment,
      Optional<AccessLimits> limits,
      ApproverMode approvers,
      boolean isTicketRequired,
      boolean isSecondPersonRequired,
      List<Group> groups,
      List<StageRule> stages,
      List<Route> routes) {
    this(
        enrolment,
        limits,
        approvers,
        isTicketRequired,
        isSecondPersonRequired,
        groups,
        stages,
        routes,
        Policy.DEFAULT);
  }

  public Settings {
    groups = List.copyOf(groups);
    stages = List.copyOf(stages);
    routes = List.copyOf(routes);
    Bounds.atMost("groups", groups, GROUPS_MAX);
    Bounds.within("number of stages", stages.size(), 1, Route.STAGES_MAX);
    Bounds.atMost("routes", routes, ROUTES_MAX);
    Bounds.atMost(
        "different stages on routes",
        everyRoute(routes, policy).flatMap(route -> route.stages().stream()).distinct().toList(),
        ROUTED_STAGES_MAX);
    mustBeKnown(groups, stages, routes, policy);
    mustFit(limits, policy.cap());
    limits.ifPresent(policy.review()::mustFit);
  }

  /** Without limits of its own a tenant has the deployment's, also of what may be asked for. */
  private static void mustFit(Optional<AccessLimits> limits, AccessCap cap) {
    if (limits.isEmpty() && cap.accessMax().isPresent()) {
      throw new IllegalArgumentException("accessMax must not be set where limits are not");
    }
    limits.ifPresent(cap::mustFit);
  }

  /** The same, but for all else. */
  public Settings with(Policy other) {
    return new Settings(
        enrolment,
        limits,
        approvers,
        isTicketRequired,
        isSecondPersonRequired,
        groups,
        stages,
        routes,
        other);
  }

  /** The same, but for what is behind the lockbox. */
  public Settings with(Enrolment other) {
    return new Settings(
        other,
        limits,
        approvers,
        isTicketRequired,
        isSecondPersonRequired,
        groups,
        stages,
        routes,
        policy);
  }

  /** The rules that a request must satisfy, in this order: its routes' in theirs, each once. */
  List<StageRule> stagesFor(
      List<ActionName> actions, List<ResourceName> resources, Details details) {
    var byResource = routes.stream().filter(route -> route.leads(actions, resources));
    var byDetails =
        policy.routes().given().stream()
            .filter(route -> route.leads(actions, resources, details))
            .map(DetailedRoute::route);
    var routed =
        Stream.concat(byResource, byDetails)
            .flatMap(route -> route.stages().stream())
            .distinct()
            .toList();
    return routed.isEmpty() ? stages : routed;
  }

  /** Everybody in the group and in the groups it holds, each of which is looked into once. */
  Set<PersonId> peopleIn(GroupId group) {
    var byId = groups.stream().collect(toUnmodifiableMap(Group::id, one -> one));
    var people = new HashSet<PersonId>();
    gather(group, byId, new HashSet<>(), people);
    return people;
  }

  private static void gather(
      GroupId id, Map<GroupId, Group> byId, Set<GroupId> seen, Set<PersonId> people) {
    var group = byId.get(id);
    if (group != null && seen.add(id)) {
      people.addAll(group.people());
      group.groups().forEach(inner -> gather(inner, byId, seen, people));
    }
  }

  private static Stream<Route> everyRoute(List<Route> routes, Policy policy) {
    return Stream.concat(
        routes.stream(), policy.routes().given().stream().map(DetailedRoute::route));
  }

  private static void mustBeKnown(
      List<Group> groups, List<StageRule> stages, List<Route> routes, Policy policy) {
    var ids = groups.stream().map(Group::id).toList();
    if (new HashSet<>(ids).size() != ids.size()) {
      throw new IllegalArgumentException("each group must be given once, were " + ids);
    }
    var used =
        Stream.concat(
            Stream.concat(
                    stages.stream(),
                    everyRoute(routes, policy).flatMap(one -> one.stages().stream()))
                .flatMap(stage -> stage.group().stream()),
            Stream.concat(
                groups.stream().flatMap(group -> group.groups().stream()),
                policy.scopes().given().stream().flatMap(scope -> scope.group().stream())));
    used.filter(id -> !ids.contains(id))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new IllegalArgumentException("group %s is not given".formatted(unknown));
            });
  }
}
