package dev.lockbox.api.view;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.SessionEvent.ActionPerformed;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.entitlement.Holding;
import dev.lockbox.domain.gateway.Finding;
import dev.lockbox.domain.identity.RequestId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * A request as it stood once, folded from its timeline.
 *
 * @param since when what changed it last happened
 * @param isUsed whether its engineer had come in by it, or done anything by it
 * @param entries of its timeline that were looked at
 */
record Stood(AccessRequest state, Instant since, boolean isUsed, int entries) {
  /** There was no grant that it could count for. */
  private static final Set<Finding> NO_GRANT =
      Set.of(Finding.NO_REQUEST, Finding.NOT_GRANTED, Finding.OTHER_ENGINEER);

  /** Before anything. */
  static final Stood NOT_YET = new Stood(AccessRequest.UNOPENED, Instant.EPOCH, false, 0);

  /** With one more entry of the timeline; a refusal changes nothing. */
  Stood with(Recorded recorded) {
    return switch (recorded.event()) {
      case RequestEvent event ->
          new Stood(Folding.after(state, recorded, event), event.at(), isUsed, entries + 1);
      case SessionEvent told -> new Stood(state, since, isUsed || isUse(told), entries + 1);
      case TenantEvent rules -> unchanged();
      case GrantsEvent grants -> unchanged();
      case RolesEvent roles -> unchanged();
      case ExclusionEvent elsewhere -> unchanged();
      case CommandRefused no -> unchanged();
    };
  }

  private Stood unchanged() {
    return new Stood(state, since, isUsed, entries + 1);
  }

  /** As the rules count it: who came in, and who did anything without coming in. */
  private static boolean isUse(SessionEvent told) {
    return told instanceof SessionStarted
        || (told instanceof ActionPerformed done
            && Collections.disjoint(done.findings(), NO_GRANT));
  }

  boolean isKnown() {
    return !state.equals(AccessRequest.UNOPENED);
  }

  /** What it let its engineer do; empty while it granted nothing. */
  Optional<Holding> holding(RequestId request) {
    return state instanceof Granted granted
        ? Optional.of(Holding.of(request, granted, granted.isForOneUse() && isUsed))
        : Optional.empty();
  }
}
