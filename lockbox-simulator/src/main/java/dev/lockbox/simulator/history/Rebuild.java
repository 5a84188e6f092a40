package dev.lockbox.simulator.history;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.Denials;
import dev.lockbox.domain.ExclusionEvent;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.RolesEvent;
import dev.lockbox.domain.SessionEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.exclusion.Exclusion;
import dev.lockbox.domain.freeze.Freezes;
import dev.lockbox.domain.identity.EngineerId;
import dev.lockbox.domain.identity.ExclusionId;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.RoleId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.roles.Engineer;
import dev.lockbox.domain.roles.RoleState;
import dev.lockbox.domain.session.Sessions;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.node.Kept;
import dev.lockbox.simulator.node.Memory;
import dev.lockbox.simulator.node.Snapshot;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.record.Places;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * I11: were the owner of a partition killed now, its stores, restored from the changelog, would be
 * the same; so would they be, folded from all events with the core's own evolve; and readers of the
 * state topic see the same.
 */
final class Rebuild {
  private static final String NAME = "ThreeStatesAreOne";

  private final World world;
  private final Map<Integer, Look> looks = new HashMap<>();

  /** What was there when a partition was last found to be right. */
  private record Look(Memory live, long written) {
    boolean isThat(Memory other, long writtenNow) {
      return live == other && written == writtenNow;
    }
  }

  Rebuild(World world) {
    this.world = world;
  }

  /** What differs; empty when nothing does, or when nobody owns the partition. */
  Optional<Broken> differs() {
    for (var partition = 0; partition < Places.PARTITIONS; partition++) {
      var live = world.settled(partition);
      var written = world.written(partition);
      if (live.isPresent() && !isLookedAt(partition, live.get(), written)) {
        var broken = new OfPartition(partition, live.get()).differs();
        if (broken.isPresent()) {
          return broken;
        }
        looks.put(partition, new Look(live.get(), written));
      }
    }
    return Optional.empty();
  }

  private boolean isLookedAt(int partition, Memory live, long written) {
    var look = looks.get(partition);
    return look != null && look.isThat(live, written);
  }

  /** One partition, and what its owner has in memory. */
  private final class OfPartition {
    private final int partition;
    private final Memory live;

    OfPartition(int partition, Memory live) {
      this.partition = partition;
      this.live = live;
    }

    Optional<Broken> differs() {
      var restored = Memory.restored(world.topics().changes().get(partition).settled(0));
      if (!restored.equals(live)) {
        return broken("restored from its changelog");
      }
      if (!sameRequests(states(world.seen(partition)))) {
        return broken("as readers of the state see it");
      }
      try {
        return folds() ? Optional.empty() : broken("folded from its events");
      } catch (ImpossibleHistory impossible) {
        return broken("folded from events that cannot follow each other");
      }
    }

    private Optional<Broken> broken(String how) {
      return Optional.of(
          new Broken(NAME, "partition %s is another one, %s".formatted(partition, how)));
    }

    private static Map<RequestId, AccessRequest> states(Map<RequestId, Snapshot> seen) {
      var states = new TreeMap<RequestId, AccessRequest>();
      seen.forEach((request, snapshot) -> states.put(request, snapshot.state()));
      return states;
    }

    private boolean folds() {
      var requests = new TreeMap<RequestId, AccessRequest>();
      var tenants = new TreeMap<TenantId, Tenant>();
      var freezes = new TreeMap<TenantId, Freezes>();
      var exclusions = new TreeMap<ExclusionId, Exclusion>();
      var denials = new HashMap<EngineerId, Denials>();
      var sessions = new TreeMap<EngineerId, Sessions>();
      var roles = new TreeMap<RoleId, RoleState>();
      var members = new TreeMap<PersonId, Engineer>();
      var sequences = new TreeMap<TenantId, Long>();
      for (var recorded : history()) {
        var event = recorded.event();
        switch (event) {
          case RequestEvent happened -> {
            var before = requests.getOrDefault(happened.request(), AccessRequest.UNOPENED);
            var after = AccessRequest.evolve(before, happened);
            requests.put(happened.request(), after);
            if (Denials.isOne(happened) && !recorded.isPractice()) {
              var engineer = after.opened().orElseThrow().asked().engineer();
              denials.merge(
                  new EngineerId(happened.tenant(), engineer),
                  Denials.NONE.after(happened),
                  (known, one) -> known.after(happened));
            }
          }
          case TenantEvent happened -> {
            var before = tenants.getOrDefault(happened.tenant(), Tenant.UNREGISTERED);
            tenants.put(happened.tenant(), Tenant.evolve(before, happened));
          }
          case CommandRefused refused -> {}
          case RolesEvent.OfRole happened -> {
            var before = roles.getOrDefault(happened.role(), RoleState.UNDEFINED);
            roles.put(happened.role(), RoleState.evolve(before, happened));
          }
          case RolesEvent.OfEngineer happened -> {
            var before = members.getOrDefault(happened.engineer(), Engineer.UNKNOWN);
            members.put(happened.engineer(), Engineer.evolve(before, happened));
          }
          case ExclusionEvent happened -> {
            var before = exclusions.getOrDefault(happened.exclusion(), Exclusion.UNKNOWN);
            exclusions.put(happened.exclusion(), Exclusion.evolve(before, happened));
          }
          case SessionEvent happened -> {
            var before = sessions.getOrDefault(happened.engineer(), Sessions.NONE);
            sessions.put(happened.engineer(), Sessions.evolve(before, happened));
          }
          case GrantsEvent happened -> {
            var before = freezes.getOrDefault(happened.tenant(), Freezes.NONE);
            freezes.put(happened.tenant(), Freezes.evolve(before, happened));
          }
        }
        sequences.put(event.tenant(), recorded.sequence());
      }
      return tenants.equals(live.tenants())
          && freezes.equals(live.freezes())
          && exclusions.equals(live.exclusions())
          && denials.equals(live.denials())
          && sessions.equals(live.sessions())
          && roles.equals(live.roles())
          && members.equals(live.members())
          && sameRequests(requests)
          && sameSequences(sequences);
    }

    private List<Recorded> history() {
      return world.topics().events().get(partition).settled(0).stream().map(Entry::value).toList();
    }

    private boolean sameRequests(Map<RequestId, AccessRequest> others) {
      return others.keySet().equals(live.requests().keySet())
          && live.requests().entrySet().stream()
              .allMatch(
                  entry ->
                      same(
                          entry.getValue(),
                          others.getOrDefault(entry.getKey(), AccessRequest.UNOPENED)));
    }

    /** What is spoilt is like nothing else; of what is faulted only that is known. */
    private static boolean same(Kept kept, AccessRequest other) {
      return switch (kept) {
        case Kept.Garbled garbled -> true;
        case Kept.Readable readable when readable.state() instanceof AccessRequest.Faulted ->
            other instanceof AccessRequest.Faulted;
        case Kept.Readable readable -> readable.state().equals(other);
      };
    }

    private boolean sameSequences(Map<TenantId, Long> sequences) {
      return sequences.entrySet().stream()
          .allMatch(one -> live.sequenceOf(one.getKey()) == one.getValue());
    }
  }
}
