package dev.lockbox.simulator.history;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.GrantsEvent;
import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.RequestEvent;
import dev.lockbox.domain.TenantEvent;
import dev.lockbox.domain.decision.ImpossibleHistory;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.tenant.Tenant;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.node.Kept;
import dev.lockbox.simulator.node.Memory;
import dev.lockbox.simulator.oracle.Broken;
import dev.lockbox.simulator.record.NotSimulated;
import dev.lockbox.simulator.record.Places;
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
  private final int partition;
  private final Memory live;

  private Rebuild(World world, int partition, Memory live) {
    this.world = world;
    this.partition = partition;
    this.live = live;
  }

  /** What differs; empty when nothing does, or when nobody owns the partition. */
  static Optional<Broken> differs(World world) {
    for (var number = 0; number < Places.PARTITIONS; number++) {
      var partition = number;
      var broken =
          world.settled(partition).flatMap(live -> new Rebuild(world, partition, live).differs());
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private Optional<Broken> differs() {
    var restored = Memory.restored(world.topics().changes().get(partition).settled(0));
    if (!restored.equals(live)) {
      return broken("restored from its changelog");
    }
    if (!sameRequests(world.seen(partition))) {
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

  private boolean folds() {
    var requests = new TreeMap<RequestId, AccessRequest>();
    var tenants = new TreeMap<TenantId, Tenant>();
    var sequences = new TreeMap<TenantId, Long>();
    for (var recorded : history()) {
      var event = recorded.event();
      switch (event) {
        case RequestEvent happened -> {
          var before = requests.getOrDefault(happened.request(), AccessRequest.UNOPENED);
          requests.put(happened.request(), AccessRequest.evolve(before, happened));
        }
        case TenantEvent happened -> {
          var before = tenants.getOrDefault(happened.tenant(), Tenant.UNREGISTERED);
          tenants.put(happened.tenant(), Tenant.evolve(before, happened));
        }
        case CommandRefused refused -> {}
        case GrantsEvent frozen -> throw new NotSimulated(frozen);
      }
      sequences.put(event.tenant(), recorded.sequence());
    }
    return tenants.equals(live.tenants()) && sameRequests(requests) && sameSequences(sequences);
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
