package dev.lockbox.events.codec;

import static dev.lockbox.events.codec.SharedMapping.fromIds;
import static dev.lockbox.events.codec.SharedMapping.wireIds;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.Stage;
import dev.lockbox.domain.rules.StageRule;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.wire.shared.EnrolmentScope;
import dev.lockbox.wire.shared.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What tenants set, and what a yes grants, to the wire and back. */
final class RulesMapping {
  private RulesMapping() {}

  /** All but the policy, which has a record of its own. */
  static dev.lockbox.wire.shared.Settings wire(Settings settings) {
    var enrolment = settings.enrolment();
    return new dev.lockbox.wire.shared.Settings(
        EnrolmentScope.valueOf(enrolment.scope().name()),
        enrolment.subscriptions().stream().map(ResourceName::value).sorted().toList(),
        settings.limits().map(RulesMapping::wire).orElse(null),
        wire(settings.approvers()),
        settings.isTicketRequired(),
        settings.isSecondPersonRequired(),
        settings.groups().stream().map(RulesMapping::wire).toList(),
        wireRules(settings.stages()),
        settings.routes().stream().map(RulesMapping::wire).toList());
  }

  static Settings fromSettings(dev.lockbox.wire.shared.Settings wire) {
    return new Settings(
        new Enrolment(
            Enrolment.Scope.valueOf(wire.getScope().name()),
            wire.getSubscriptions().stream()
                .map(ResourceName::new)
                .collect(Collectors.toUnmodifiableSet())),
        Optional.ofNullable(wire.getLimits()).map(RulesMapping::fromLimits),
        fromMode(wire.getApprovers()),
        wire.getIsTicketRequired(),
        wire.getIsSecondPersonRequired(),
        wire.getGroups().stream().map(RulesMapping::fromGroup).toList(),
        fromRules(wire.getStages()),
        wire.getRoutes().stream().map(RulesMapping::fromRoute).toList());
  }

  private static Limits wire(AccessLimits limits) {
    return new Limits(limits.pendingWindow().toMillis(), limits.accessFor().toMillis());
  }

  private static AccessLimits fromLimits(Limits wire) {
    return new AccessLimits(
        Duration.ofMillis(wire.getPendingWindowMillis()),
        Duration.ofMillis(wire.getAccessForMillis()));
  }

  private static dev.lockbox.wire.shared.Group wire(Group group) {
    return new dev.lockbox.wire.shared.Group(
        group.id().value(),
        wireIds(group.people()),
        group.groups().stream().map(GroupId::value).sorted().toList());
  }

  private static Group fromGroup(dev.lockbox.wire.shared.Group wire) {
    return new Group(
        new GroupId(wire.getId()),
        fromIds(wire.getPeople()),
        wire.getGroups().stream().map(GroupId::new).collect(Collectors.toUnmodifiableSet()));
  }

  static dev.lockbox.wire.shared.Route wire(Route route) {
    return new dev.lockbox.wire.shared.Route(
        route.resources(), route.actions(), wireRules(route.stages()));
  }

  static Route fromRoute(dev.lockbox.wire.shared.Route wire) {
    return new Route(wire.getResources(), wire.getActions(), fromRules(wire.getStages()));
  }

  private static List<dev.lockbox.wire.shared.StageRule> wireRules(List<StageRule> rules) {
    return rules.stream()
        .map(rule -> new dev.lockbox.wire.shared.StageRule(wireGroup(rule.group()), rule.quorum()))
        .toList();
  }

  private static List<StageRule> fromRules(List<dev.lockbox.wire.shared.StageRule> wire) {
    return wire.stream()
        .map(rule -> new StageRule(fromGroup(rule.getGroup()), rule.getQuorum()))
        .toList();
  }

  static List<dev.lockbox.wire.shared.Stage> wireStages(List<Stage> stages) {
    return stages.stream()
        .map(
            stage ->
                new dev.lockbox.wire.shared.Stage(
                    wireGroup(stage.group()), wireIds(stage.approvers()), stage.quorum()))
        .toList();
  }

  static List<Stage> fromStages(List<dev.lockbox.wire.shared.Stage> wire) {
    return wire.stream()
        .map(
            stage ->
                new Stage(
                    fromGroup(stage.getGroup()), fromIds(stage.getApprovers()), stage.getQuorum()))
        .toList();
  }

  private static @Nullable String wireGroup(Optional<GroupId> group) {
    return group.map(GroupId::value).orElse(null);
  }

  private static Optional<GroupId> fromGroup(@Nullable String wire) {
    return Optional.ofNullable(wire).map(GroupId::new);
  }

  static dev.lockbox.wire.shared.ApproverMode wire(ApproverMode mode) {
    return dev.lockbox.wire.shared.ApproverMode.valueOf(mode.name());
  }

  static ApproverMode fromMode(dev.lockbox.wire.shared.ApproverMode wire) {
    return ApproverMode.valueOf(wire.name());
  }

  /** Without their conditions, which stand beside them. */
  static dev.lockbox.wire.shared.Terms wire(Terms terms) {
    return new dev.lockbox.wire.shared.Terms(
        wireActions(terms.actions()),
        wireResources(terms.resources()),
        terms.accessFor().toMillis());
  }

  static Terms fromTerms(dev.lockbox.wire.shared.Terms wire) {
    return new Terms(
        fromActions(wire.getActions()),
        fromResources(wire.getResources()),
        Duration.ofMillis(wire.getAccessForMillis()));
  }

  /** Without its conditions, which stand beside it. */
  static dev.lockbox.wire.shared.Narrowing wire(Narrowing less) {
    return new dev.lockbox.wire.shared.Narrowing(
        less.actions().map(RulesMapping::wireActions).orElse(null),
        less.resources().map(RulesMapping::wireResources).orElse(null),
        less.accessFor().map(Duration::toMillis).orElse(null));
  }

  static Narrowing fromNarrowing(dev.lockbox.wire.shared.Narrowing wire) {
    return fromNarrowing(wire, Conditions.NONE);
  }

  static Narrowing fromNarrowing(dev.lockbox.wire.shared.Narrowing wire, Conditions under) {
    return new Narrowing(
        Optional.ofNullable(wire.getActions()).map(RulesMapping::fromActions),
        Optional.ofNullable(wire.getResources()).map(RulesMapping::fromResources),
        Optional.ofNullable(wire.getAccessForMillis()).map(Duration::ofMillis),
        under);
  }

  private static List<String> wireActions(List<ActionName> actions) {
    return actions.stream().map(ActionName::value).toList();
  }

  private static List<ActionName> fromActions(List<String> wire) {
    return wire.stream().map(ActionName::new).toList();
  }

  private static List<String> wireResources(List<ResourceName> resources) {
    return resources.stream().map(ResourceName::value).toList();
  }

  private static List<ResourceName> fromResources(List<String> wire) {
    return wire.stream().map(ResourceName::new).toList();
  }
}
