package dev.lockbox.processor;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.ExclusionCommand.EnforceExclusion;
import dev.lockbox.domain.RequestCommand.EnforceDeadline;
import dev.lockbox.domain.RolesCommand.ExpireMemberships;
import dev.lockbox.domain.SessionCommand.EnforceSessions;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.processor.fault.Faults;
import dev.lockbox.processor.store.Deadlines;
import dev.lockbox.processor.store.EngineerSessions;
import dev.lockbox.processor.store.Exclusions;
import dev.lockbox.processor.store.Requests;
import dev.lockbox.processor.store.Roles;
import dev.lockbox.processor.store.Waiting;
import java.time.Instant;
import java.util.Optional;

/** Fills what is kept in memory only from what waits itself, when a task begins. */
final class Recall {
  /**
   * A request that cannot be read counts as due long since: its alarm brings it before the judge,
   * who faults it.
   */
  private static final Instant LONG_SINCE = Instant.EPOCH;

  private final int partition;
  private final Deadlines deadlines;
  private final Waiting waiting;
  private final Faults faults;

  Recall(int partition, Deadlines deadlines, Waiting waiting, Faults faults) {
    this.partition = partition;
    this.deadlines = deadlines;
    this.waiting = waiting;
    this.faults = faults;
  }

  void from(Requests requests, Roles roles, Exclusions exclusions, EngineerSessions sessions) {
    faults.forget(partition);
    requests.forEachUnfinished(this::note);
    roles.forEachEngineer(
        engineer ->
            deadlines.move(
                new ExpireMemberships(engineer.tenant(), engineer.engineer()),
                engineer.state().deadline()));
    exclusions.forEach(
        one -> deadlines.move(new EnforceExclusion(one.exclusion()), one.state().deadline()));
    sessions.recall(
        (engineer, at) -> deadlines.move(new EnforceSessions(engineer), Optional.of(at)));
  }

  private void note(RequestId request, Optional<AccessRequest> kept) {
    if (kept.isEmpty()) {
      deadlines.move(new EnforceDeadline(request), Optional.of(LONG_SINCE));
    } else if (kept.get() instanceof AccessRequest.Faulted) {
      faults.found(partition, request);
    } else {
      deadlines.move(new EnforceDeadline(request), kept.get().deadline());
      waiting.note(request, kept.get());
    }
  }
}
