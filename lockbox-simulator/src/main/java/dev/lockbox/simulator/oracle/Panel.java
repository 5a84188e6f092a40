package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Asked;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.ApproverMode;
import dev.lockbox.domain.rules.Enrolment;
import dev.lockbox.domain.rules.Route;
import dev.lockbox.domain.rules.Settings;
import dev.lockbox.domain.rules.StageRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One stage that a request must pass.
 *
 * @param group empty for all approvers
 * @param quorum how many different people must say yes
 * @param named who could say so at the time it was settled
 */
record Panel(Optional<GroupId> group, int quorum, Set<PersonId> named) {
  private static final List<StageRule> ANY_ONE = List.of(new StageRule(Optional.empty(), 1));

  /** The same without these. */
  Panel without(Set<PersonId> others) {
    var left = new TreeSet<>(named);
    left.removeAll(others);
    return new Panel(group, quorum, left);
  }

  boolean canBePassed() {
    return named.size() >= quorum;
  }

  /** The first of these that is not passed, after so many people said yes. */
  static int reached(List<Panel> panels, int yesses) {
    var stage = 0;
    for (var left = yesses; stage < panels.size(); stage++) {
      left -= panels.get(stage).quorum();
      if (left < 0) {
        break;
      }
    }
    return stage;
  }

  /** What such a request must pass by the rules of that time, in this order. */
  static List<Panel> of(Governance then, Asked asked) {
    return rules(then.settings(), asked).stream()
        .map(rule -> new Panel(rule.group(), rule.quorum(), able(then, asked, rule.group())))
        .toList();
  }

  /** Whether any one approver decides, so that nothing more needs to be said. */
  static boolean isAnyOne(Governance then, Asked asked) {
    return rules(then.settings(), asked).equals(ANY_ONE)
        && then.settings().approvers() == ApproverMode.SNAPSHOT;
  }

  private static List<StageRule> rules(Settings settings, Asked asked) {
    var routed = new ArrayList<StageRule>();
    for (var route : settings.routes()) {
      if (leads(route, asked)) {
        route.stages().stream().filter(stage -> !routed.contains(stage)).forEach(routed::add);
      }
    }
    return routed.isEmpty() ? settings.stages() : routed;
  }

  private static boolean leads(Route route, Asked asked) {
    return asked.actions().stream()
            .map(ActionName::value)
            .anyMatch(action -> action.startsWith(route.actions()))
        && asked.resources().stream().anyMatch(one -> meet(route.resources(), one.value()));
  }

  /** Whoever of the tenant's approvers is in that group, if there is one; never the engineer. */
  static Set<PersonId> able(Governance then, Asked asked, Optional<GroupId> group) {
    var able = new TreeSet<>(then.approvers());
    group.ifPresent(id -> able.retainAll(peopleIn(then.settings(), id)));
    able.remove(asked.engineer());
    return able;
  }

  /** Of the group, of the groups in it, and so on until there are no others. */
  private static Set<PersonId> peopleIn(Settings settings, GroupId id) {
    var ids = new HashSet<>(Set.of(id));
    var before = 0;
    while (ids.size() > before) {
      before = ids.size();
      settings.groups().stream()
          .filter(group -> Set.copyOf(ids).contains(group.id()))
          .forEach(group -> ids.addAll(group.groups()));
    }
    var people = new HashSet<PersonId>();
    settings.groups().stream()
        .filter(group -> ids.contains(group.id()))
        .forEach(group -> people.addAll(group.people()));
    return people;
  }

  /** Whether the customer is not asked: nothing of it is behind the lockbox. */
  static boolean isOutside(Enrolment enrolment, List<ResourceName> resources) {
    return switch (enrolment.scope()) {
      case NOTHING -> true;
      case TENANT -> false;
      case SUBSCRIPTIONS ->
          resources.stream()
              .noneMatch(
                  one ->
                      enrolment.subscriptions().stream()
                          .anyMatch(branch -> meet(branch.value(), one.value())));
    };
  }

  /** Segment by segment, in any case of letters, as far as the shorter one goes. */
  static boolean meet(String branch, String resource) {
    var one = segments(branch);
    var other = segments(resource);
    var shorter = Math.min(one.size(), other.size());
    return one.subList(0, shorter).equals(other.subList(0, shorter));
  }

  /** Whether the resource is the scope, or lies below it. */
  static boolean isBelow(String scope, String resource) {
    return segments(resource).size() >= segments(scope).size() && meet(scope, resource);
  }

  private static List<String> segments(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("/"))
        .filter(segment -> !segment.isEmpty())
        .toList();
  }
}
