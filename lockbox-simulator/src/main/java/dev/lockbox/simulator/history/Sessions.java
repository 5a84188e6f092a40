package dev.lockbox.simulator.history;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.SessionEvent.SessionStarted;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.log.Partition;
import dev.lockbox.simulator.record.Places;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a gateway remembers of sessions: those that were committed, whether they are over or not.
 */
final class Sessions {
  private final List<Partition<Recorded>> events;

  Sessions(List<Partition<Recorded>> events) {
    this.events = events;
  }

  /** The newest under this request, or one so many before. */
  Optional<SessionId> under(RequestId request, int before) {
    var all = begun(request.tenant()).filter(one -> one.request().equals(request)).toList();
    return all.size() <= before
        ? Optional.empty()
        : Optional.of(all.get(all.size() - 1 - before).session());
  }

  /** The newest that the engineer had on a gateway of this request's customer. */
  Optional<SessionId> ofGateways(RequestId request, PersonId engineer) {
    return begun(request.tenant())
        .filter(one -> one.target().isEmpty() && one.engineer().person().equals(engineer))
        .reduce((one, later) -> later)
        .map(SessionStarted::session);
  }

  private Stream<SessionStarted> begun(TenantId tenant) {
    return events.get(Places.partitionOf(tenant)).committed(0).stream()
        .map(Entry::value)
        .map(Recorded::event)
        .filter(SessionStarted.class::isInstance)
        .map(SessionStarted.class::cast)
        .filter(one -> one.tenant().equals(tenant));
  }
}
