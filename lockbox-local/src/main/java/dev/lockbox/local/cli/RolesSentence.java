package dev.lockbox.local.cli;

import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Event;
import dev.lockbox.domain.Recorded;
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
import dev.lockbox.domain.decision.Refusal;

/** What came of a command about the provider's roles, in one line. */
final class RolesSentence {
  private RolesSentence() {}

  /**
   * @param verdict no refusal, unless what is asked for stands already
   */
  static String of(Recorded verdict) {
    return switch (verdict.event()) {
      case RolesEvent event -> of(event, verdict.version());
      case CommandRefused same when same.refusal() == Refusal.NOTHING_TO_CHANGE -> same.detail();
      case Event other ->
          throw new IllegalStateException("a command about roles cannot lead to " + other);
    };
  }

  private static String of(RolesEvent event, long version) {
    return switch (event) {
      case RoleDefined defined -> "role %s: version %d holds".formatted(defined.role(), version);
      case RoleWithdrawn gone -> "role %s: withdrawn".formatted(gone.role());
      case EngineerDescribed described ->
          "engineer %s: version %d holds".formatted(described.engineer(), version);
      case MembershipRequested asked ->
          "engineer %s: asks for %s in version %d; %s decides by %s"
              .formatted(
                  asked.engineer(), asked.role(), version, asked.manager(), asked.decideBy());
      case MembershipApproved approved ->
          "engineer %s: member of %s until %s"
              .formatted(approved.engineer(), approved.role(), approved.until());
      case MembershipDenied denied ->
          "engineer %s: %s is denied".formatted(denied.engineer(), denied.role());
      case MembershipEnded ended ->
          "engineer %s: no member of %s".formatted(ended.engineer(), ended.role());
      case MembershipRequestExpired expired ->
          "engineer %s: nobody decided on %s in time".formatted(expired.engineer(), expired.role());
      case MembershipExpired expired ->
          "engineer %s: no member of %s any more".formatted(expired.engineer(), expired.role());
    };
  }
}
