package dev.lockbox.simulator.history;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.DialogueEvent.CounterOffered;
import dev.lockbox.domain.DialogueEvent.QuestionAsked;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.GrantsEvent.GrantsFrozen;
import dev.lockbox.domain.Opening;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.TenantEvent.SettingsProposed;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.QuarantineId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.SessionId;
import dev.lockbox.domain.rules.Terms;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.people.Details;
import dev.lockbox.simulator.record.Places;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was committed by now, less so many versions of the request. */
final class Reading implements Details.Read {
  private final World world;
  private final RequestId request;
  private final int behind;

  Reading(World world, RequestId request, int behind) {
    this.world = world;
    this.request = request;
    this.behind = behind;
  }

  @Override
  public long version() {
    return Math.max(0, world.seen(request).map(AccessRequest::version).orElse(0L) - behind);
  }

  @Override
  public Instant clock() {
    return world.topics().commandsOf(request.tenant()).clock();
  }

  @Override
  public long tenantVersion() {
    return Math.max(0, newestVersion(TenantEvent.class) - behind);
  }

  @Override
  public long proposal() {
    return newestVersion(SettingsProposed.class);
  }

  @Override
  public Optional<PersonId> engineer() {
    return world
        .seen(request)
        .flatMap(AccessRequest::opened)
        .map(opening -> opening.asked().engineer());
  }

  @Override
  public Optional<Opening> opening() {
    return world.seen(request).flatMap(AccessRequest::opened);
  }

  @Override
  public Optional<Terms> standing() {
    return world
        .seen(request)
        .filter(AccessRequest.Pending.class::isInstance)
        .map(state -> ((AccessRequest.Pending) state).terms());
  }

  @Override
  public boolean isEvaluated() {
    return world.isEvaluated();
  }

  @Override
  public long question() {
    return newest(QuestionAsked.class);
  }

  @Override
  public long offer() {
    return newest(CounterOffered.class);
  }

  @Override
  public Optional<SessionId> session() {
    return new Sessions(world.topics().events()).under(request, behind);
  }

  @Override
  public Optional<SessionId> gatewaySession() {
    return engineer()
        .flatMap(one -> new Sessions(world.topics().events()).ofGateways(request, one));
  }

  @Override
  public long application(PersonId person, RoleId role) {
    return Applications.newest(world.topics().events(), person, role, behind);
  }

  @Override
  public Optional<QuarantineId> frozenBy() {
    return frozen().reversed().stream().findFirst();
  }

  /** The version that the newest event of this kind led to, or one so many before; 0 for none. */
  private long newest(Class<? extends RequestEvent> kind) {
    var versions =
        told()
            .filter(recorded -> kind.isInstance(recorded.event()))
            .filter(recorded -> recorded.event().about().equals(Optional.of(request)))
            .map(Recorded::version)
            .toList();
    return versions.size() <= behind ? 0 : versions.get(versions.size() - 1 - behind);
  }

  /** The version of the tenant that the newest event of this kind led to; 0 for none. */
  private long newestVersion(Class<? extends TenantEvent> kind) {
    return told()
        .filter(recorded -> kind.isInstance(recorded.event()))
        .filter(recorded -> recorded.event().tenant().equals(request.tenant()))
        .mapToLong(Recorded::version)
        .reduce(0, (one, later) -> later);
  }

  /** The records that freeze the tenant, in turn. */
  private List<QuarantineId> frozen() {
    var frozen = new ArrayList<QuarantineId>();
    told()
        .map(Recorded::event)
        .filter(GrantsEvent.class::isInstance)
        .map(GrantsEvent.class::cast)
        .filter(changed -> changed.tenant().equals(request.tenant()))
        .forEach(
            changed -> {
              frozen.remove(changed.quarantine());
              if (changed instanceof GrantsFrozen) {
                frozen.add(changed.quarantine());
              }
            });
    return frozen;
  }

  /** What was committed where the tenant's history lies. */
  private Stream<Recorded> told() {
    return world.topics().events().get(Places.partitionOf(request.tenant())).committed(0).stream()
        .map(Entry::value);
  }
}
