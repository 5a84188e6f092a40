package dev.lockbox.domain;

import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
import dev.lockbox.domain.identity.PersonalText;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is asked of roles and their members, as texts; see {@link Contents}. */
final class RolesContents {
  private RolesContents() {}

  static void add(List<String> parts, RolesCommand command) {
    switch (command) {
      case DefineRole define -> {
        parts.add(define.role().value());
        add(parts, define.definition());
      }
      case WithdrawRole withdraw -> parts.add(withdraw.role().value());
      case DescribeEngineer describe -> {
        parts.add(describe.engineer().value());
        add(parts, describe.description());
      }
      case RequestMembership ask -> {
        parts.add(ask.engineer().value());
        parts.add(ask.role().value());
        parts.add(ask.heldFor().map(Duration::toString).orElse(""));
        parts.add(ask.justification().text());
      }
      case ApproveMembership yes -> {
        add(parts, yes.engineer().value(), yes.role().value(), yes.reason());
        parts.add(Long.toString(yes.ifVersion()));
      }
      case DenyMembership no -> add(parts, no.engineer().value(), no.role().value(), no.reason());
      case EndMembership end ->
          add(parts, end.engineer().value(), end.role().value(), end.reason());
      case ExpireMemberships alarm -> parts.add(alarm.engineer().value());
    }
  }

  private static void add(
      List<String> parts, String engineer, String role, Optional<PersonalText> reason) {
    parts.add(engineer);
    parts.add(role);
    parts.add(reason.map(PersonalText::text).orElse(""));
  }

  private static void add(List<String> parts, Role role) {
    addSorted(parts, role.actions());
    addSorted(parts, role.scopes());
    parts.add(role.level().name());
    parts.add(role.accessFor().toString());
    parts.add(role.heldFor().toString());
    addSorted(parts, role.prerequisites());
    parts.add(role.approvesAs().map(Object::toString).orElse(""));
  }

  private static void add(List<String> parts, Description description) {
    parts.add(description.eligibleUntil().map(Object::toString).orElse(""));
    addSorted(parts, description.workScopes());
    parts.add(description.manager().map(Object::toString).orElse(""));
  }

  /** A set has no order of its own, so it gets one here. */
  private static <T extends Comparable<T>> void addSorted(List<String> parts, Collection<T> set) {
    Contents.addAll(parts, set.stream().sorted().toList());
  }
}
