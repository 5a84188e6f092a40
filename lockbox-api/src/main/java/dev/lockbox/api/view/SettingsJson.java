package dev.lockbox.api.view;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.lockbox.api.json.Needed;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has set for its requests, always as a whole; every name must be there.
 *
 * @param enrolment what is behind the lockbox
 * @param limits of time; null for the deployment's
 * @param approvers which approvers may say yes to an open request
 * @param ticketRequired whether a request must name a ticket
 * @param secondPersonRequired whether a change of settings waits for another administrator
 * @param groups of approvers, each id once; at most 100
 * @param stages of a request that no route leads elsewhere; 1 to 3
 * @param routes a request needs the stages of every route that leads it; at most 100
 * @param policy what else is set; null for nothing
 */
@Introspected
@Schema(name = "Settings")
public record SettingsJson(
    @Needed EnrolmentJson enrolment,
    @Needed @Nullable LimitsJson limits,
    @Needed ApproverMode approvers,
    @Needed boolean ticketRequired,
    @Needed boolean secondPersonRequired,
    @Needed List<GroupJson> groups,
    @Needed List<StageRuleJson> stages,
    @Needed List<RouteJson> routes,
    @Needed @Nullable PolicyJson policy) {

  /**
   * What is behind the lockbox.
   *
   * @param subscriptions resource names below which all is; empty unless the scope is SUBSCRIPTIONS
   */
  @Introspected
  @Schema(name = "Enrolment")
  public record EnrolmentJson(@Needed Enrolment.Scope scope, @Needed List<String> subscriptions) {}

  /** How long a request waits and access lasts, ISO 8601. */
  @Introspected
  @Schema(name = "Limits")
  public record LimitsJson(@Needed String pendingWindow, @Needed String accessFor) {}

  /**
   * People who decide together.
   *
   * @param groups whose people are also this group's
   */
  @Introspected
  @Schema(name = "Group")
  public record GroupJson(
      @Needed String id, @Needed List<String> people, @Needed List<String> groups) {}

  /**
   * Whose yes requests need.
   *
   * @param group null for all approvers
   * @param quorum how many different people must say yes; 1 to 4
   */
  @Introspected
  @Schema(name = "StageRule")
  public record StageRuleJson(@Needed @Nullable String group, @Needed int quorum) {
    static StageRuleJson of(StageRule rule) {
      return new StageRuleJson(rule.group().map(GroupId::value).orElse(null), rule.quorum());
    }

    StageRule toDomain() {
      return new StageRule(Optional.ofNullable(group).map(GroupId::new), quorum);
    }
  }

  /**
   * Which requests need the yes of whom.
   *
   * @param resources the beginning of a resource's name; empty for every resource
   * @param actions the beginning of an action's name; empty for every action
   */
  @Introspected
  @Schema(name = "Route")
  public record RouteJson(
      @Needed String resources, @Needed String actions, @Needed List<StageRuleJson> stages) {
    static RouteJson of(Route route) {
      return new RouteJson(
          route.resources(),
          route.actions(),
          route.stages().stream().map(StageRuleJson::of).toList());
    }

    Route toDomain() {
      return new Route(resources, actions, stages.stream().map(StageRuleJson::toDomain).toList());
    }
  }

  public static SettingsJson of(Settings settings) {
    return new SettingsJson(
        new EnrolmentJson(
            settings.enrolment().scope(),
            settings.enrolment().subscriptions().stream()
                .map(ResourceName::value)
                .sorted()
                .toList()),
        settings
            .limits()
            .map(one -> new LimitsJson(one.pendingWindow().toString(), one.accessFor().toString()))
            .orElse(null),
        settings.approvers(),
        settings.isTicketRequired(),
        settings.isSecondPersonRequired(),
        settings.groups().stream().map(SettingsJson::of).toList(),
        settings.stages().stream().map(StageRuleJson::of).toList(),
        settings.routes().stream().map(RouteJson::of).toList(),
        PolicyJson.of(settings.policy()));
  }

  private static GroupJson of(Group group) {
    return new GroupJson(
        group.id().value(),
        group.people().stream().map(PersonId::value).sorted().toList(),
        group.groups().stream().map(GroupId::value).sorted().toList());
  }

  /**
   * @throws IllegalArgumentException when they contradict themselves or a bound; so says {@link
   *     java.time.format.DateTimeParseException} of a duration that is none
   */
  public Settings toDomain() {
    return new Settings(
        new Enrolment(
            enrolment.scope(),
            enrolment.subscriptions().stream().map(ResourceName::new).collect(toUnmodifiableSet())),
        Optional.ofNullable(limits)
            .map(
                one ->
                    new AccessLimits(
                        Duration.parse(one.pendingWindow()), Duration.parse(one.accessFor()))),
        approvers,
        ticketRequired,
        secondPersonRequired,
        groups.stream().map(SettingsJson::toDomain).toList(),
        stages.stream().map(StageRuleJson::toDomain).toList(),
        routes.stream().map(RouteJson::toDomain).toList(),
        PolicyJson.toDomain(policy));
  }

  private static Group toDomain(GroupJson group) {
    return new Group(
        new GroupId(group.id()),
        group.people().stream().map(PersonId::new).collect(toUnmodifiableSet()),
        group.groups().stream().map(GroupId::new).collect(toUnmodifiableSet()));
  }
}
