package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.time.Duration;
import java.util.List;

/** What a tenant has set, as fields: all of it, so that one record tells the rules of its time. */
final class SettingsDetails {
  private SettingsDetails() {}

  static Fields of(Settings settings) {
    return new Fields()
        .text("enrolment", settings.enrolment().scope().name())
        .texts(
            "subscriptions",
            settings.enrolment().subscriptions().stream()
                .map(ResourceName::value)
                .sorted()
                .toList())
        .number(
            "pending_window_ms",
            settings.limits().map(AccessLimits::pendingWindow).map(Duration::toMillis))
        .number(
            "access_for_ms", settings.limits().map(AccessLimits::accessFor).map(Duration::toMillis))
        .text("approver_mode", settings.approvers().name())
        .flag("ticket_required", settings.isTicketRequired())
        .flag("second_person_required", settings.isSecondPersonRequired())
        .objects("groups", settings.groups().stream().map(SettingsDetails::of).toList())
        .objects("stages", stages(settings.stages()))
        .objects("routes", settings.routes().stream().map(SettingsDetails::of).toList())
        .object("policy", PolicyDetails.of(settings.policy()));
  }

  private static Fields of(Group group) {
    return new Fields()
        .text("id", group.id().value())
        .texts("people", Details.sorted(group.people()))
        .texts("groups", group.groups().stream().map(GroupId::value).sorted().toList());
  }

  static Fields of(Route route) {
    return new Fields()
        .text("resources", route.resources())
        .text("actions", route.actions())
        .objects("stages", stages(route.stages()));
  }

  private static List<Fields> stages(List<StageRule> stages) {
    return stages.stream()
        .map(
            stage ->
                new Fields()
                    .text("group", stage.group().map(GroupId::value))
                    .number("quorum", stage.quorum()))
        .toList();
  }
}
