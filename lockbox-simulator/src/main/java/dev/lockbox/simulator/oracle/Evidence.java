package dev.lockbox.simulator.oracle;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Deployment;
import dev.lockbox.simulator.log.Entry;
import dev.lockbox.simulator.record.Heard;
import dev.lockbox.simulator.record.Provided;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Signed;
import dev.lockbox.simulator.record.Standing;
import dev.lockbox.simulator.record.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that can be seen of a run from outside: the whole committed log, and what callers were told.
 *
 * @param submissions of the intake topic
 * @param commands by partition, as far as no transaction is open
 * @param events by partition
 * @param standings the newest committed state of each request that has one
 * @param signed all that anybody signed, as they took it down
 * @param extent how much of what was asked must be done by now
 */
public record Evidence(
    List<Entry<Written>> submissions,
    List<List<Entry<Written>>> commands,
    List<List<Entry<Recorded>>> events,
    List<Entry<Quarantined>> quarantine,
    List<Standing> standings,
    List<Heard> heard,
    List<Signed> signed,
    List<Spoilt> spoilt,
    Provided provided,
    Extent extent) {
  /** How far a run is. */
  public enum Extent {
    /** Some commands are not decided yet. */
    RUNNING,
    /** Every command was decided. */
    ANSWERED,
    /** Everything healed, and was given time to come to its end. */
    AT_REST
  }

  Deployment deployment() {
    return provided.deployment();
  }

  boolean isAtRest() {
    return extent == Extent.AT_REST;
  }

  /** A tenant's history, wherever it lies. */
  List<Recorded> historyOf(TenantId tenant) {
    var history = new ArrayList<Recorded>();
    for (var partition : events) {
      for (var entry : partition) {
        if (entry.value().event().tenant().equals(tenant)) {
          history.add(entry.value());
        }
      }
    }
    return history;
  }

  Stream<Recorded> recorded() {
    return events.stream().flatMap(List::stream).map(Entry::value);
  }

  List<TenantId> tenants() {
    var tenants = new LinkedHashSet<TenantId>();
    for (var partition : events) {
      for (var entry : partition) {
        tenants.add(entry.value().event().tenant());
      }
    }
    return List.copyOf(tenants);
  }
}
