package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.RolesCommand;
import dev.lockbox.domain.RolesCommand.ApproveMembership;
import dev.lockbox.domain.RolesCommand.DefineRole;
import dev.lockbox.domain.RolesCommand.DenyMembership;
import dev.lockbox.domain.RolesCommand.DescribeEngineer;
import dev.lockbox.domain.RolesCommand.EndMembership;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.RolesCommand.RequestMembership;
import dev.lockbox.domain.RolesCommand.WithdrawRole;
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
import dev.lockbox.domain.decision.Fingerprint;
import dev.lockbox.domain.decision.Provenance;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.simulator.record.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is told of the provider's roles and their members, to the last word; from docs/roles.md. */
final class Hired {
  private static final Duration DECIDED_WITHIN = Duration.ofDays(14);

  private final When when;
  private final Seats seats;

  Hired(Story story, When when) {
    this.when = when;
    this.seats = story.seats();
  }

  /** Of what takes effect. */
  List<RolesEvent> of(RolesCommand asked, Fingerprint content) {
    if (asked instanceof ExpireMemberships alarm) {
      return lapsed(alarm.engineer());
    }
    var by = new Provenance(asked.attempt().orElseThrow(), content);
    var events = new ArrayList<RolesEvent>();
    if (asked instanceof RequestMembership ask) {
      events.addAll(lapsed(ask.engineer()));
    }
    events.add(told(asked, by));
    return events;
  }

  private RolesEvent told(RolesCommand asked, Provenance by) {
    var tenant = asked.tenant();
    var at = when.appended();
    return switch (asked) {
      case DefineRole define -> new RoleDefined(tenant, at, by, define.role(), define.definition());
      case WithdrawRole withdraw -> new RoleWithdrawn(tenant, at, by, withdraw.role());
      case DescribeEngineer describe ->
          new EngineerDescribed(tenant, at, by, describe.engineer(), describe.description());
      case RequestMembership ask -> asked(ask, by, at);
      case ApproveMembership yes -> {
        var heldFor = seats.asked(yes.engineer(), yes.role()).orElseThrow().heldFor();
        yield new MembershipApproved(
            tenant, at, by, yes.engineer(), yes.role(), yes.reason(), at.plus(heldFor));
      }
      case DenyMembership no ->
          new MembershipDenied(tenant, at, by, no.engineer(), no.role(), no.reason());
      case EndMembership end ->
          new MembershipEnded(tenant, at, by, end.engineer(), end.role(), end.reason());
      case ExpireMemberships alarm -> throw new IllegalStateException("an alarm tells of the end");
    };
  }

  private MembershipRequested asked(RequestMembership ask, Provenance by, Instant at) {
    var role = seats.role(ask.role()).orElseThrow();
    return new MembershipRequested(
        ask.tenant(),
        at,
        by,
        ask.engineer(),
        ask.role(),
        seats.described(ask.engineer()).orElseThrow().manager().orElseThrow(),
        ask.justification(),
        seats.version(ask.role()),
        ask.heldFor().orElse(role.heldFor()),
        at.plus(DECIDED_WITHIN));
  }

  /** What of this person has come to its end by itself, and was not told yet. */
  List<RolesEvent> lapsed(PersonId person) {
    var at = when.appended();
    var events = new ArrayList<RolesEvent>();
    for (var role : seats.of(person)) {
      if (seats.asked(person, role).filter(one -> !when.isBefore(one.decideBy())).isPresent()) {
        events.add(new MembershipRequestExpired(Places.PROVIDER, at, person, role));
      }
      if (seats.until(person, role).filter(end -> !when.isBefore(end)).isPresent()) {
        events.add(new MembershipExpired(Places.PROVIDER, at, person, role));
      }
    }
    return events;
  }
}
