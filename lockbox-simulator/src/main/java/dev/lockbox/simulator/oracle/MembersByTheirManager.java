package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.RolesEvent.EngineerDescribed;
import dev.lockbox.domain.RolesEvent.MembershipApproved;
import dev.lockbox.domain.RolesEvent.MembershipDenied;
import dev.lockbox.domain.RolesEvent.MembershipEnded;
import dev.lockbox.domain.RolesEvent.MembershipExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequestExpired;
import dev.lockbox.domain.RolesEvent.MembershipRequested;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RoleId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Behind every membership stands what its engineer asked for, and the yes of another person, who
 * manages them, in time; it lasts no longer than was asked, and is told to be over in the end.
 */
final class MembersByTheirManager implements Invariant {
  private record Seat(PersonId person, RoleId role) {}

  @Override
  public Optional<String> brokenBy(Evidence evidence) {
    var walk = new Walk();
    for (var recorded : evidence.recorded().map(Recorded::event).toList()) {
      if (recorded instanceof RolesEvent event) {
        var broken = walk.met(event);
        if (broken.isPresent()) {
          return broken;
        }
      }
    }
    return evidence.isAtRest() && walk.isAnythingLeft()
        ? Optional.of("somebody is a member for ever, or asks to be")
        : Optional.empty();
  }

  /** Along what was told of one provider's. */
  private static final class Walk {
    private final Map<PersonId, Optional<PersonId>> managers = new HashMap<>();
    private final Map<Seat, MembershipRequested> asked = new HashMap<>();
    private final Map<Seat, Instant> until = new HashMap<>();

    Optional<String> met(RolesEvent event) {
      switch (event) {
        case EngineerDescribed described ->
            managers.put(described.engineer(), described.description().manager());
        case MembershipRequested one -> asked.put(new Seat(one.engineer(), one.role()), one);
        case MembershipApproved yes -> {
          return approved(yes);
        }
        case MembershipDenied no -> asked.remove(new Seat(no.engineer(), no.role()));
        case MembershipRequestExpired late -> asked.remove(new Seat(late.engineer(), late.role()));
        case MembershipEnded end -> {
          asked.remove(new Seat(end.engineer(), end.role()));
          until.remove(new Seat(end.engineer(), end.role()));
        }
        case MembershipExpired over -> until.remove(new Seat(over.engineer(), over.role()));
        case RolesEvent.OfRole ofRole -> {}
      }
      return Optional.empty();
    }

    private Optional<String> approved(MembershipApproved yes) {
      var seat = new Seat(yes.engineer(), yes.role());
      var one = asked.remove(seat);
      var who = yes.by().attempt().actor();
      until.put(seat, yes.until());
      if (one == null) {
        return Optional.of("%s is a member, and asked for nothing".formatted(yes.engineer()));
      }
      if (who.equals(yes.engineer())
          || !Optional.of(who).equals(managers.getOrDefault(yes.engineer(), Optional.empty()))) {
        return Optional.of("%s is a member by %s".formatted(yes.engineer(), who));
      }
      return yes.at().isBefore(one.decideBy()) && !yes.until().isAfter(yes.at().plus(one.heldFor()))
          ? Optional.empty()
          : Optional.of("%s is a member too late, or too long".formatted(yes.engineer()));
    }

    boolean isAnythingLeft() {
      return !asked.isEmpty() || !until.isEmpty();
    }
  }
}
