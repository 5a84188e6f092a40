package dev.lockbox.simulator.node;

import dev.lockbox.domain.Recorded;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.simulator.log.Brokers;
import dev.lockbox.simulator.log.Partition;
import dev.lockbox.simulator.record.Places;
import dev.lockbox.simulator.record.Quarantined;
import dev.lockbox.simulator.record.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every topic. Those with a list have a partition for each of {@link Places#PARTITIONS}; the others
 * have one.
 *
 * @param changes the changelog of what decides
 * @param intakeProgress the changelog of intake: the offset of the last submission passed on, and
 *     the seats that changed by it
 */
public record Topics(
    Partition<Written> requests,
    List<Partition<Written>> commands,
    List<Partition<Recorded>> events,
    List<Partition<Snapshot>> states,
    Partition<Quarantined> quarantine,
    List<Partition<Change>> changes,
    Partition<Passed> intakeProgress) {

  public static Topics on(Brokers brokers) {
    return new Topics(
        new Partition<>("requests-0", brokers),
        each("commands", brokers),
        each("events", brokers),
        each("state", brokers),
        new Partition<>("quarantine-0", brokers),
        each("decide-changelog", brokers),
        new Partition<>("intake-changelog-0", brokers));
  }

  private static <T> List<Partition<T>> each(String topic, Brokers brokers) {
    return IntStream.range(0, Places.PARTITIONS)
        .mapToObj(number -> new Partition<T>(topic + "-" + number, brokers))
        .toList();
  }

  public Partition<Written> commandsOf(TenantId tenant) {
    return commands.get(Places.partitionOf(tenant));
  }

  /** All partitions, always in this order. */
  public List<Partition<?>> all() {
    var all = new ArrayList<Partition<?>>();
    all.add(requests);
    Stream.of(commands, events, states, changes).forEach(all::addAll);
    all.add(quarantine);
    all.add(intakeProgress);
    return all;
  }
}
