package dev.lockbox.audit.ocsf;

import static dev.lockbox.audit.ocsf.Actors.person;
import static dev.lockbox.audit.ocsf.Actors.system;
import static dev.lockbox.audit.ocsf.Draft.done;

import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.RolesEvent.RoleDefined;
import dev.lockbox.domain.RolesEvent.RoleWithdrawn;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.GroupId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.staff.Description;
import dev.lockbox.domain.staff.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What becomes of an event of the provider's roles; see {@link EventRecords}. */
final class RolesRecords {
  private RolesRecords() {}

  static Draft of(RolesEvent event) {
    return switch (event) {
      case RoleDefined defined ->
          by(defined.by(), "%s says what role %s is", defined.role())
              .lockbox(of(defined.definition()));
      case RoleWithdrawn withdrawn -> by(withdrawn.by(), "%s withdrew role %s", withdrawn.role());
      case EngineerDescribed described ->
          by(described.by(), "%s says who %s is", described.engineer())
              .lockbox(of(described.description()));
      case MembershipRequested asked ->
          by(asked.by(), "%s asked to be a member of role %s", asked.role())
              .comment(Optional.of(asked.justification()))
              .lockbox(
                  in(asked.role())
                      .text("manager", asked.manager().value())
                      .number("role_version", asked.roleVersion())
                      .number("held_for_ms", asked.heldFor().toMillis())
                      .number("decide_by", asked.decideBy().toEpochMilli()));
      case MembershipApproved yes ->
          about(yes.by(), "approved", yes.engineer(), yes.role())
              .comment(yes.reason())
              .lockbox(in(yes.role()).number("until", yes.until().toEpochMilli()));
      case MembershipDenied no ->
          about(no.by(), "denied", no.engineer(), no.role())
              .comment(no.reason())
              .lockbox(in(no.role()));
      case MembershipEnded ended ->
          about(ended.by(), "ended", ended.engineer(), ended.role())
              .comment(ended.reason())
              .lockbox(in(ended.role()));
      case MembershipRequestExpired expired ->
          byItself(
              "nobody decided in time whether %s becomes a member of role %s",
              expired.engineer(), expired.role());
      case MembershipExpired expired ->
          byItself(
              "the time is over for which %s was a member of role %s",
              expired.engineer(), expired.role());
    };
  }

  private static Draft by(Provenance by, String message, Object what) {
    var actor = by.actor();
    return done(person(actor), message.formatted(actor, what)).by(by);
  }

  private static Draft about(Provenance by, String did, PersonId engineer, RoleId role) {
    var actor = by.actor();
    return done(
            person(actor),
            "%s %s the membership of %s in role %s".formatted(actor, did, engineer, role))
        .by(by);
  }

  private static Draft byItself(String message, PersonId engineer, RoleId role) {
    return done(system(), message.formatted(engineer, role)).lockbox(in(role));
  }

  private static Fields in(RoleId role) {
    return new Fields().text("role", role.value());
  }

  private static Fields of(Role role) {
    return new Fields()
        .texts("actions", sorted(role.actions()))
        .texts("scopes", sorted(role.scopes()))
        .text("level", role.level().name())
        .number("access_for_ms", role.accessFor().toMillis())
        .number("held_for_ms", role.heldFor().toMillis())
        .texts("prerequisites", sorted(role.prerequisites()))
        .text("approves_as", role.approvesAs().map(GroupId::value));
  }

  private static Fields of(Description description) {
    return new Fields()
        .number("eligible_until", description.eligibleUntil().map(Instant::toEpochMilli))
        .texts("work_scopes", sorted(description.workScopes()))
        .text("manager", description.manager().map(PersonId::value));
  }

  private static <T extends Comparable<T>> List<String> sorted(Collection<T> set) {
    return set.stream().sorted().map(Object::toString).toList();
  }
}
