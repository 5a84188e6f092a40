package dev.lockbox.domain;

import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.rules.AccessLimits;
import dev.lockbox.domain.rules.Group;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.util.Collection;
import java.util.List;

/** What a change of settings asks, as texts; see {@link Contents}. */
final class SettingsContents {
  private SettingsContents() {}

  static void add(List<String> parts, Settings settings) {
    parts.add(settings.enrolment().scope().name());
    addSorted(parts, settings.enrolment().subscriptions());
    parts.add(settings.limits().map(limits -> limits.pendingWindow().toString()).orElse(""));
    parts.add(settings.limits().map(AccessLimits::accessFor).map(Object::toString).orElse(""));
    parts.add(settings.approvers().name());
    parts.add(Boolean.toString(settings.isTicketRequired()));
    parts.add(Boolean.toString(settings.isSecondPersonRequired()));
    addCount(parts, settings.groups());
    settings.groups().forEach(group -> add(parts, group));
    addStages(parts, settings.stages());
    addCount(parts, settings.routes());
    settings.routes().forEach(route -> add(parts, route));
    PolicyContents.add(parts, settings.policy());
  }

  private static void add(List<String> parts, Group group) {
    parts.add(group.id().value());
    addSorted(parts, group.people());
    addSorted(parts, group.groups());
  }

  static void add(List<String> parts, Route route) {
    parts.add(route.resources());
    parts.add(route.actions());
    addStages(parts, route.stages());
  }

  private static void addStages(List<String> parts, List<StageRule> stages) {
    addCount(parts, stages);
    for (var stage : stages) {
      parts.add(stage.group().map(GroupId::value).orElse(""));
      parts.add(Integer.toString(stage.quorum()));
    }
  }

  /** A set has no order of its own, so it gets one here. */
  private static <T extends Comparable<T>> void addSorted(List<String> parts, Collection<T> set) {
    Contents.addAll(parts, set.stream().sorted().toList());
  }

  private static void addCount(List<String> parts, List<?> values) {
    parts.add(Integer.toString(values.size()));
  }
}
